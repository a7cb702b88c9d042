import * as z from 'zod/mini'
import type { LocalDate } from '../sla/minutes.ts'
import { unsurePart } from '../units/address.ts'
import { editions } from '../units/types.ts'
import { addDays, addMonths, isRealDay } from './days.ts'
import { isEmailAddress } from './email-address.ts'
import { type FieldErrorCode, type FieldErrorFacts, fieldErrorText } from './field-errors.ts'
import { identityFault, isPassportNumber } from './identity-number.ts'
import { isPhoneNumber } from './phone-number.ts'
import { findRelationship } from './relationships.ts'
import type { Field } from './types.ts'

export interface CheckOptions {
  /** The local day of filing: what is past, who is a child, which questions are asked. */
  on: LocalDate
  /** Lets numbers of the impossible province 000 pass, in demonstrations and tests. */
  allowDemoIdentities?: boolean
}

/** An issue that carries its code, so that the other language can be had from it (`fieldErrorsOf`). */
export const fault = (error: FieldErrorCode, facts: FieldErrorFacts = {}, path: PropertyKey[] = []) => ({
  code: 'custom' as const,
  message: fieldErrorText(error, facts).vi,
  params: { error, facts },
  path,
})

/** Every kind but `people`, whose schema `answersSchema` builds, because its questions have conditions of their own. */
export type LeafField = Exclude<Field, { kind: 'people' }>

/** Checks one answer by itself; whether it is asked at all is `answersSchema`'s business. */
export function leafSchema(field: LeafField, options: CheckOptions): z.ZodMiniType {
  switch (field.kind) {
    case 'name':
      return textSchema(field, (text) => {
        if (text.length > 100) return fault('too_long', { max: 100 })

        return /^\p{L}[\p{L}\p{M}'’. -]+$/u.test(text) ? undefined : fault('name_invalid')
      })
    case 'text':
      return textSchema(field, (text) =>
        text.length > field.maxLength ? fault('too_long', { max: field.maxLength }) : undefined,
      )
    case 'date':
      return textSchema(field, (text) => dayFault(text, options.on, field.range))
    case 'choice':
      return textSchema(field, (text) =>
        field.options.some(({ value }) => value === text) ? undefined : fault('choice_invalid'),
      )
    case 'yesNo':
      return z.boolean(wrongType(field))
    case 'identity':
      return textSchema(field, (text) => numberFault(text, options))
    case 'identityOrPassport':
      return textSchema(field, (text) => {
        if (/^\d{12}$/.test(text)) return numberFault(text, options)

        return isPassportNumber(text) ? undefined : fault('identity_or_passport')
      })
    case 'phone':
      return textSchema(field, (text) => (isPhoneNumber(text) ? undefined : fault('phone_invalid')))
    case 'email':
      return textSchema(field, (text) => (isEmailAddress(text) ? undefined : fault('email_invalid')))
    case 'relationship':
      return textSchema(field, (text) => (findRelationship(text) ? undefined : fault('relationship_unknown')))
    case 'unit':
      return textSchema(field, (text) => (unitCode.test(text) ? undefined : fault('unit_invalid')))
    case 'address':
      return addressSchema(field)
    case 'period':
      return periodSchema(field, options.on)
  }
}

type Fault = ReturnType<typeof fault>

const wrongType = ({ label }: Field) => ({ error: () => fieldErrorText('wrong_type', { label }).vi })

/** Control characters and halves of characters: neither a person nor the database can read them. */
const unreadable = /[\p{Cc}\p{Cs}]/u

function textSchema(field: Field, check: (text: string) => Fault | undefined) {
  const isLong = field.kind === 'text' && field.long

  return z.string(wrongType(field)).check(
    z.superRefine((text, context) => {
      const found = unreadable.test(isLong ? text.replace(/\n/g, '') : text) ? fault('text_invalid') : check(text)
      if (found) context.addIssue(found)
    }),
  )
}

function dayFault(text: string, on: LocalDate, range?: 'past' | 'future'): Fault | undefined {
  if (!isRealDay(text)) return fault('date_invalid')
  if (text < '1900-01-01') return fault('date_too_old')
  if (range === 'past' && text > on) return fault('date_in_future')
  if (range === 'future' && text < on) return fault('date_in_past')

  return undefined
}

function numberFault(text: string, { allowDemoIdentities = false }: CheckOptions): Fault | undefined {
  const found = identityFault(text, { allowDemo: allowDemoIdentities })

  return found && fault(found, { place: text.slice(0, 3) })
}

const unitCode = /^\d{5}$/

/** Either a unit of the lists or, when the resident found none, its name as free text; always with the place inside it. */
function addressSchema(field: LeafField) {
  const text = (maxLength: number) =>
    textSchema(field, (value) => {
      if (value === '') return fault('address_invalid')

      return value.length > maxLength ? fault('too_long', { max: maxLength }) : undefined
    })
  const code = z.string(wrongType(field)).check(
    z.superRefine((value, context) => {
      if (!unitCode.test(value)) context.addIssue(fault('unit_invalid'))
    }),
  )
  const part = z.string(wrongType(field)).check(
    z.superRefine((value, context) => {
      if (value !== unsurePart && !unitCode.test(value)) context.addIssue(fault('unit_invalid'))
    }),
  )
  const unit = z.strictObject({ edition: z.enum(editions, wrongType(field)), code }, wrongType(field))
  const parts = {
    unit: z.optional(unit),
    unknown: z.optional(text(200)),
    detail: z.optional(text(300)),
    now: z.optional(part),
  }

  return z.strictObject(parts, wrongType(field)).check(
    z.superRefine((address, context) => {
      if ((address.unit === undefined) === (address.unknown === undefined)) context.addIssue(fault('address_invalid'))
      if (address.detail === undefined) context.addIssue(fault('address_invalid', {}, ['detail']))
      if (address.now !== undefined && address.unit === undefined)
        context.addIssue(fault('address_invalid', {}, ['now']))
    }),
  )
}

function periodSchema(field: LeafField & { kind: 'period' }, on: LocalDate) {
  const day = textSchema(field, (text) => dayFault(text, on))
  const required = z.optional(day)

  return z.strictObject({ from: required, to: required }, wrongType(field)).check(
    z.superRefine(({ from, to }, context) => {
      if (from === undefined) context.addIssue(fault('required', { label: field.label }, ['from']))
      if (to === undefined) context.addIssue(fault('required', { label: field.label }, ['to']))
      if (from === undefined || to === undefined || !isRealDay(from) || !isRealDay(to)) return

      const found = lengthFault(field, from, to) ?? (field.mustLast && to <= on ? fault('period_over') : undefined)
      if (found) context.addIssue({ ...found, path: ['to'] })
    }),
  )
}

function lengthFault(field: LeafField & { kind: 'period' }, from: LocalDate, to: LocalDate): Fault | undefined {
  if (to <= from) return fault('period_order')
  if (field.maxDays !== undefined && to > addDays(from, field.maxDays))
    return fault('period_days', { max: field.maxDays })
  if (field.maxMonths !== undefined && to > addMonths(from, field.maxMonths))
    return fault('period_months', { max: field.maxMonths })

  return undefined
}
