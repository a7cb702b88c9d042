import type { AgencyCheckInput } from '#shared/dossiers/step-schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import type { Deps } from '../platform/deps.ts'
import { conflict } from '../platform/problem.ts'
import { changeDossier, type Target } from './change-dossier.ts'
import { openAgencyCheckOf } from './dossier-parts.ts'

/**
 * Another body checks something for the dossier. From now its minutes are that body's in the split of turns; the due
 * date stays, unless the rule under which it was accepted says otherwise (CLOCK rules 5.1 and 8.1).
 */
export function beginAgencyCheck(deps: Deps, target: Target, { agency, reason }: AgencyCheckInput): Promise<string> {
  return changeDossier(deps, target, 'begin_agency_check', ({ events }) => {
    const open = openAgencyCheckOf(events, false)
    if (open) throw conflict(problemTypes.notAllowedInState, `Hồ sơ đang chờ ${open.agency} trả lời xác minh.`)

    return { action: 'begin_agency_check', data: { agency, reason } }
  })
}

/** The other body has answered, or is no longer waited for. */
export function endAgencyCheck(deps: Deps, target: Target, result: string | null): Promise<string> {
  return changeDossier(deps, target, 'end_agency_check', ({ events }) => {
    const open = openAgencyCheckOf(events, false)
    if (!open) throw conflict(problemTypes.notAllowedInState, 'Hồ sơ không chờ cơ quan nào xác minh.')

    return { action: 'end_agency_check', data: { agency: open.agency, result } }
  })
}
