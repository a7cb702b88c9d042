import type { DecideInput, ProposeInput, RefuseInput, RequestSupplementInput } from '#shared/dossiers/step-schemas.ts'
import type { Minute } from '#shared/sla/minutes.ts'

/** What a resident does to the own dossier. */
export type ResidentDeed =
  | { does: 'file' }
  | { does: 'answer_supplement'; papers: string[]; answers: Record<string, unknown> }
  | { does: 'withdraw'; reason: string }
  | { does: 'rate'; score: number; reasons: string[]; comment?: string }

/** What staff do to a dossier, with the body that the desk takes for it. */
export type StaffDeed =
  /** Takes whatever is most urgent in the unit, which need not be this dossier. */
  | { does: 'claim_next' }
  | { does: 'claim' }
  | { does: 'release'; body: { reason: string } }
  | { does: 'accept'; body: { variant?: string } }
  | { does: 'request_supplement'; body: RequestSupplementInput }
  | { does: 'change_variant'; body: { variant: string; reason: string } }
  | { does: 'request_payment'; body: Record<string, never> }
  | { does: 'record_payment'; body: { amount: number; method: 'cash' | 'transfer' | 'portal'; reference?: string } }
  | { does: 'propose'; body: ProposeInput }
  | { does: 'decide'; body: DecideInput }
  | { does: 'refuse'; body: RefuseInput }
  | { does: 'transfer'; body: { to: string; reason: string } }
  | { does: 'hand_over'; body: { method: 'counter' | 'electronic' | 'post'; receivedBy?: string } }

export type ResidentStep = { at: Minute; by: 'resident' } & ResidentDeed
/** `unit`: the commune whose officer or commander does it. */
export type StaffStep = { at: Minute; by: 'officer' | 'commander'; unit: string } & StaffDeed

/** One thing that one person does to one dossier, in the minute in which the plan has it. */
export type Step = ResidentStep | StaffStep
export type Deed = Step['does']
