import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { colleaguesView } from '#shared/counter/schemas.ts'
import type { QueueItem } from '#shared/dossiers/queue-schemas.ts'
import { badNews } from '#web/src/lib/bad-news.ts'
import { request } from '#web/src/lib/http.ts'
import { read } from '#web/src/lib/read.ts'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { Icon } from '#web/src/ui/icons.tsx'
import { deskKey } from './api.ts'

type Picked = Pick<QueueItem, 'code' | 'applicantName'>

interface RowResult {
  isDone: boolean
  words: string
  href?: string
}

interface BulkAction {
  title: string
  /** One row; rejects with the reason when it was not done. */
  run: (code: string) => Promise<Omit<RowResult, 'isDone'>>
}

const path = (code: string) => encodeURIComponent(code)

const claim: BulkAction = {
  title: 'Nhận xử lý',
  run: async (code) => {
    await request('PUT', `/api/dossiers/${path(code)}/claim`)

    return { words: 'Đã nhận' }
  },
}
const remind: BulkAction = {
  title: 'Nhắc công dân',
  run: async (code) => {
    const { sent } = await request<{ sent: string }>('PUT', `/api/desk/dossiers/${path(code)}/reminder`)

    return { words: sent === 'already' ? 'Hôm nay đã nhắc rồi' : 'Đã gửi tin nhắc' }
  },
}
const print: BulkAction = {
  title: 'Lấy phiếu kiểm soát',
  run: async (code) => {
    const response = await fetch(`/api/dossiers/${path(code)}/control-slip.pdf`)
    if (!response.ok) throw new Error(`${response.status}`)

    return { words: 'Mở phiếu để in', href: URL.createObjectURL(await response.blob()) }
  },
}
const assign = (to: { id: string; name: string }): BulkAction => ({
  title: `Giao cho ${to.name}`,
  run: async (code) => {
    await request('PUT', `/api/desk/dossiers/${path(code)}/assignment`, { body: { to: to.id } })

    return { words: `${to.name} giữ` }
  },
})

interface BulkBarProps {
  picked: readonly Picked[]
  mayAssign: boolean
  onClear: () => void
}

/** What can be done with all chosen rows. Nothing here ends a dossier: a decision looks at each one. */
export function BulkBar({ picked, mayAssign, onClear }: BulkBarProps) {
  const [action, setAction] = useState<{ what: BulkAction; rows: readonly Picked[] }>()
  const { data: colleagues = [] } = useQuery({
    queryKey: [...deskKey, 'colleagues'],
    queryFn: async ({ signal }) => (await read(colleaguesView, '/api/desk/colleagues', signal)).items,
    enabled: mayAssign && picked.length > 0,
  })
  const start = (what: BulkAction) => setAction({ what, rows: picked })

  return (
    <>
      {picked.length > 0 && (
        <div className="bulk-bar">
          <strong>{picked.length} hồ sơ đã chọn</strong>
          {[claim, remind, print].map((what) => (
            <button key={what.title} type="button" onClick={() => start(what)}>
              {what.title}
            </button>
          ))}
          {mayAssign && (
            <label>
              <span className="unseen">Giao cho cán bộ</span>
              <select
                value=""
                onChange={({ target }) => {
                  const to = colleagues.find(({ id }) => id === target.value)
                  if (to) start(assign(to))
                }}
              >
                <option value="">Giao cho…</option>
                {colleagues.map(({ id, name, open }) => (
                  <option key={id} value={id}>
                    {name} (đang giữ {open})
                  </option>
                ))}
              </select>
            </label>
          )}
          <button type="button" className="quiet" onClick={onClear}>
            Bỏ chọn
          </button>
        </div>
      )}
      {action && (
        <BulkDialog
          {...action}
          onClose={() => {
            setAction(undefined)
            onClear()
          }}
        />
      )}
    </>
  )
}

function startWords(title: string, all: number, tried: number, left: number): string {
  if (tried === 0) return `${title} ${all} hồ sơ`

  return left === 0 ? 'Đã xong' : 'Thử lại những hồ sơ chưa xong'
}

/** Row after row, with what came of each; stopping leaves the rest as it was. */
function BulkDialog({ what, rows, onClose }: { what: BulkAction; rows: readonly Picked[]; onClose: () => void }) {
  const client = useQueryClient()
  const [results, setResults] = useState<ReadonlyMap<string, RowResult>>(new Map())
  const [isRunning, setIsRunning] = useState(false)
  const isStopped = useRef(false)
  const run = async () => {
    setIsRunning(true)
    for (const { code } of rows) {
      if (isStopped.current) break
      if (results.get(code)?.isDone) continue
      const result = await what.run(code).then(
        (done): RowResult => ({ ...done, isDone: true }),
        (error: unknown): RowResult => ({ isDone: false, words: badNews(error).detail }),
      )
      setResults((before) => new Map(before).set(code, result))
    }
    setIsRunning(false)
    void client.invalidateQueries({ queryKey: deskKey })
  }
  const left = rows.filter(({ code }) => !results.get(code)?.isDone).length

  return (
    <Dialog
      title={`${what.title}: ${rows.length} hồ sơ`}
      onClose={() => {
        isStopped.current = true
        onClose()
      }}
    >
      <form
        className="step-form"
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <div className="step-body">
          <progress max={rows.length} value={results.size} aria-label="Tiến độ" />
          <p role="status">
            {results.size} / {rows.length} hồ sơ
          </p>
          <ul className="bulk-rows">
            {rows.map(({ code, applicantName }) => {
              const result = results.get(code)

              return (
                <li key={code} className={result && !result.isDone ? 'failed' : undefined}>
                  {result && <Icon name={result.isDone ? 'check' : 'warning'} />} <strong>{applicantName}</strong>{' '}
                  <span className="code">{code}</span>{' '}
                  {result?.href ? (
                    <a href={result.href} target="_blank" rel="noreferrer">
                      {result.words}
                    </a>
                  ) : (
                    <span>{result?.words ?? 'chờ'}</span>
                  )}
                </li>
              )
            })}
          </ul>
        </div>
        <footer className="dialog-foot">
          <button type="submit" className="primary" disabled={isRunning || left === 0}>
            {startWords(what.title, rows.length, results.size, left)}
          </button>
          <button
            type="button"
            onClick={() => {
              isStopped.current = true
              onClose()
            }}
          >
            {isRunning ? 'Dừng' : 'Đóng'}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
