import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatInstant, formatIsoDay } from '#shared/text/format.ts'
import { classRules, priorityGrounds, ticketClasses } from '#shared/tickets/classes.ts'
import type { LineSettingsListView } from '#shared/tickets/schemas.ts'
import { earliestCheckInMinutes, latestCheckInMinutes, type SettingStanding } from '#shared/tickets/settings.ts'
import { Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { lineSettingsOptions } from './line-settings-api.ts'
import { BookableDays } from './line-settings-days.tsx'
import { LineSettingsForm, settingsWords } from './line-settings-form.tsx'

/** How the unit's counters work and what can be booked: what the head of the unit decides, and what is decided elsewhere. */
export function LineSettingsPage() {
  usePageTitle('Số quầy và lịch hẹn')
  const { data, error, refetch } = useQuery(lineSettingsOptions)

  return (
    <main className="page">
      <nav aria-label="Đường dẫn">
        <Link to="/can-bo/goi-so">← Gọi số</Link>
      </nav>
      <h1>Số quầy và lịch hẹn</h1>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={8} />}
      {data && <Settings key={JSON.stringify(data.entries)} list={data} />}
      <Classes />
    </main>
  )
}

function Settings({ list }: { list: LineSettingsListView }) {
  const [draft, setDraft] = useState({ from: list.today, ...list.inForce })

  return (
    <>
      <p>
        Hôm nay: <strong>{settingsWords(list.inForce)}</strong>
      </p>
      <LineSettingsForm today={list.today} draft={draft} onDraft={setDraft} />
      <BookableDays days={list.days} draft={draft} />
      <Entries entries={list.entries} />
    </>
  )
}

const standingWords: Record<SettingStanding, string> = {
  in_force: 'đang dùng',
  ahead: 'sẽ dùng',
  past: 'đã hết',
  replaced: 'đã được thay',
}

/** Who said what, when: nothing is edited, so this is all there ever was. */
function Entries({ entries }: Pick<LineSettingsListView, 'entries'>) {
  return (
    <section className="report-part" aria-labelledby="line-entries">
      <h2 id="line-entries">Những lần đã ghi</h2>
      {entries.length === 0 ? (
        <p className="hint">Đơn vị chưa ghi lần nào, đang dùng cách chung.</p>
      ) : (
        <div className="table-scroll">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">Từ ngày</th>
                <th scope="col">Cách phục vụ</th>
                <th scope="col">Hiệu lực</th>
                <th scope="col">Người ghi</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ id, from, settings, standing, recordedBy, recordedAt }) => (
                <tr key={id}>
                  <th scope="row">{formatIsoDay(from)}</th>
                  <td>{settingsWords(settings)}</td>
                  <td>
                    {standing === 'in_force' ? <strong>{standingWords[standing]}</strong> : standingWords[standing]}
                  </td>
                  <td>
                    {recordedBy}, {formatInstant(recordedAt)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** What is the same at every unit, so that nobody can be put behind by a setting. */
function Classes() {
  return (
    <section className="report-part" aria-labelledby="line-classes">
      <h2 id="line-classes">Diện của số và mức chờ</h2>
      <p className="hint">
        Chung cho mọi đơn vị, không đặt riêng ở đây. Số có hạn gọi sớm hơn được gọi trước; hạn là lúc lấy số cộng với
        mức chờ của diện, nên không ai bị bỏ lại.
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">Diện</th>
            <th scope="col">Chữ đầu</th>
            <th scope="col" className="number">
              Gọi trong
            </th>
            <th scope="col">Ai</th>
          </tr>
        </thead>
        <tbody>
          {ticketClasses.map((each) => (
            <tr key={each}>
              <th scope="row">{classRules[each].name.vi}</th>
              <td>{classRules[each].letter}</td>
              <td className="number">{classRules[each].targetMinutes} phút</td>
              <td>{whoTakes[each]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const whoTakes = {
  priority: priorityGrounds.map(({ who }, index) => (index === 0 ? who.vi : who.vi.toLocaleLowerCase('vi'))).join(', '),
  booked: `Người đã đặt lịch, đến từ ${earliestCheckInMinutes} phút trước đến ${latestCheckInMinutes} phút sau giờ hẹn`,
  walk_in: 'Người đến không hẹn',
}
