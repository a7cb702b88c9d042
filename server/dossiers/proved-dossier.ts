import type { FastifyRequest } from 'fastify'
import type { Deps } from '../platform/deps.ts'
import { wrongTrackingKey } from '../platform/problem.ts'
import { findTracked } from './track-dossier.ts'
import { rememberedDossier } from './tracking-cookie.ts'

/**
 * The dossier whose tracking key came in the header, or was proved by this browser a short while ago. The id opens
 * its scope and no other.
 */
export async function provedDossier(deps: Deps, request: FastifyRequest, code: string): Promise<string> {
  const key = request.headers['x-tracking-key']
  if (typeof key === 'string' && key !== '') return findTracked(deps, code, key)
  const remembered = rememberedDossier(deps, request, code)
  if (!remembered) throw wrongTrackingKey()

  return remembered
}
