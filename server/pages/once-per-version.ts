import type { FastifyRequest } from 'fastify'
import type { Target } from '../dossiers/change-dossier.ts'
import { sha256 } from '../platform/sealing.ts'

/**
 * A resident's step on the version that the form showed. The same form of the same version, sent twice by an
 * impatient finger, is one intention: the second gets the first answer and not "somebody else was faster".
 */
export function oncePerVersion(request: FastifyRequest, dossierId: string, version: number): Target {
  const route = `${request.method} ${request.routeOptions.url}`
  const key = `version-${version}`

  return {
    actor: { kind: 'resident', sender: request.sender },
    dossier: { id: dossierId },
    ifMatch: version,
    keyed: { actor: `dossier:${dossierId}`, route, key, bodySha256: sha256(`${route} ${key}`) },
  }
}
