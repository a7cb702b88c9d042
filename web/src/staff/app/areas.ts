import type { ComponentType } from 'react'
import type { Role } from '#shared/accounts/schemas.ts'
import { TriageBadge } from '#web/src/features/triage/triage-badge.tsx'
import { WarningBadge } from '#web/src/features/warnings/warning-badge.tsx'

export interface Area {
  address: string
  words: string
  roles: readonly Role[]
  /** For whom it stands in the menu “Thêm”: the bar must stay one line on a counter PC of 1280 px. */
  rareFor?: readonly Role[]
  /** How much waits there. */
  badge?: ComponentType
}

/** The areas of each role, the first one being where the role begins. The server decides again on every request. */
const areas: readonly Area[] = [
  { address: '/can-bo/ban-xu-ly', words: 'Bàn xử lý', roles: ['officer', 'commander'] },
  { address: '/can-bo/sang', words: 'Buổi sáng', roles: ['commander'] },
  { address: '/can-bo/ky-so', words: 'Ký số', roles: ['commander'] },
  { address: '/can-bo/goi-so', words: 'Gọi số', roles: ['officer', 'commander'] },
  { address: '/can-bo/bao-cao', words: 'Báo cáo', roles: ['supervisor', 'commander'], rareFor: ['commander'] },
  { address: '/can-bo/tiep-nhan', words: 'Tiếp nhận', roles: ['officer', 'commander'], rareFor: ['commander'] },
  {
    address: '/can-bo/canh-bao',
    words: 'Cảnh báo',
    roles: ['officer', 'commander', 'supervisor'],
    badge: WarningBadge,
  },
  { address: '/can-bo/phan-tuyen', words: 'Chờ phân tuyến', roles: ['supervisor'], badge: TriageBadge },
  { address: '/can-bo/goi-bao-tin', words: 'Gọi báo tin', roles: ['officer', 'commander'], rareFor: ['commander'] },
  { address: '/can-bo/so-theo-doi', words: 'Sổ theo dõi', roles: ['officer', 'commander'], rareFor: ['commander'] },
  {
    address: '/can-bo/doi-soat',
    words: 'Đối soát',
    roles: ['officer', 'commander', 'supervisor'],
    rareFor: ['officer', 'commander'],
  },
  { address: '/can-bo/phan-anh', words: 'Phản ánh', roles: ['commander', 'supervisor'], rareFor: ['commander'] },
  {
    address: '/can-bo/luu-tru',
    words: 'Lưu trữ',
    roles: ['officer', 'commander', 'supervisor'],
    rareFor: ['officer', 'commander'],
  },
  { address: '/can-bo/lich', words: 'Lịch làm việc', roles: ['administrator'] },
  { address: '/can-bo/dong-ho', words: 'Đồng hồ mô phỏng', roles: ['administrator'] },
  { address: '/can-bo/su-co', words: 'Sự cố', roles: ['administrator'] },
]

export const areasOf = (role: Role): Area[] => areas.filter(({ roles }) => roles.includes(role))
