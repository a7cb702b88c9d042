import { eq } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { may } from '#shared/accounts/policy.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import type { DossierClock } from '#shared/sla/dossier-clock.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import type { HandOverRow } from '../documents/desk-book-facts.ts'
import { print } from '../documents/print.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'
import { asSubject, readLog } from './change-dossier.ts'
import { clockAt } from './clock-columns.ts'
import { printedDossier } from './document-facts.ts'

/** Form 06 of one dossier, from its log, for staff of its unit. */
export function controlSlipPdf(deps: Deps, actor: StaffActor, code: string): Promise<Buffer> {
  return withTx(deps.pool, { units: actor.units }, async (tx) => {
    const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.code, code))
    if (!dossier || !may(actor, 'read', asSubject(dossier))) throw notFound()
    const events = await readLog(tx, dossier.id)
    const now = deps.now()
    const printed = await printedDossier(deps, tx, dossier, { madeAt: now })
    const agencies = events.flatMap((event) => (event.action === 'begin_agency_check' ? [event.data.agency] : []))

    return print('controlSlip', {
      ...printed.facts,
      requestText: printed.requestText,
      acceptedAt: dossier.acceptedAt,
      dueAt: clockAt(deps, events, now).clock?.dueAt ?? null,
      others: [...new Set(agencies)],
      rows: handOverRows(deps, events, dossier.applicantName),
    })
  })
}

/** Every passing from hand to hand, in the order of the log; what changed no hands is left out. */
export function handOverRows(
  deps: Pick<Deps, 'reference'>,
  events: readonly DossierEvent[],
  applicantName: string,
): HandOverRow[] {
  const unitTitle = (code: string) => policeOf(deps.reference.unitName(code)).vi
  const applicant = `Ông (bà) ${applicantName}`
  let unit = ''

  return events.flatMap((event, index) => {
    if (event.action === 'submit') unit = unitTitle(event.data.unit)
    const hands = handsOf(event, { unit, applicant, unitTitle })
    if (event.action === 'transfer') unit = unitTitle(event.data.to)
    if (!hands) return []
    const read = clockAt(deps, events.slice(0, index + 1), event.recordedAt)

    return [{ unit, at: event.occurredAt, ...hands, result: resultOf(event, read) }]
  })
}

interface Around {
  unit: string
  applicant: string
  unitTitle(code: string): string
}

/** Who gave and who received; undefined for an event that moved it to nobody else. */
function handsOf(
  event: DossierEvent,
  { unit, applicant, unitTitle }: Around,
): Pick<HandOverRow, 'giver' | 'receiver' | 'note'> | undefined {
  const by = event.actor.kind === 'staff' ? event.actor.name : event.actor.kind === 'resident' ? applicant : 'Hệ thống'
  const head = `Chỉ huy ${unit}`
  switch (event.action) {
    case 'submit':
      return { giver: applicant, receiver: unit, note: channelNotes[event.data.channel] }
    case 'accept':
      return { giver: 'Bộ phận tiếp nhận', receiver: by, note: 'Tiếp nhận, hẹn trả kết quả' }
    case 'claim':
      return { giver: unit, receiver: event.data.holderName, note: 'Nhận xử lý' }
    case 'release':
      return { giver: by, receiver: unit, note: noteOf('Trả lại hàng chờ', event.data.reason) }
    case 'request_supplement':
      return { giver: by, receiver: applicant, note: `Yêu cầu bổ sung lần ${event.data.number}` }
    case 'answer_supplement':
      return { giver: applicant, receiver: unit, note: 'Đã bổ sung' }
    case 'request_payment':
      return { giver: by, receiver: applicant, note: 'Yêu cầu nộp lệ phí' }
    case 'record_payment':
      return { giver: applicant, receiver: by, note: 'Đã nộp lệ phí' }
    case 'begin_agency_check':
      return { giver: by, receiver: event.data.agency, note: noteOf('Xác minh', event.data.reason) }
    case 'end_agency_check':
      return { giver: event.data.agency, receiver: by, note: noteOf('Trả lời xác minh', event.data.result) }
    case 'propose':
      return { giver: by, receiver: head, note: 'Trình ký' }
    case 'send_back':
      return { giver: by, receiver: 'Cán bộ xử lý', note: noteOf('Trả lại', event.data.reason) }
    case 'resolve':
      return { giver: by, receiver: 'Bộ phận trả kết quả', note: 'Đã giải quyết' }
    case 'refuse':
      return { giver: by, receiver: applicant, note: noteOf('Từ chối', event.data.clause) }
    case 'withdraw':
      return { giver: unit, receiver: applicant, note: noteOf('Rút hồ sơ', event.data.reason) }
    case 'hand_over':
      return { giver: by, receiver: event.data.receivedBy ?? applicant, note: 'Trả kết quả' }
    case 'transfer':
      return {
        giver: unitTitle(event.data.from),
        receiver: unitTitle(event.data.to),
        note: noteOf('Chuyển', event.data.reason),
      }
    default:
      return undefined
  }
}

const noteOf = (what: string, why: string | null) => (why ? `${what}: ${why}` : what)

const channelNotes = { online: 'Nộp trực tuyến', counter: 'Nộp tại quầy', post: 'Nộp qua bưu điện' } as const

const verdictWords = { early: 'Trước hạn', on_time: 'Đúng hạn', late: 'Quá hạn' } as const

/** Whether the date that then held was kept: the verdict at the end, the reception deadline before acceptance. */
function resultOf({ action, occurredAt }: DossierEvent, { clock, receptions, receptionDueAt }: DossierClock): string {
  if (clock?.verdict) return verdictWords[clock.verdict]
  if (action === 'submit') return ''
  const stopsReception = action === 'accept' || !clock
  if (stopsReception && receptionDueAt) return receptions.at(-1)?.isLate ? 'Quá hạn' : 'Đúng hạn'

  return clock && occurredAt > clock.dueAt ? 'Quá hạn' : 'Trong hạn'
}
