import { useWatch } from 'react-hook-form'
import { answerWarnings } from '#shared/catalogue/answer-warnings.ts'
import type { Field } from '#shared/catalogue/types.ts'
import { readAnswers, type Typed } from '#web/pages/fields/read-answers.ts'
import { isSimple, type SimpleField, SimpleFieldControl } from '#web/pages/fields/simple-field.tsx'
import { Icon } from '#web/pages/icons.tsx'
import { say } from '../reader.ts'
import type { PageForm } from '../use-page-form.ts'
import { AddressField } from './address-field.tsx'
import { UnitField } from './unit-field.tsx'

export interface FormFieldProps {
  field: Field
  page: PageForm
  isLabelHidden: boolean
  /** What is known about the same person from earlier pages, to compare an identity number with. */
  person: Typed
  /** All fields of the page, for the same reason. */
  siblings: readonly Field[]
}

/** One question in the form. Lists of people have a page of their own (`people-list.tsx`). */
export function FormField({ field, page, isLabelHidden, person, siblings }: FormFieldProps) {
  if (isSimple(field)) {
    return (
      <SimpleFieldControl
        say={say}
        field={field}
        path={field.name}
        binding={page.binding}
        errors={page.errors}
        isLabelHidden={isLabelHidden}
      >
        {(field.kind === 'identity' || field.kind === 'identityOrPassport') && (
          <IdentityDoubts field={field} page={page} person={person} siblings={siblings} />
        )}
      </SimpleFieldControl>
    )
  }
  if (field.kind === 'address') return <AddressField field={field} page={page} isLabelHidden={isLabelHidden} />

  return field.kind === 'unit' ? <UnitField field={field} page={page} isLabelHidden={isLabelHidden} /> : null
}

/** Says softly that a number and the rest do not seem to fit; it may be right all the same, and nothing is stopped. */
function IdentityDoubts({
  field,
  page,
  person,
  siblings,
}: {
  field: SimpleField
  page: PageForm
  person: Typed
  siblings: readonly Field[]
}) {
  const values = useWatch({ control: page.form.control }) as Typed
  const read = { ...person, ...readAnswers(siblings, values) }
  const number = String(read[field.name] ?? '').replace(/[\s.-]/g, '')
  const doubts = answerWarnings({ ...read, [field.name]: number }).filter(({ path }) => path.join('.') === field.name)

  return (
    <div role="status">
      {doubts.map(({ code, message }) => (
        <p key={code} className="warning-message">
          <Icon name="info" />
          <span>{say(message)}</span>
        </p>
      ))}
    </div>
  )
}
