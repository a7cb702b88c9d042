import type { Bilingual } from '../text/bilingual.ts'
import type { ProcedureCode } from './types.ts'

/** What happened in somebody's life, for those who do not know the name of the procedure. */
export interface LifeSituation {
  id: string
  title: Bilingual
  /** The likeliest first. */
  procedures: readonly ProcedureCode[]
}

export const lifeSituations: readonly LifeSituation[] = [
  {
    id: 'rented-room',
    title: { vi: 'Mới thuê trọ, đi làm hoặc đi học xa', en: 'Just rented a room, to work or study away from home' },
    procedures: ['1.004194', '1.002755', '1.003677'],
  },
  {
    id: 'guest',
    title: { vi: 'Có khách ở lại qua đêm', en: 'Somebody stays overnight' },
    procedures: ['2.001159'],
  },
  {
    id: 'needs-paper',
    title: { vi: 'Cần giấy xác nhận cư trú', en: 'A paper that confirms your residence' },
    procedures: ['1.010041'],
  },
  {
    id: 'moved-home',
    title: { vi: 'Mua nhà, chuyển nhà, về ở với gia đình', en: 'Bought a home, moved, joined the family' },
    procedures: ['1.004222', '1.010028', '1.010039'],
  },
  {
    id: 'newborn',
    title: { vi: 'Sinh con', en: 'A child was born' },
    procedures: ['1.004222'],
  },
  {
    id: 'household-changed',
    title: { vi: 'Kết hôn, ly hôn, tách hộ, đổi chủ hộ', en: 'Marriage, divorce, separate household, new head' },
    procedures: ['1.010038', '1.010039', '1.004222'],
  },
  {
    id: 'left-or-died',
    title: {
      vi: 'Người thân qua đời, ra nước ngoài hoặc đã chuyển đi',
      en: 'A relative died, settled abroad or moved away',
    },
    procedures: ['1.003197', '1.010028'],
  },
  {
    id: 'no-papers',
    title: { vi: 'Chưa có giấy tờ hoặc chưa đăng ký được', en: 'No papers, or cannot register yet' },
    procedures: ['1.010040'],
  },
]
