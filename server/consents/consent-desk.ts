import type { Actor } from '#shared/accounts/policy.ts'

/** The part of the desk that asks for agreement, in the unit that has the dossier. */
export const consentDesk = (unit: string): Actor => ({ kind: 'system', part: 'consents', units: [unit] })
