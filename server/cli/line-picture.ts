import { classRules, type TicketClass } from '#shared/tickets/classes.ts'
import type { RuleResult } from '#shared/tickets/compare-rules.ts'
import { ruleNames } from './line-table.ts'

const width = 860
const panel = { left: 60, width: 760, height: 210, gap: 92, top: 64 }
const longest = 120
const colours = ['#17603f', '#0b5394', '#a8201a'] as const
const dashes = ['', '8 4', '2 4'] as const
const panels: readonly TicketClass[] = ['walk_in', 'priority']

/** Two panels, one for a class each: which share of people waited longer than so many minutes, under each rule. */
export function drawWaits(results: readonly RuleResult[]): string {
  const height = panel.top + panels.length * (panel.height + panel.gap)

  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="#16211b">
<title>Share of people who waited longer than so many minutes, by rule</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${legend(results)}
${panels.map((ticketClass, index) => drawPanel(results, ticketClass, panel.top + index * (panel.height + panel.gap))).join('\n')}
</svg>
`
}

function legend(results: readonly RuleResult[]): string {
  return results
    .map(
      ({ rule }, i) =>
        `<line x1="${60 + i * 270}" x2="${92 + i * 270}" y1="22" y2="22" stroke="${colours[i]}" stroke-width="3" stroke-dasharray="${dashes[i]}"/><text x="${100 + i * 270}" y="27">${ruleNames[rule]}</text>`,
    )
    .join('\n')
}

function drawPanel(results: readonly RuleResult[], ticketClass: TicketClass, top: number): string {
  const x = (minutes: number) => panel.left + (panel.width * Math.min(minutes, longest)) / longest
  const y = (share: number) => top + panel.height * (1 - share)
  const { name, targetMinutes } = classRules[ticketClass]
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<line x1="${panel.left}" x2="${panel.left + panel.width}" y1="${y(share)}" y2="${y(share)}" stroke="#d5dbd6"/><text x="${panel.left - 8}" y="${y(share) + 4}" text-anchor="end">${share * 100} %</text>`,
  )
  const minutes = [0, 30, 60, 90, 120].map(
    (at) => `<text x="${x(at)}" y="${top + panel.height + 20}" text-anchor="middle">${at}</text>`,
  )
  const lines = results.map(({ waits }, i) => {
    const own = waits.filter((each) => each.ticketClass === ticketClass).map(({ wait }) => wait)
    const steps = Array.from({ length: longest + 1 }, (_, at) => {
      const share = own.filter((wait) => wait > at).length / Math.max(1, own.length)

      return `${x(at).toFixed(1)},${y(share).toFixed(1)}`
    })

    return `<polyline points="${steps.join(' ')}" fill="none" stroke="${colours[i]}" stroke-width="2.5" stroke-dasharray="${dashes[i]}"/>`
  })

  return `<g>
<text x="${panel.left}" y="${top - 10}" font-size="15" font-weight="600">${name.en}: share who waited longer than … minutes</text>
${grid.join('\n')}
<line x1="${x(targetMinutes)}" x2="${x(targetMinutes)}" y1="${top}" y2="${top + panel.height}" stroke="#6f4400" stroke-dasharray="4 3"/><text x="${x(targetMinutes) + 5}" y="${top + 14}" fill="#6f4400">target</text>
${lines.join('\n')}
${minutes.join('\n')}
<text x="${panel.left + panel.width}" y="${top + panel.height + 40}" text-anchor="end">minutes</text>
</g>`
}
