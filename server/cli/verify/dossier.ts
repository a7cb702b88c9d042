import type { dossiers } from '#db/schema/dossiers.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import { type DossierState, isEnded, nextStateOfNotice } from '#shared/dossiers/transitions.ts'
import { handsAfter } from '#shared/reports/sla-hands.ts'
import { clockColumns } from '../../dossiers/clock-columns.ts'
import { brokenLink, readEvent } from '../../dossiers/event-chain.ts'

export type StoredDossier = Omit<
  typeof dossiers.$inferSelect,
  'applicantName' | 'applicantFold' | 'fee' | 'trackingHash'
>

/** An event as it is stored: the bytes that were hashed, and the columns beside them. */
export interface StoredLink {
  seq: number
  action: string
  unitCode: string
  occurredAt: Date
  recordedAt: Date
  body: string
  hash: Buffer
}

/** What differs between a dossier and its log, or undefined. The chain comes first: what it holds is believed. */
export function differenceIn(
  dossier: StoredDossier,
  links: readonly StoredLink[],
  deps: Parameters<typeof clockColumns>[0],
): string | undefined {
  const broken = brokenLink(dossier.id, links, { seq: dossier.lastSeq, hash: dossier.lastHash })
  if (broken) return `event ${broken.seq}: ${broken.reason}`
  const events = links.map(({ body }) => readEvent(body))
  const [submit] = events
  const hands = handsAfter(events)
  const state = stateAfter(events)
  if (submit?.action !== 'submit' || !hands) return 'the log does not begin with a filing'
  if (!state) return 'the log takes a step that its state does not allow'
  const beside = links.map((link) => besideBody(link)).find((difference) => difference !== undefined)
  if (beside) return beside

  return firstDifference(
    {
      code: submit.data.code,
      procedure: submit.data.procedure,
      procedureVersion: submit.data.procedureVersion,
      variant: hands.variant,
      channel: submit.data.channel,
      unitCode: hands.unit,
      state,
      version: hands.version,
      deliveredAt: hands.deliveredAt,
      lastSeq: links.length,
      lastHash: links.at(-1)?.hash ?? null,
      lastAt: events.at(-1)?.recordedAt ?? null,
      routing: submit.data.routing,
      holderId: hands.holder?.id ?? null,
      holderName: hands.holder?.name ?? null,
      filedAt: submit.occurredAt,
      isEnded: isEnded(state),
      ...clockColumns(deps, events),
    },
    { ...dossier, routing: routingOf(dossier) },
  )
}

/** The columns of an event that repeat what its body says. */
function besideBody({ seq, action, unitCode, occurredAt, recordedAt, body }: StoredLink): string | undefined {
  const said = JSON.parse(body) as { action: string; unit: string; occurredAt: string; recordedAt: string }
  const difference = firstDifference(
    {
      action: said.action,
      unitCode: said.unit,
      occurredAt: new Date(said.occurredAt),
      recordedAt: new Date(said.recordedAt),
    },
    { action, unitCode, occurredAt, recordedAt },
  )

  return difference && `event ${seq}: ${difference}`
}

/** Why it came to its commune, in the form in which the log keeps it. */
const routingOf = ({ routing }: StoredDossier) => ({
  rule: routing.map(({ rule }) => rule).join(' > '),
  facts: Object.assign({}, ...routing.map(({ facts }) => facts)) as Record<string, string>,
})

/** The first field that is stored otherwise than it was computed, in words, or undefined. */
export function firstDifference<Computed extends object>(
  computed: Computed,
  stored: { [K in keyof Computed]: unknown },
): string | undefined {
  for (const field of Object.keys(computed) as (keyof Computed & string)[]) {
    const [should, is] = [text(computed[field]), text(stored[field])]
    if (should !== is) return `${field} should be ${should}, stored is ${is}`
  }

  return undefined
}

function text(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return value.toString('hex')
  if (typeof value !== 'object' || value === null) return String(value)

  return JSON.stringify(value, (_key, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** Walks the transition table along the log; undefined when a step was not allowed. */
function stateAfter(events: readonly DossierEvent[]): DossierState | undefined {
  let state: DossierState | undefined
  let isAccepted = false
  for (const { action } of events) {
    state = action === 'submit' ? 'submitted' : state && nextStateOfNotice({ state, isAccepted }, action)
    if (!state) return undefined
    isAccepted ||= action === 'accept'
  }

  return state
}
