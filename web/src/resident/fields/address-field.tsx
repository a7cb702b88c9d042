import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { asAnswers, asText } from '#shared/catalogue/answers.ts'
import type { Field } from '#shared/catalogue/types.ts'
import { fieldTexts } from '#shared/i18n/fields.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { unsurePart } from '#shared/units/address.ts'
import { type UnitSearchItem, unitSearchItem } from '#shared/units/schemas.ts'
import { unitTitle } from '#shared/units/unit-names.ts'
import { controlId } from '#web/pages/fields/binding.ts'
import { FieldFrame, GroupFrame } from '#web/pages/fields/field-frame.tsx'
import { Icon } from '#web/pages/icons.tsx'
import { say } from '../reader.ts'
import type { PageForm } from '../use-page-form.ts'
import { UnitSearch } from './unit-search.tsx'
import { nowText, placeTitle } from './unit-texts.ts'

interface AddressFieldProps {
  field: Field
  page: PageForm
  isLabelHidden: boolean
}

/** A commune by any name it ever had, chosen on a screen of its own, and what stands inside it. */
export function AddressField({ field, page, isLabelHidden }: AddressFieldProps) {
  const [isSearching, setSearching] = useState(false)
  const value = asAnswers(useWatch({ control: page.form.control, name: field.name })) ?? {}
  const unit = unitSearchItem.safeParse(value.unit)
  const written = asText(value.unknown) ?? ''
  const path = field.name
  const error = ['', '.unit', '.unknown', '.now'].map((part) => page.errors.get(`${path}${part}`)).find(Boolean)
  const detailError = page.errors.get(`${path}.detail`)

  const choose = (chosen: { unit?: UnitSearchItem; unknown?: string }) => {
    page.form.setValue(`${path}.unit`, chosen.unit)
    page.form.setValue(`${path}.unknown`, chosen.unknown ?? '')
    page.form.setValue(`${path}.now`, '')
    setSearching(false)
  }

  return (
    <GroupFrame say={say} field={field} path={path} error={error} isLabelHidden={isLabelHidden}>
      {isSearching && <UnitSearch onChoose={choose} onClose={() => setSearching(false)} mayWrite />}
      <div className="place">
        {unit.success && (
          <p className="place-name">
            <Icon name="place" />
            <span>
              <strong>{placeTitle(unit.data)}</strong>
              <span className="ways-note">{nowText(unit.data)}</span>
            </span>
          </p>
        )}
        {!unit.success && written && (
          <p className="place-name">
            <Icon name="place" />
            <strong>{written}</strong>
          </p>
        )}
        <button
          type="button"
          id={controlId(path)}
          className={unit.success || written ? 'button quiet-button' : 'pick'}
          onClick={() => setSearching(true)}
        >
          <Icon name="search" />
          {say(unit.success || written ? texts.changeCommune : texts.chooseCommune)}
        </button>
      </div>
      {unit.success && unit.data.now.length > 1 && <PartChoice page={page} path={path} unit={unit.data} />}
      <FieldFrame
        say={say}
        field={{ ...field, label: fieldTexts.detail, hint: undefined, optional: undefined } as Field}
        path={`${path}.detail`}
        error={detailError}
      >
        <input
          className="input"
          type="text"
          id={controlId(`${path}.detail`)}
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
          aria-invalid={detailError ? true : undefined}
          aria-describedby={detailError ? `${controlId(`${path}.detail`)}-error` : undefined}
          {...page.binding.text(`${path}.detail`)}
        />
      </FieldFrame>
    </GroupFrame>
  )
}

/** The law divided this commune: only the resident can say which part is meant. Not knowing is an answer too. */
function PartChoice({ page, path, unit }: { page: PageForm; path: string; unit: UnitSearchItem }) {
  const name = `${path}.now`
  const options = [
    ...unit.now.map((now) => ({ value: now.code, text: say(unitTitle(now)), hint: undefined })),
    { value: unsurePart, text: say(texts.partUnsure), hint: say(texts.partUnsureHint) },
  ]

  return (
    <fieldset className="field">
      <legend>{say(texts.whichPart(placeTitle(unit)))}</legend>
      <div className="choices">
        {options.map(({ value, text, hint }) => (
          <label key={value} className="choice">
            <input type="radio" {...page.binding.option(name, value)} />
            <span className="choice-text">
              {text}
              {hint && <span className="choice-hint">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
