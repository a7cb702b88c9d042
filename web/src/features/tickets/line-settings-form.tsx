import { type FormEvent, useState } from 'react'
import type { LineSettingsInput } from '#shared/tickets/schemas.ts'
import { type LineSettings, lineSettingBounds } from '#shared/tickets/settings.ts'
import { slotCapacity } from '#shared/tickets/slots.ts'
import { Refused } from '#web/src/lib/http.ts'
import { announce } from '#web/src/ui/announce.ts'
import { TextField } from '#web/src/ui/field.tsx'
import { Failure } from '#web/src/ui/notice.tsx'
import { useSetLine } from './line-settings-api.ts'

const fields: readonly { name: keyof LineSettings; label: string; hint: string }[] = [
  {
    name: 'counters',
    label: 'Số quầy làm việc',
    hint: 'Cán bộ chọn từ Quầy 1 đến số này.',
  },
  {
    name: 'serviceMinutes',
    label: 'Một lượt mất khoảng (phút)',
    hint: 'Dùng để ước lượng chờ bao lâu và tính số chỗ đặt lịch.',
  },
  { name: 'slotMinutes', label: 'Một khung giờ hẹn dài (phút)', hint: 'Không khung nào nằm ngang giờ nghỉ trưa.' },
  {
    name: 'bookedPercent',
    label: 'Phần dành cho đặt lịch (%)',
    hint: 'Phần còn lại cho người đến không hẹn. Ghi 0 là không nhận đặt lịch.',
  },
  {
    name: 'bookingsPerPhone',
    label: 'Mỗi số điện thoại đặt được (lịch một ngày)',
    hint: 'Để một người không giữ hết chỗ.',
  },
  {
    name: 'returnMinutes',
    label: 'Giữ chỗ người vắng (phút)',
    hint: 'Người được gọi mà chưa có mặt, quay lại trong thời gian này thì được xếp lại.',
  },
]

interface LineSettingsFormProps {
  today: string
  draft: LineSettingsInput
  onDraft: (draft: LineSettingsInput) => void
}

/** How the counters shall work from a day on; what it means is counted while it is typed. */
export function LineSettingsForm({ today, draft, onDraft }: LineSettingsFormProps) {
  const setLine = useSetLine()
  const [asked, setAsked] = useState(false)
  const wrong = asked ? wrongFields(draft, today) : {}
  const refused = refusedFields(setLine.error)
  const save = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (Object.keys(wrongFields(draft, today)).length > 0) return
    setLine.mutate(draft, { onSuccess: () => announce('Đã ghi cách phục vụ.') })
  }

  return (
    <form className="report-part line-settings" onSubmit={save} noValidate>
      <h2>Ghi cách phục vụ</h2>
      <div className="line-settings-fields">
        <TextField
          label="Từ ngày"
          hint="Ghi lại cùng một ngày thì lần sau thay lần trước."
          type="date"
          min={today}
          value={draft.from}
          error={wrong.from ?? refused.from}
          onChange={({ target }) => onDraft({ ...draft, from: target.value })}
        />
        {fields.map(({ name, label, hint }) => (
          <TextField
            key={name}
            label={label}
            hint={hint}
            type="number"
            inputMode="numeric"
            min={lineSettingBounds[name][0]}
            max={lineSettingBounds[name][1]}
            value={Number.isNaN(draft[name]) ? '' : draft[name]}
            error={wrong[name] ?? refused[name]}
            onChange={({ target }) => onDraft({ ...draft, [name]: target.valueAsNumber })}
          />
        ))}
      </div>
      <p role="status">{effectWords(draft)}</p>
      {setLine.isError && Object.keys(refused).length === 0 && <Failure error={setLine.error} />}
      <div className="form-actions">
        <button type="submit" className="primary" disabled={setLine.isPending}>
          {setLine.isPending ? 'Đang ghi…' : 'Ghi cách phục vụ'}
        </button>
        <span className="hint">Lịch đã hẹn vẫn giữ, dù số quầy ít đi.</span>
      </div>
    </form>
  )
}

type Wrong = Partial<Record<keyof LineSettingsInput, string>>

function wrongFields(draft: LineSettingsInput, today: string): Wrong {
  const wrong: Wrong = {}
  if (!(draft.from >= today)) wrong.from = 'Chọn hôm nay hoặc một ngày sau đó.'
  for (const { name } of fields) {
    const [least, most] = lineSettingBounds[name]
    if (!Number.isInteger(draft[name]) || draft[name] < least || draft[name] > most)
      wrong[name] = `Ghi một số nguyên từ ${least} đến ${most}.`
  }

  return wrong
}

/** What the server refused, at the field it concerns. */
function refusedFields(error: Error | null): Wrong {
  if (!(error instanceof Refused)) return {}

  return Object.fromEntries((error.problem.errors ?? []).map(({ pointer = '', detail }) => [pointer.slice(2), detail]))
}

const effectWords = (settings: LineSettings): string => {
  const capacity = slotCapacity(settings)
  if (!Number.isFinite(capacity)) return 'Điền đủ các số để biết mỗi khung giờ nhận mấy người.'

  return capacity < 1
    ? 'Với cách này không có khung giờ nào để đặt lịch.'
    : `Mỗi khung giờ nhận ${capacity} người đặt lịch.`
}

/** The settings in one line, as the page and its history say them. */
export const settingsWords = (settings: LineSettings): string =>
  [
    `${settings.counters} quầy`,
    `mỗi lượt ${settings.serviceMinutes} phút`,
    `khung hẹn ${settings.slotMinutes} phút nhận ${slotCapacity(settings)} người (${settings.bookedPercent}%)`,
    `mỗi số điện thoại ${settings.bookingsPerPhone} lịch`,
    `giữ chỗ người vắng ${settings.returnMinutes} phút`,
  ].join(', ')
