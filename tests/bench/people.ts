import { blindIndex } from '#server/platform/sealing.ts'
import type { BenchDesk } from './bench-desk.ts'

/** A stored dossier that somebody looks for. */
export interface Sought {
  code: string
  unit: string
  name: string
  identity: string
}

const surnames = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phan',
  'Phạm',
  'Võ',
  'Hoàng',
  'Hồ',
  'Đặng',
  'Dương',
  'Bùi',
  'Đinh',
  'Hà',
  'Cao',
]
const middles = ['Văn', 'Thị', 'Đình', 'Xuân', 'Hữu', 'Quốc', 'Minh', 'Đức', 'Thanh', 'Ngọc', 'Khánh', 'Gia']
const given = [
  'An',
  'Bình',
  'Cường',
  'Dũng',
  'Đạt',
  'Giang',
  'Hà',
  'Hạnh',
  'Hiếu',
  'Hòa',
  'Hồng',
  'Hùng',
  'Hương',
  'Khánh',
  'Lan',
  'Linh',
  'Long',
  'Mai',
  'Nam',
  'Nga',
  'Phúc',
  'Quân',
  'Sơn',
  'Thảo',
  'Tuấn',
  'Vân',
]

/** Names everybody in the dossiers that `growTo` made, and writes down by what an officer finds them. */
export async function namePeople({ admin }: BenchDesk): Promise<void> {
  const indexes = ['dossier_finds_phone', 'dossier_finds_words', 'dossier_finds_place', 'dossier_people_identity']
  const { rows } = await admin.query<{ definition: string }>(
    'select pg_get_indexdef(i::regclass) as definition from unnest($1::text[]) i',
    [indexes],
  )
  for (const name of indexes) await admin.query(`drop index ${name}`)
  await admin.query(
    `with named as (
       select d.id, d.unit_code, n.name, split_part(d.code, '-', 2)::integer as number
       from dossiers d cross join lateral (select
         ($1::text[])[1 + (hashtext(d.code || 'a') & 1023) % cardinality($1)] || ' ' || ($2::text[])[1 + (hashtext(d.code || 'b') & 1023) % cardinality($2)]
         || ' ' || ($3::text[])[1 + (hashtext(d.code || 'c') & 1023) % cardinality($3)] as name) n
       where d.code like 'gen-%' and not exists (select from dossier_people p where p.dossier_id = d.id)),
     people as (
       insert into dossier_people (dossier_id, place, name, identity_index)
       select id, 'applicant', name, sha256(convert_to('person ' || number, 'UTF8')) from named)
     insert into dossier_finds (dossier_id, unit_code, phone_index, words, initials, place)
     select id, unit_code, sha256(convert_to('phone ' || number, 'UTF8')), desk_fold(name) || ' thon ' || number % 15, '', 'thon ' || number % 9973 from named`,
    [surnames, middles, given],
  )
  for (const { definition } of rows) await admin.query(definition)
  await admin.query('vacuum analyze')
  await admin.query('checkpoint')
}

/** Some dossiers of these communes, each with an identity number that is searched for. */
export async function drawSought(desk: BenchDesk, units: readonly string[], each: number): Promise<Sought[]> {
  const { rows } = await desk.admin.query<Omit<Sought, 'identity'> & { id: string }>(
    `select d.id, d.code, d.unit_code as unit, p.name from unnest($1::text[]) u
     cross join lateral (select id, code, unit_code from dossiers where unit_code = u and code like 'gen-%' order by hashtext(code) limit $2) d
     join dossier_people p on p.dossier_id = d.id`,
    [units, each],
  )
  const sought = rows.map((row, index) => ({ ...row, identity: `000${String(index).padStart(9, '0')}` }))
  for (const { id, identity } of sought) {
    await desk.admin.query('update dossier_people set identity_index = $2 where dossier_id = $1', [
      id,
      blindIndex(desk.keys.index, identity),
    ])
  }

  return sought
}
