import type pg from 'pg'
import type { Role } from '#shared/accounts/schemas.ts'
import type { Unit } from '#shared/units/types.ts'
import { newId } from '../platform/ids.ts'
import { province } from '../platform/reference.ts'
import { hashPassword } from './sign-in.ts'

/** The password of every demonstration account. They are never made in production. */
export const demoPassword = 'quay-demo-2026'

export interface DemoAccount {
  username: string
  name: string
  role: Role
  unit: string
}

/** An officer, a commander and a helper for each commune, a supervisor of the province, an administrator. */
export function demoAccounts(units: readonly Pick<Unit, 'code' | 'name' | 'type'>[]): DemoAccount[] {
  return [
    ...units.flatMap(({ code, name, type }): DemoAccount[] => [
      { username: `canbo-${code}`, name: `Cán bộ ${type.toLowerCase()} ${name}`, role: 'officer', unit: code },
      { username: `chihuy-${code}`, name: `Chỉ huy ${type.toLowerCase()} ${name}`, role: 'commander', unit: code },
      {
        username: `tocongnghe-${code}`,
        name: `Tổ công nghệ số ${type.toLowerCase()} ${name}`,
        role: 'helper',
        unit: code,
      },
    ]),
    { username: 'giamsat-hatinh', name: 'Giám sát Công an tỉnh', role: 'supervisor', unit: province.code },
    { username: 'quantri', name: 'Quản trị hệ thống', role: 'administrator', unit: province.code },
  ]
}

/** Makes those that are missing; one stored hash serves all, since they share one password. Runs as the owner. */
export async function seedDemoAccounts(
  client: pg.ClientBase,
  units: readonly Pick<Unit, 'code' | 'name' | 'type'>[],
): Promise<void> {
  const wanted = demoAccounts(units)
  const { rows } = await client.query<{ username: string }>('select username from accounts where username = any($1)', [
    wanted.map(({ username }) => username),
  ])
  const present = new Set(rows.map(({ username }) => username))
  const missing = wanted
    .filter(({ username }) => !present.has(username))
    .map((account) => ({ ...account, id: newId(), posting: newId() }))
  if (missing.length === 0) return
  await client.query(
    `with wanted as (
       select * from jsonb_to_recordset($1) as w (id uuid, posting uuid, username text, name text, role text, unit text)),
     made as (
       insert into accounts (id, username, name, role, password_hash) select id, username, name, role, $2 from wanted)
     insert into postings (id, account_id, unit_code, from_on) select posting, id, unit, '2025-07-01' from wanted`,
    [JSON.stringify(missing), await hashPassword(demoPassword)],
  )
}
