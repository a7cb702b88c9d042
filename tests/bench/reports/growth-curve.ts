import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { scaleLog } from 'd3-scale'
import type { Point } from './year-report.ts'

const file = fileURLToPath(new URL('../../../docs/report-growth.svg', import.meta.url))
const width = 640
const height = 400
const margin = { top: 76, right: 150, bottom: 48, left: 64 }

/** Draws the growth of report and GROUP BY, both scales logarithmic, into docs/; returns where. Needs two sizes. */
export async function drawGrowth(points: readonly Point[], heading: string): Promise<string | undefined> {
  if (points.length < 2) return undefined
  const times = points.flatMap(({ report, groupBy }) => [report.median, groupBy.median])
  const x = scaleLog(
    [Math.min(...points.map(({ dossiers }) => dossiers)), Math.max(...points.map(({ dossiers }) => dossiers))],
    [margin.left, width - margin.right],
  )
  const y = scaleLog([Math.min(...times) * 0.7, Math.max(...times) * 1.4], [height - margin.bottom, margin.top])
  const path = (of: (point: Point) => number) =>
    points
      .map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.dossiers).toFixed(1)} ${y(of(point)).toFixed(1)}`)
      .join('')
  const curve = (name: string, colour: string, of: (point: Point) => number) => {
    const last = points.at(-1) as Point

    return [
      `<path d="${path(of)}" fill="none" stroke="${colour}" stroke-width="2.5"/>`,
      ...points.map(
        (point) =>
          `<circle cx="${x(point.dossiers).toFixed(1)}" cy="${y(of(point)).toFixed(1)}" r="4" fill="${colour}"/>` +
          `<text x="${x(point.dossiers).toFixed(1)}" y="${(y(of(point)) - 10).toFixed(1)}" text-anchor="middle" fill="${colour}">${shown(of(point))} ms</text>`,
      ),
      `<text x="${(x(last.dossiers) + 14).toFixed(1)}" y="${y(of(last)).toFixed(1)}" dy="0.32em" fill="${colour}">${name}</text>`,
    ].join('\n')
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img">
<title>Time of the province's year report and of GROUP BY as the number of stored dossiers grows</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="${margin.left}" y="22" font-weight="bold" fill="#16211b">Province-year report as dossiers grow (median, both scales logarithmic)</text>
${inLines(heading)
  .map(
    (line, index) =>
      `<text x="${margin.left}" y="${38 + index * 14}" fill="#48554d" font-size="10">${escaped(line)}</text>`,
  )
  .join('\n')}
${points
  .map(
    ({ dossiers, bytes }) =>
      `<line x1="${x(dossiers).toFixed(1)}" x2="${x(dossiers).toFixed(1)}" y1="${margin.top}" y2="${height - margin.bottom}" stroke="#d5dbd6"/>` +
      `<text x="${x(dossiers).toFixed(1)}" y="${height - margin.bottom + 18}" text-anchor="middle" fill="#16211b">${dossiers / 1e6} M</text>` +
      `<text x="${x(dossiers).toFixed(1)}" y="${height - margin.bottom + 33}" text-anchor="middle" fill="#48554d" font-size="10">${(bytes / 1e9).toFixed(1)} GB</text>`,
  )
  .join('\n')}
${curve('GROUP BY', '#a8201a', ({ groupBy }) => groupBy.median)}
${curve('the desk’s report', '#17603f', ({ report }) => report.median)}
</svg>
`
  await writeFile(file, svg)

  return file
}

/** In two lines, parted between two of its parts: the whole is wider than the picture. */
function inLines(heading: string): string[] {
  const parts = heading.split(' · ')
  const half = Math.ceil(parts.length / 2)

  return [parts.slice(0, half), parts.slice(half)].map((some) => some.join(' · '))
}

const shown = (ms: number) => (ms >= 100 ? String(Math.round(ms)) : ms.toFixed(1))

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
