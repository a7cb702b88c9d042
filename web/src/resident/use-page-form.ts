import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useEffect, useRef } from 'react'
import { type FieldErrors, type FieldValues, useForm } from 'react-hook-form'
import { normalizePhone } from '#shared/catalogue/phone-number.ts'
import type { Field } from '#shared/catalogue/types.ts'
import { formatIdentity } from '#shared/text/format.ts'
import type { Binding, ErrorsByPath } from '#web/pages/fields/binding.ts'
import type { Typed } from '#web/pages/fields/read-answers.ts'

/** A fault beside a question: its path within the page's values, and the sentence in the reader's language. */
export interface PageFault {
  path: readonly (string | number)[]
  message: string
}

export interface PageFormOptions {
  fields: readonly Field[]
  /** What was typed before. Read once: afterwards the controls themselves hold the values. */
  typed: Typed
  /** Called at every change with all values of the page. */
  onChange(values: Typed): void
  /** The faults of these values; none lets the reader go on. */
  check(values: Typed): PageFault[]
  /** What the server refused before, shown until the reader goes on. */
  refused: readonly PageFault[]
}

/**
 * One page of questions. The controls are uncontrolled: nothing rewrites what an input method composes. Checked only
 * when the reader goes on, by the same schema as on the server, which `check` asks for the whole filing.
 */
export function usePageForm({ fields, typed, onChange, check, refused }: PageFormOptions) {
  const newest = useRef({ onChange, check })
  newest.current = { onChange, check }
  const form = useForm<FieldValues>({
    defaultValues: structuredClone(
      Object.fromEntries(fields.flatMap(({ name }) => (name in typed ? [[name, typed[name]]] : []))),
    ),
    resolver: standardSchemaResolver<FieldValues, unknown, FieldValues>({
      '~standard': {
        version: 1,
        vendor: 'quay',
        validate: (values) => {
          const issues = newest.current.check(values as Typed)

          return issues.length > 0 ? { issues } : { value: values as Typed & FieldValues }
        },
      },
    }),
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => newest.current.onChange(values),
      }),
    [form],
  )
  useEffect(() => {
    for (const { path, message } of refused) form.setError(path.join('.'), { message })
  }, [form, refused])

  return { form, binding: bindingOf(form, fields), errors: errorsByPath(form.formState.errors) }
}

export type PageForm = ReturnType<typeof usePageForm>

function bindingOf(form: ReturnType<typeof useForm<FieldValues>>, fields: readonly Field[]): Binding {
  return {
    text: (path) => {
      const { onBlur, ...registered } = form.register(path)
      const tidy = tidyOf(fields.find(({ name }) => name === path)?.kind)

      return {
        ...registered,
        onBlur: (event) => {
          const tidied = tidy?.(event.target.value)
          if (tidied !== undefined && tidied !== event.target.value) form.setValue(path, tidied)
          void onBlur(event)
        },
      }
    },
    option: (path, value) => ({ ...form.register(path), value }),
  }
}

/** Digits in groups that can be compared with a card; only after the reader has left the field. */
function tidyOf(kind: Field['kind'] | undefined): ((text: string) => string | undefined) | undefined {
  const digits = (text: string) => text.replace(/[\s.-]/g, '')
  if (kind === 'identity' || kind === 'identityOrPassport') {
    return (text) => (/^\d{12}$/.test(digits(text)) ? formatIdentity(digits(text)) : undefined)
  }
  if (kind === 'phone') {
    return (text) => {
      const number = normalizePhone(text.trim())

      return /^\d{10}$/.test(number) ? number.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3') : undefined
    }
  }

  return undefined
}

/** The nested errors of react-hook-form by dotted path. */
function errorsByPath(errors: FieldErrors, prefix = ''): ErrorsByPath {
  return new Map(
    Object.entries(errors).flatMap(([name, error]): [string, string][] => {
      if (!error || typeof error !== 'object') return []
      const path = `${prefix}${name}`
      const own: [string, string][] = typeof error.message === 'string' ? [[path, error.message]] : []
      const inner = Object.entries(error).filter(
        ([key]) => key !== 'message' && key !== 'type' && key !== 'ref' && key !== 'types',
      )

      return [...own, ...errorsByPath(Object.fromEntries(inner) as FieldErrors, `${path}.`)]
    }),
  )
}
