import type { LocalDate } from '../sla/minutes.ts'
import type { ProcedureCode, ProcedureVersion } from './types.ts'

/** The version of a procedure on a local day, or `undefined` when none is known for it; both ends are in force. */
export function versionInForce(
  versions: readonly ProcedureVersion[],
  code: ProcedureCode,
  on: LocalDate,
): ProcedureVersion | undefined {
  return versions.find((version) => {
    const hasBegun = version.version <= on
    const hasEnded = version.until !== undefined && version.until < on

    return version.code === code && hasBegun && !hasEnded
  })
}
