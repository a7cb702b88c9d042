import type { StaffActor } from '#shared/accounts/policy.ts'
import { addressText } from '#shared/catalogue/answer-texts.ts'
import type { TriageDossierView } from '#shared/dossiers/triage-schemas.ts'
import { likelyUnits } from '#shared/routing/likely-units.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'
import { province } from '../platform/reference.ts'
import { openAnswers } from './filed-answers.ts'
import { lookOf, type StoredDossier } from './read-dossier.ts'
import { undecidedBecause } from './undecided-because.ts'

/**
 * What somebody of the province needs to find the commune of one undecided dossier: the address as it was given, why
 * routing did not decide, the communes that are likely and what speaks for each. That they looked is recorded.
 *
 * A dossier that stands with a commune by now and one that does not exist are the same 404.
 */
export async function readTriage(deps: Deps, actor: StaffActor, code: string): Promise<TriageDossierView> {
  const { rows } = await deps.pool.query<StoredDossier>({
    name: 'read-dossier',
    text: 'select * from desk_read_dossier($1, $2, $3, $4, $5, $6, $7)',
    // No other unit is in scope, so that nothing else is opened here, nor its opening recorded.
    values: [
      actor.units.filter((unit) => unit === province.code).join(),
      code,
      ...lookOf(deps, actor, 'xác định nơi tiếp nhận'),
    ],
  })
  const [dossier] = rows
  if (!dossier) throw notFound()
  const procedure = deps.reference.version(dossier.procedure, dossier.procedureVersion)
  const { answers, contact } = openAnswers(deps.keys, dossier.id, dossier.answersNumber, dossier.sealedAnswers)
  const directory = deps.reference.directory()
  const field = procedure.pages.flatMap((page) => page.fields).find(({ name }) => name === procedure.routing.field)

  return {
    code: dossier.code,
    version: dossier.version,
    state: dossier.state,
    procedure: { code: procedure.code, name: procedure.name },
    applicantName: dossier.applicantName,
    contact,
    filedAt: dossier.filedAt,
    address: {
      label: field?.label ?? procedure.routing.why,
      text: addressText(answers[procedure.routing.field], directory) ?? { vi: '–', en: '–' },
    },
    why: undecidedBecause(dossier.routing),
    because: dossier.routing.map(({ rule, text, source }) => ({ rule, text, ...(source && { source }) })),
    likely: likelyUnits(procedure, answers, directory, deps.now()).map(({ code: unit, reasons }) => ({
      unit: deps.reference.unitName(unit),
      reasons,
    })),
  }
}
