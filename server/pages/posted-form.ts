import type { FastifyInstance } from 'fastify'
import type { Typed } from '#web/pages/fields/read-answers.ts'

/** Far more than any form of these pages holds, far less than would cost anything to read. */
const bodyLimit = 64 * 1024

/** Lets the pages of this plugin take plain forms; a name that comes twice becomes a list. */
export function takePostedForms(app: FastifyInstance) {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit },
    (_request, body, done) => {
      const form: Record<string, string | string[]> = Object.create(null)
      for (const [name, value] of new URLSearchParams(String(body))) {
        const before = form[name]
        form[name] = before === undefined ? value : [before, value].flat()
      }
      done(null, { ...form })
    },
  )
}

/**
 * Puts `members.1.identity` and its neighbours together as they stand in the controls: objects, and lists where the
 * part is a number. Names that could reach into an object's making are left out.
 */
export function readTyped(entries: Iterable<readonly [string, string]>): Typed {
  const typed: Record<string, unknown> = {}
  for (const [name, value] of entries) {
    const parts = name.split('.')
    if (
      parts.length > 6 ||
      !parts.every((part) => /^[A-Za-z][A-Za-z0-9]*$|^\d{1,2}$/.test(part) && !forbidden.has(part))
    )
      continue
    place(typed, parts, value)
  }

  return typed
}

const forbidden = new Set(['constructor', 'prototype'])

type Holder = Record<string, unknown> | unknown[]

function place(holder: Holder, [part = '', ...rest]: string[], value: string) {
  const target = holder as Record<string, unknown>
  if (rest.length === 0) {
    target[part] = value

    return
  }
  const inner = target[part]
  const next: Holder =
    typeof inner === 'object' && inner !== null ? (inner as Holder) : /^\d+$/.test(rest[0] ?? '') ? [] : {}
  target[part] = next
  place(next, rest, value)
}
