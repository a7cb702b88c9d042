import type { StaffActor } from '#shared/accounts/policy.ts'
import type { ExtendInput } from '#shared/dossiers/step-schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { lastMinuteToExtend } from '#shared/sla/extension.ts'
import { dayOf, minuteOf, parseLocalDate, toDate } from '#shared/sla/minutes.ts'
import { closingTime } from '#shared/sla/working-time.ts'
import { formatInstant, formatIsoDay } from '#shared/text/format.ts'
import { promiseMessage } from '../messages/promise-message.ts'
import type { Deps } from '../platform/deps.ts'
import { conflict, invalid } from '../platform/problem.ts'
import { changeDossier, type Seen, type Target } from './change-dossier.ts'
import { clockAt } from './clock-columns.ts'
import { keepDocument, nextDocumentNumber } from './keep-document.ts'
import { apologyLetter } from './letters.ts'

/**
 * Sends the letter of apology with a new date (form 04): once for a dossier, and a date later than the one in force.
 *
 * The first date stays what the dossier is judged by. A letter that leaves after closing time of the last working
 * day before it is stored and says so (CLOCK rule 6.5).
 */
export function extendDossier(
  deps: Deps,
  target: Target & { actor: StaffActor },
  { newDueOn, reason }: ExtendInput,
): Promise<string> {
  return changeDossier(deps, target, 'extend', async (seen) => {
    const { dossier, events, at, tx } = seen
    if (events.some(({ action }) => action === 'extend'))
      throw conflict(
        problemTypes.notAllowedInState,
        'Hồ sơ này đã được xin lỗi và hẹn lại một lần, không hẹn lại lần nữa.',
      )
    const { dueAt, newDueAt, sentLate } = newDateOf(deps, seen, newDueOn)
    const number = await nextDocumentNumber(tx, dossier.unitCode, 'M04', at)

    return {
      action: 'extend',
      wakesRelay: true,
      data: { newDueAt: newDueAt.toISOString(), reason, sentLate },
      also: async (inside, { recordedAt }) => {
        const letter = { number, dueAt, newDueAt, reason, sentLate, at: recordedAt }
        await keepDocument(deps, inside, {
          dossier,
          form: 'M04',
          at: recordedAt,
          number,
          pdf: await apologyLetter(deps, seen, target.actor, letter),
        })
        await promiseMessage(inside, {
          dossierId: dossier.id,
          template: 'letter_of_apology',
          facts: { from: dueAt.toISOString(), to: newDueAt.toISOString() },
          dedupe: 'letter_of_apology',
          at: recordedAt,
        })
      },
    }
  })
}

/** Closing time of the day that was chosen, or why it cannot be that day. */
function newDateOf(deps: Deps, { events, at }: Seen, newDueOn: string) {
  const { clock, calendar } = clockAt(deps, events, at)
  if (!clock) throw conflict(problemTypes.notAllowedInState, 'Hồ sơ chưa được tiếp nhận nên chưa có ngày hẹn để dời.')
  const day = parseLocalDate(newDueOn)
  const refuse = (detail: string) => invalid([{ pointer: '#/newDueOn', detail }])
  if (calendar.planOn(day).minutes === 0)
    throw refuse(`${formatIsoDay(newDueOn)} không phải ngày làm việc. Hãy chọn ngày khác.`)
  const newDueAt = closingTime(calendar, day)
  const now = minuteOf(at)
  if (newDueAt <= minuteOf(clock.dueAt))
    throw refuse(`Ngày hẹn mới phải sau ngày hẹn cũ (${formatInstant(clock.dueAt)}).`)
  if (newDueAt <= now || day < dayOf(now)) throw refuse('Ngày hẹn mới phải ở phía trước.')

  return {
    dueAt: clock.dueAt,
    newDueAt: toDate(newDueAt),
    sentLate: now > lastMinuteToExtend(minuteOf(clock.dueAt), calendar),
  }
}
