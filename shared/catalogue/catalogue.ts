import { absenceDeclaration } from './procedures/absence-declaration.ts'
import { householdSeparation } from './procedures/household-separation.ts'
import { informationAdjustment } from './procedures/information-adjustment.ts'
import { permanentDeletion } from './procedures/permanent-deletion.ts'
import { permanentResidence } from './procedures/permanent-residence.ts'
import { residenceConfirmation } from './procedures/residence-confirmation.ts'
import { residenceDeclaration } from './procedures/residence-declaration.ts'
import { stayNotice } from './procedures/stay-notice.ts'
import { temporaryDeletion, temporaryDeletionUntil2026 } from './procedures/temporary-deletion.ts'
import { temporaryExtension } from './procedures/temporary-extension.ts'
import { temporaryResidence } from './procedures/temporary-residence.ts'
import { withBroughtPaper } from './questions/brought-paper.ts'
import type { ProcedureVersion } from './types.ts'

/**
 * Every version of every procedure that ships with the desk; the most asked for first.
 *
 * It is what the database is filled with once. From then on an administrator adds versions there, and
 * `versionInForce` chooses: a rule that changes is a new version, never an edit of an old one.
 */
export const procedureVersions: readonly ProcedureVersion[] = [
  temporaryResidence,
  stayNotice,
  residenceConfirmation,
  permanentResidence,
  temporaryExtension,
  absenceDeclaration,
  householdSeparation,
  informationAdjustment,
  residenceDeclaration,
  temporaryDeletionUntil2026,
  temporaryDeletion,
  permanentDeletion,
].map(withBroughtPaper)
