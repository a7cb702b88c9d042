import type { Field, ProcedureVersion } from '#shared/catalogue/types.ts'
import type { Answers } from './filed-answers.ts'

/** Somebody named in the answers, so that officers find the dossier by the person. */
export interface NamedPerson {
  /** Where in the answers: `applicant`, `members/1`. */
  place: string
  name: string
  identity: string | undefined
}

/** The applicant first, then everybody of the people lists. */
export function namedPeople(procedure: ProcedureVersion, answers: Answers): NamedPerson[] {
  const applicant = {
    place: 'applicant',
    name: text(answers[procedure.applicant.name]) ?? '',
    identity: text(answers[procedure.applicant.identity]),
  }
  const lists = procedure.pages.flatMap(({ fields }) => fields).filter((field) => field.kind === 'people')

  return [applicant, ...lists.flatMap((list) => peopleOf(list, answers[list.name]))]
}

function peopleOf(list: Field & { kind: 'people' }, value: unknown): NamedPerson[] {
  if (!Array.isArray(value)) return []
  const nameField = list.fields.find(({ kind }) => kind === 'name')?.name
  const identityField = list.fields.find(({ kind }) => kind === 'identity' || kind === 'identityOrPassport')?.name

  return value.map((person: Answers, index) => ({
    place: `${list.name}/${index}`,
    name: (nameField && text(person[nameField])) ?? '',
    identity: identityField && text(person[identityField]),
  }))
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
