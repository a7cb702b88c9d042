import type { TransferInput } from '#shared/dossiers/transfer-schemas.ts'
import type { Deps } from '../platform/deps.ts'
import { invalid } from '../platform/problem.ts'
import { communeQueue } from '../platform/queues.ts'
import { changeDossier, type Target } from './change-dossier.ts'
import { isOpenNotice } from './receive-notice.ts'

/**
 * Sends a misfiled dossier, or one that routing could not decide, to the commune it belongs to. Filing time, term and
 * due date stay (CLOCK rule 7.1); the receiving unit's queue delivers it anew, and receives a notice by itself.
 */
export function transferDossier(
  deps: Deps,
  target: Target,
  { to, reason, reasonCode }: TransferInput,
): Promise<string> {
  if (!deps.reference.units().some(({ code }) => code === to))
    throw invalid([{ pointer: '#/to', detail: 'Không có công an xã nào mang mã này trong tỉnh.' }])

  return changeDossier(deps, { ...target, receiver: to }, 'transfer', ({ dossier }) => {
    if (dossier.unitCode === to) throw invalid([{ pointer: '#/to', detail: 'Hồ sơ đang ở chính đơn vị này.' }])

    return {
      action: 'transfer',
      data: { from: dossier.unitCode, to, reason, ...(reasonCode && { reasonCode }) },
      set: {
        unitCode: to,
        holderId: null,
        holderName: null,
        deliveredAt: null,
      },
      promises: [
        {
          topic: isOpenNotice(deps, dossier) ? 'receive_notice' : 'deliver',
          queue: communeQueue(to),
          dossierId: dossier.id,
        },
      ],
    }
  })
}
