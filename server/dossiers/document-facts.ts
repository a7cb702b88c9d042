import { addressText } from '#shared/catalogue/answer-texts.ts'
import { findRelationship } from '#shared/catalogue/relationships.ts'
import { requestText } from '#shared/catalogue/request-text.ts'
import type { DossierEvent, PaperMention } from '#shared/dossiers/events.ts'
import { roundsOf } from '#shared/papers/papers-to-reuse.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { Applicant, DocumentFacts, HouseholdMember } from '../documents/inputs.ts'
import type { Tx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { province } from '../platform/reference.ts'
import type { Dossier } from './change-dossier.ts'
import { type Answers, readAnswers } from './filed-answers.ts'

/** A dossier as the documents print it. */
export interface PrintedDossier {
  facts: DocumentFacts
  answers: Answers
  /** Field 10 of CT01; for procedures without a form the procedure's own name. */
  requestText: string
  members: HouseholdMember[]
}

/** Gathers what every slip and result prints: unit, procedure, applicant, and what is asked for. */
export async function printedDossier(
  deps: Pick<Deps, 'reference' | 'keys' | 'config'>,
  tx: Tx,
  dossier: Dossier,
  { madeAt, number }: { madeAt: Date; number?: string },
): Promise<PrintedDossier> {
  const { answers, contact } = await readAnswers(tx, deps.keys, dossier.id)
  const procedure = deps.reference.version(dossier.procedure, dossier.procedureVersion)
  const directory = deps.reference.directory()
  const address = (name: string) => addressText(answers[name], directory)?.vi
  const applicant: Applicant = {
    ...personOf(answers, 'applicant'),
    name: dossier.applicantName,
    ...defined({
      identity: text(answers[procedure.applicant.identity ?? '']),
      phone: contact.phone ?? text(answers[procedure.applicant.phone]),
      email: contact.email ?? text(answers[procedure.applicant.email ?? '']),
      permanentAddress:
        address('permanentResidence') ?? (answers.residenceKind === 'permanent' ? address('residence') : undefined),
      temporaryAddress:
        address('temporaryResidence') ?? (answers.residenceKind === 'temporary' ? address('residence') : undefined),
      currentAddress: address('dwelling') ?? address('residence'),
    }),
  }

  return {
    facts: {
      code: dossier.code,
      unit: deps.reference.unitName(dossier.unitCode),
      province: province.name,
      procedureName: procedure.name.vi,
      applicant,
      filedAt: dossier.filedAt,
      madeAt,
      ...(number && { number }),
      isDemo: !deps.config.isProduction,
    },
    answers,
    requestText: requestText(procedure, answers, { on: localDayOf(dossier.filedAt), directory }) ?? procedure.name.vi,
    members: membersOf(answers),
  }
}

/** Who acts for the unit in an event or request, as the documents sign. */
export const signer = (actor: { kind: string; name?: string }): { name: string } => ({
  name: actor.kind === 'staff' ? (actor.name ?? '') : '',
})

/** The papers that the dossier holds, by the names of its requirements. */
export const papersInLog = (events: readonly DossierEvent[]): PaperMention[] => roundsOf(events).flat()

/** Kinds of papers whose original an officer had in hand when the dossier was filed. */
export const papersSeenIn = ([submit]: readonly DossierEvent[]): readonly string[] =>
  submit?.action === 'submit' ? (submit.data.papersSeen ?? []) : []

function membersOf(answers: Answers): HouseholdMember[] {
  if (!Array.isArray(answers.members)) return []

  return answers.members.map((member: Answers) => ({
    ...personOf(member, ''),
    ...defined({ relationship: findRelationship(text(member.relationship) ?? '')?.label.vi }),
  }))
}

function personOf(answers: Answers, prefix: '' | 'applicant') {
  const key = (name: string) => (prefix ? `${prefix}${name[0]?.toUpperCase()}${name.slice(1)}` : name)
  const gender = text(answers[key('gender')])

  return {
    name: text(answers[key('name')]) ?? '',
    ...defined({
      birthDate: text(answers[key('birthDate')]),
      gender: gender && (gender === 'male' ? 'Nam' : 'Nữ'),
      identity: text(answers[key('identity')]),
    }),
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** Without the entries that are absent: a document leaves their lines open. */
function defined<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string
  }
}
