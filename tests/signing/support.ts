import sharp from 'sharp'
import { type Caller, type TestDesk, toanLuu } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'

/** The dossier as its officers see it. */
export const view = async (someone: Caller, code: string) =>
  (await someone.request('GET', `/api/dossiers/${code}`)).json()

/** One step on the version that is there; throws when it is refused. */
export async function step(someone: Caller, method: string, code: string, rest: string, body?: unknown) {
  const { version } = await view(someone, code)
  const answer = await someone.request(method, `/api/dossiers/${code}/${rest}`, body, {
    'if-match': `"${version}"`,
    ...newKey(),
  })
  if (answer.statusCode >= 300) throw new Error(answer.body)

  return answer.json()
}

/** Those who work and sign in the commune that the examples go to. */
export async function peopleOf(desk: TestDesk, unit = toanLuu) {
  return { unit, officer: await desk.signIn(`canbo-${unit}`), commander: await desk.signIn(`chihuy-${unit}`) }
}

/** A temporary residence of Toàn Lưu that waits for the signature. */
export async function proposed(desk: TestDesk, officer: Caller, procedure?: string) {
  const filed = await fileExample(desk.visitor(), procedure)
  await desk.deliver()
  await step(officer, 'PUT', filed.code, 'acceptance', {})
  await step(officer, 'PUT', filed.code, 'proposal', { outcome: 'grant', note: 'Đủ điều kiện.' })

  return filed
}

/** Looks at every result as it would be signed. */
export async function lookAt(commander: Caller, code: string) {
  const { items } = (await commander.request('GET', '/api/desk/to-sign')).json()
  const item = items.find((each: { code: string }) => each.code === code)
  for (const { href } of item.previews) await commander.request('GET', href)

  return item
}

export const sign = (commander: Caller, code: string, version: number) =>
  commander.request('PUT', `/api/dossiers/${code}/signature`, undefined, { 'if-match': `"${version}"`, ...newKey() })

/** A result that waits to be fetched. */
export async function resolved(desk: TestDesk, { officer, commander }: { officer: Caller; commander: Caller }) {
  const filed = await proposed(desk, officer)
  const { version } = await lookAt(commander, filed.code)
  const answer = await sign(commander, filed.code, version)
  if (answer.statusCode !== 200) throw new Error(answer.body)

  return filed
}

/** A line across a pad, as a hand would draw it. */
export const drawnSignature = async () => {
  const [width, height] = [600, 200]
  const pixels = Buffer.alloc(width * height * 4)
  for (let x = 40; x < 560; x += 1)
    for (const y of [0, 1, 2, 3])
      pixels.set([17, 34, 51, 255], ((100 + y + Math.round(60 * Math.sin(x / 50))) * width + x) * 4)

  return (
    await sharp(pixels, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer()
  ).toString('base64')
}
