import type { AssistedBy } from '../dossiers/assisted-by.ts'
import { type DossierAction, isQuiet, type QuietAction } from '../dossiers/transitions.ts'
import type { Role } from './schemas.ts'

/**
 * Whoever asks. A resident is known only by a proved tracking key, and `assistedBy` says who helped to file what the
 * resident confirmed; staff by account and today's posting; the desk itself by the part that acts.
 */
export type Actor =
  | { kind: 'resident'; sender: string; assistedBy?: AssistedBy }
  | {
      kind: 'staff'
      accountId: string
      username: string
      name: string
      role: Role
      /** The unit of today's posting: a commune's code, or the province's for supervisors and administrators. */
      unit: string
      /** The communes whose dossiers this person may see today: one, or the province's; none for administrators and helpers. */
      units: readonly string[]
    }
  | { kind: 'system'; part: string; units: readonly string[] }

export type StaffActor = Extract<Actor, { kind: 'staff' }>

/** What staff may do that is not a step in one dossier's life. */
export type DeskAction =
  | 'see_queue'
  | 'see_reports'
  | 'seal_reports'
  | 'set_demo_clock'
  | 'keep_calendar'
  | 'file_at_counter'
  | 'assist_residents'
  | 'call_residents'
  | 'serve_line'
  | 'set_line'
  | 'see_outages'
  | 'record_outages'
  | 'settle_money'
  | 'answer_complaints'
  | 'sign_results'
  | 'see_archive'
  | 'keep_archive'
  | 'sign_disposal'
  | 'route_undecided'

/** Reading a dossier, or taking one of its steps. */
export type OnDossier = DossierAction | 'read'

const dossierRoles: Record<
  Exclude<OnDossier, 'answer_supplement' | 'rate' | 'submit' | Exclude<QuietAction, 'answer_consent'>>,
  readonly Role[]
> = {
  read: ['officer', 'commander', 'supervisor'],
  claim: ['officer', 'commander'],
  release: ['officer', 'commander'],
  accept: ['officer', 'commander'],
  request_supplement: ['officer', 'commander'],
  change_variant: ['officer', 'commander'],
  request_payment: ['officer', 'commander'],
  record_payment: ['officer', 'commander'],
  propose: ['officer', 'commander'],
  send_back: ['commander'],
  resolve: ['commander'],
  refuse: ['officer', 'commander'],
  hand_over: ['officer', 'commander'],
  transfer: ['officer', 'commander'],
  // At the resident's word at the counter (form 05 of TT 03/2025/TT-VPCP).
  withdraw: ['officer', 'commander'],
  extend: ['officer', 'commander'],
  begin_agency_check: ['officer', 'commander'],
  end_agency_check: ['officer', 'commander'],
  // Of somebody who came to the counter instead of following the link.
  answer_consent: ['officer', 'commander'],
}

const deskRoles: Record<DeskAction, readonly Role[]> = {
  see_queue: ['officer', 'commander', 'supervisor'],
  route_undecided: ['supervisor'],
  sign_results: ['commander'],
  see_archive: ['officer', 'commander', 'supervisor'],
  keep_archive: ['officer', 'commander'],
  sign_disposal: ['commander'],
  file_at_counter: ['officer', 'commander'],
  assist_residents: ['helper'],
  see_reports: ['supervisor', 'commander'],
  seal_reports: ['supervisor', 'commander'],
  call_residents: ['officer', 'commander'],
  serve_line: ['officer', 'commander'],
  set_line: ['commander'],
  set_demo_clock: ['administrator'],
  keep_calendar: ['administrator'],
  see_outages: ['administrator', 'supervisor', 'commander', 'officer'],
  record_outages: ['administrator'],
  settle_money: ['officer', 'commander', 'supervisor'],
  answer_complaints: ['commander', 'supervisor'],
}

/**
 * What the province does with a dossier in its own queue: sends it to its commune, or refuses what belongs to none.
 * The supervisor, because this is the only post above the communes that sees dossiers at all; and only before
 * acceptance, because a commune that has accepted decides.
 */
const provinceSteps: readonly OnDossier[] = ['transfer', 'refuse']

/** Steps that a resident takes, on the own dossier, once its tracking key is proved. */
const residentSteps = ['answer_supplement', 'withdraw', 'rate'] as const
type ResidentStep = (typeof residentSteps)[number]

const isResidentStep = (action: OnDossier): action is ResidentStep => residentSteps.some((step) => step === action)

/**
 * Whether `actor` may take `action` on a dossier that stands with `unit`.
 *
 * Staff act only inside the communes of today's posting; `acceptedAt` matters for a refusal, which after
 * acceptance belongs to the head of the unit (CT06). For a resident this says only which steps exist: that the
 * dossier is the resident's own was proved by the tracking key before.
 */
export function may(actor: Actor, action: OnDossier, dossier: { unit: string; isAccepted: boolean }): boolean {
  if (actor.kind === 'resident') return action === 'read' || isResidentStep(action)
  if (!actor.units.includes(dossier.unit)) return false
  if (actor.kind === 'system')
    return action === 'read' || isQuiet(action) || isBanksWord(actor.part, action) || isNoticesCourse(actor, action)
  if (
    actor.role === 'supervisor' &&
    actor.unit === dossier.unit &&
    !dossier.isAccepted &&
    provinceSteps.includes(action)
  )
    return true
  if (action === 'refuse' && dossier.isAccepted) return actor.role === 'commander'
  if (action === 'answer_consent') return dossierRoles.answer_consent.includes(actor.role)
  if (action === 'submit' || action === 'answer_supplement' || action === 'rate' || isQuiet(action)) return false

  return dossierRoles[action].includes(actor.role)
}

/** Besides its housekeeping the desk records by itself a fee that the bank says has arrived. */
const isBanksWord = (part: string, action: OnDossier) => part === 'payments' && action === 'record_payment'

/** And a notice that first had to find its commune is received there by the desk, as others are when they are filed. */
const isNoticesCourse = (actor: Actor, action: OnDossier) =>
  receivesNotices(actor) && (action === 'accept' || action === 'resolve' || action === 'hand_over')

/** The part of the desk that receives notices at the commune that was found for them. */
export const receivesNotices = (actor: Actor): boolean => actor.kind === 'system' && actor.part === 'notices'

/** Whether `actor` may use this part of the desk at all. */
export function mayUse(actor: Actor, action: DeskAction): actor is StaffActor {
  return actor.kind === 'staff' && roleMayUse(actor.role, action)
}

/** The same by role alone, for screens: what a person may not do is not offered. */
export const roleMayUse = (role: Role, action: DeskAction): boolean => deskRoles[action].includes(role)
