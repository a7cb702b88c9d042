import type { Role } from '#shared/accounts/schemas.ts'

const names: Record<Role, string> = {
  officer: 'Cán bộ',
  commander: 'Chỉ huy',
  supervisor: 'Giám sát tỉnh',
  administrator: 'Quản trị',
  helper: 'Tổ công nghệ số cộng đồng',
}

export const roleName = (role: Role): string => names[role]
