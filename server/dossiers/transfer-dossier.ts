import type { Deps } from '../platform/deps.ts'
import { invalid } from '../platform/problem.ts'
import { communeQueue } from '../platform/queues.ts'
import { changeDossier, type Target } from './change-dossier.ts'

/**
 * Sends a misfiled dossier to the commune it belongs to. Filing time, term and due date stay (CLOCK rule 7.1); the
 * receiving unit's queue delivers it anew.
 */
export function transferDossier(
  deps: Deps,
  target: Target,
  { to, reason }: { to: string; reason: string },
): Promise<string> {
  if (!deps.reference.units().some(({ code }) => code === to)) {
    throw invalid([{ pointer: '#/to', detail: 'Không có công an xã nào mang mã này trong tỉnh.' }])
  }

  return changeDossier(deps, { ...target, receiver: to }, 'transfer', ({ dossier }) => {
    if (dossier.unitCode === to) throw invalid([{ pointer: '#/to', detail: 'Hồ sơ đang ở chính đơn vị này.' }])

    return {
      action: 'transfer',
      data: { from: dossier.unitCode, to, reason },
      set: { unitCode: to, holderId: null, holderName: null, deliveredAt: null },
      promises: [{ topic: 'deliver', queue: communeQueue(to), dossierId: dossier.id }],
    }
  })
}
