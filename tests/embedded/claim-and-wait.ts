import { claimInstance } from '#server/embedded/instance.ts'

/** A desk that only takes its data folder, says whether it got it, and waits to be killed. */
const [dataDir = ''] = process.argv.slice(2)
const claim = await claimInstance(dataDir, { patienceSeconds: 0 }).catch(() => ({ held: false }))
process.stdout.write(`${claim.held}\n`)
if (claim.held) setInterval(() => undefined, 60_000)
