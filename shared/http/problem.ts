import * as z from 'zod/mini'

/**
 * Every refusal of the desk, as RFC 9457 has it (`application/problem+json`).
 *
 * `type` is what programs compare; `title` names the kind in Vietnamese; `detail` says what happened here and what
 * to do; `errors` names each field, by JSON pointer for a body (`#/answers/members/1/identity`) or by `parameter`
 * for query and path. `traceId` is shown to people as "mã sự cố".
 */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  errors: z.optional(
    z.array(
      z.object({
        pointer: z.optional(z.string()),
        parameter: z.optional(z.string()),
        detail: z.string(),
      }),
    ),
  ),
  traceId: z.optional(z.string()),
  /** The dossier as it is now, when a write was refused because it had changed. */
  current: z.optional(z.unknown()),
})
export type Problem = z.infer<typeof problem>

/** The stable `type`s. A new kind of refusal gets its row here before it is thrown. */
export const problemTypes = {
  invalidInput: 'urn:quay:invalid-input',
  invalidAnswers: 'urn:quay:invalid-answers',
  notFound: 'urn:quay:not-found',
  signInNeeded: 'urn:quay:sign-in-needed',
  wrongCredentials: 'urn:quay:wrong-credentials',
  forbidden: 'urn:quay:forbidden',
  notAllowedInState: 'urn:quay:not-allowed-in-state',
  heldByAnother: 'urn:quay:held-by-another',
  versionNeeded: 'urn:quay:version-needed',
  stale: 'urn:quay:stale-version',
  keyNeeded: 'urn:quay:idempotency-key-needed',
  keyReused: 'urn:quay:idempotency-key-reused',
  unitUndecided: 'urn:quay:unit-undecided',
  procedureChanged: 'urn:quay:procedure-changed',
  counterBusy: 'urn:quay:counter-busy',
  slotTaken: 'urn:quay:slot-taken',
  cannotSign: 'urn:quay:cannot-sign',
  notSeen: 'urn:quay:not-seen-before-signing',
  paper: 'urn:quay:paper-refused',
  tooLarge: 'urn:quay:too-large',
  tooMany: 'urn:quay:too-many-requests',
  foreignOrigin: 'urn:quay:foreign-origin',
  unavailable: 'urn:quay:unavailable',
  internal: 'urn:quay:internal',
} as const
export type ProblemType = (typeof problemTypes)[keyof typeof problemTypes]
