import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { genderLabel, genders, identityLabel, nameLabel } from '#shared/catalogue/questions/applicant.ts'
import type { ScannedCard } from '#shared/identity-card/read-scanned-card.ts'
import { noProcedures, procedureNamesOptions } from '#web/src/lib/procedures.ts'
import { Choice, ChoiceGroup, TextField } from '#web/src/ui/field.tsx'
import { Failure, Notice } from '#web/src/ui/notice.tsx'
import { StateBadge } from '#web/src/ui/state-badge.tsx'
import { openDossiersOptions } from './api.ts'
import { identityDigits, type Person, personOnCard } from './person-values.ts'

interface PersonPanelProps {
  person: Person
  card: ScannedCard | undefined
  faults: Partial<Record<keyof Person, string>>
  onChange: (change: Partial<Person>) => void
}

/** Who stands at the counter, with where each entry comes from, and what this person has open here already. */
export function PersonPanel({ person, card, faults, onChange }: PersonPanelProps) {
  const scanned = card && personOnCard(card)
  const source = (part: keyof Person) => {
    if (person[part] === '') return undefined

    return <span className="source">{scanned?.[part] === person[part] ? 'từ mã QR trên thẻ' : 'gõ tay'}</span>
  }

  return (
    <section className="intake-person" aria-labelledby="intake-person-title">
      <h2 id="intake-person-title">Công dân</h2>
      <p className="hint">
        Đưa thẻ căn cước vào máy quét, con trỏ ở đâu cũng được. Mã QR chỉ đỡ phải gõ: vẫn đối chiếu với thẻ.
      </p>
      {card && !card.name && (
        <Notice tone="warning" title="Họ tên trên thẻ không đọc được chắc chắn, hãy gõ theo thẻ.">
          {card.nameAsRead && <p>Máy quét đưa vào: “{card.nameAsRead}”.</p>}
        </Notice>
      )}
      <TextField
        label={identityLabel.vi}
        hint={source('identity')}
        error={faults.identity}
        inputMode="numeric"
        autoComplete="off"
        value={person.identity}
        onChange={({ target }) => onChange({ identity: target.value })}
      />
      <TextField
        label={nameLabel.vi}
        hint={source('name')}
        autoComplete="off"
        value={person.name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <TextField
        label="Ngày, tháng, năm sinh"
        hint={source('birth')}
        error={faults.birth}
        placeholder="20/08/1995"
        inputMode="numeric"
        autoComplete="off"
        value={person.birth}
        onChange={({ target }) => onChange({ birth: target.value })}
      />
      <ChoiceGroup legend={genderLabel.vi}>
        {source('gender')}
        {genders.map(({ value, label }) => (
          <Choice
            key={value}
            name="intake-gender"
            label={label.vi}
            checked={person.gender === value}
            onChange={() => onChange({ gender: value === 'male' ? 'male' : 'female' })}
          />
        ))}
      </ChoiceGroup>
      {card?.address && (
        <p className="hint">
          Địa chỉ in trên thẻ, theo tên xã lúc cấp: <strong>{card.address}</strong>. Nơi ở hiện nay hỏi ở tờ khai.
        </p>
      )}
      <OpenDossiers identity={identityDigits(person)} />
    </section>
  )
}

function OpenDossiers({ identity }: { identity: string }) {
  const { data: open, error, refetch } = useQuery(openDossiersOptions(identity))
  const { data: procedures = noProcedures } = useQuery(procedureNamesOptions)
  if (!/^\d{12}$/.test(identity)) return null

  return (
    <section className="intake-open" aria-labelledby="intake-open-title">
      <h3 id="intake-open-title">Hồ sơ đang mở của người này</h3>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!open && !error && <p role="status">Đang tìm…</p>}
      {open?.length === 0 && <p>Không có hồ sơ nào đang mở tại đơn vị.</p>}
      {open && open.length > 0 && (
        <ul>
          {open.map(({ code, procedure, state, applicantName }) => (
            <li key={code}>
              <Link to={`/can-bo/ban-xu-ly/${code}`}>{code}</Link> <StateBadge state={state} />
              <br />
              {procedures.get(procedure) ?? procedure} · {applicantName}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
