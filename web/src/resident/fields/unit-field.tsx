import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { asAnswers, asText } from '#shared/catalogue/answers.ts'
import type { Field } from '#shared/catalogue/types.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import type { UnitName, UnitSearchItem } from '#shared/units/schemas.ts'
import { policeOf, unitTitle } from '#shared/units/unit-names.ts'
import { controlId } from '#web/pages/fields/binding.ts'
import { GroupFrame } from '#web/pages/fields/field-frame.tsx'
import { Icon } from '#web/pages/icons.tsx'
import { say } from '../reader.ts'
import type { PageForm } from '../use-page-form.ts'
import { UnitSearch } from './unit-search.tsx'
import { placeTitle } from './unit-texts.ts'

interface UnitFieldProps {
  field: Field
  page: PageForm
  isLabelHidden: boolean
}

/** A commune police unit of today, found by an old name too: what was merged leads to where it is now. */
export function UnitField({ field, page, isLabelHidden }: UnitFieldProps) {
  const [isSearching, setSearching] = useState(false)
  const [divided, setDivided] = useState<UnitSearchItem>()
  const value = asAnswers(useWatch({ control: page.form.control, name: field.name }))
  const title = asText(value?.title)

  const set = (unit: UnitName) => {
    page.form.setValue(field.name, { code: unit.code, title: say(policeOf(unit)) })
    setDivided(undefined)
  }
  const choose = ({ unit }: { unit?: UnitSearchItem }) => {
    setSearching(false)
    const [only, ...others] = unit?.now ?? []
    if (only && others.length === 0) set(only)
    else setDivided(unit)
  }

  return (
    <GroupFrame
      say={say}
      field={field}
      path={field.name}
      error={page.errors.get(field.name)}
      isLabelHidden={isLabelHidden}
    >
      {isSearching && <UnitSearch onChoose={choose} onClose={() => setSearching(false)} mayWrite={false} />}
      <div className="place">
        {title && !divided && (
          <p className="place-name">
            <Icon name="place" />
            <strong>{title}</strong>
          </p>
        )}
        {divided && (
          <div className="choices">
            <p>{say(texts.whichPart(placeTitle(divided)))}</p>
            {divided.now.map((unit) => (
              <button key={unit.code} type="button" className="button quiet-button" onClick={() => set(unit)}>
                {say(unitTitle(unit))}
              </button>
            ))}
          </div>
        )}
        <button
          type="button"
          id={controlId(field.name)}
          className={title ? 'button quiet-button' : 'pick'}
          onClick={() => setSearching(true)}
        >
          <Icon name="search" />
          {say(title ? texts.changeCommune : texts.chooseCommune)}
        </button>
      </div>
    </GroupFrame>
  )
}
