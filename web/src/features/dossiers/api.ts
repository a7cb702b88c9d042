import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import { type DossierView, dossierView } from '#shared/dossiers/dossier-view.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { Refused, request } from '#web/src/lib/http.ts'
import { intention, newKey } from '#web/src/lib/intention.ts'
import { read } from '#web/src/lib/read.ts'

export const dossiersKey = ['dossier'] as const

/** Opening a dossier is recorded as a look at personal data, so what was just read ahead is not read twice. */
export const dossierOptions = (code: string) =>
  queryOptions({
    queryKey: [...dossiersKey, code],
    queryFn: ({ signal }) => read(dossierView, `/api/dossiers/${encodeURIComponent(code)}`, signal),
    staleTime: 20_000,
  })

/** One write on a dossier: which resource, and what is put there. */
export interface Step {
  method: 'PUT' | 'POST' | 'DELETE'
  resource: string
  body?: unknown
  /** The version that the officer had on screen when deciding. */
  version: number
}

/**
 * Sends a step. The same words on the same version keep their key, so that pressing again after a lost answer is
 * safe. Resolves with the dossier as it is then, or null when it left this unit.
 */
export function useStep(code: string) {
  const client = useQueryClient()
  const [keyFor] = useState(intention)
  const { queryKey } = dossierOptions(code)

  return useMutation({
    mutationFn: async ({ method, resource, body, version }: Step): Promise<DossierView | null> => {
      const answer = await request<unknown>(method, `/api/dossiers/${encodeURIComponent(code)}/${resource}`, {
        body,
        ifMatch: version,
        idempotencyKey: keyFor({ method, resource, body, version }),
      })

      return answer === undefined ? null : z.parse(dossierView, answer)
    },
    onSuccess: (view) => {
      if (view) client.setQueryData(queryKey, view)
      else client.removeQueries({ queryKey })
    },
    onError: (error) => {
      const current = staleCurrent(error)
      if (current) client.setQueryData(queryKey, current)
      else if (error instanceof Refused && error.problem.status === 409) void client.invalidateQueries({ queryKey })
    },
  })
}

/**
 * Makes the sender of a step that is held back: one intention under one key, however often it is tried, and sent even
 * while the page closes.
 */
export function useHeldSend(code: string) {
  const client = useQueryClient()
  const { queryKey } = dossierOptions(code)

  return ({ method, resource, body, version }: Step) => {
    const idempotencyKey = newKey()

    return async (isLeaving: boolean): Promise<void> => {
      try {
        const answer = await request<unknown>(method, `/api/dossiers/${encodeURIComponent(code)}/${resource}`, {
          body,
          ifMatch: version,
          idempotencyKey,
          keepalive: isLeaving,
        })
        client.setQueryData(queryKey, z.parse(dossierView, answer))
      } catch (error) {
        void client.invalidateQueries({ queryKey })
        throw error
      } finally {
        void client.invalidateQueries({ queryKey: ['desk'] })
      }
    }
  }
}

/** The dossier as it is now, when a step was refused because somebody else had changed it. */
function staleCurrent(error: unknown): DossierView | undefined {
  if (!isStale(error)) return undefined
  const parsed = z.safeParse(dossierView, error.problem.current)

  return parsed.success ? parsed.data : undefined
}

export const isStale = (error: unknown): error is Refused =>
  error instanceof Refused && error.problem.type === problemTypes.stale
