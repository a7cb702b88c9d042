import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { noProcedures, procedureNamesOptions } from '#web/src/lib/procedures.ts'
import { useShortcuts } from '#web/src/lib/shortcuts.ts'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { triageOptions } from './api.ts'
import { TriageDossier } from './triage-dossier.tsx'
import { TriageList } from './triage-list.tsx'

const addressOf = (code: string | undefined) => `/can-bo/phan-tuyen${code ? `/${code}` : ''}`

/** The province's own queue: what routing could not decide, and the person who decides it. */
export function TriagePage() {
  usePageTitle('Chờ phân tuyến')
  const { code } = useParams()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(triageOptions)
  const { data: procedures = noProcedures } = useQuery(procedureNamesOptions)
  const codes = data?.items.map((item) => item.code) ?? []
  const at = code === undefined ? -1 : codes.indexOf(code)
  const isGone = data !== undefined && code !== undefined && at < 0 && data.items.length === data.waiting
  const open = (next: string | undefined) => void navigate(addressOf(next))
  useShortcuts({
    next: () => open(codes[at + 1] ?? code),
    previous: () => open(codes[at - 1] ?? code),
    ...(code && { close: () => open(undefined) }),
  })

  return (
    <main className="page">
      <h1>Chờ phân tuyến</h1>
      <p className="hint">
        Hồ sơ mà địa chỉ chưa cho biết công an xã, phường nào nhận. Xác định rồi chuyển: ngày nộp giữ nguyên, thời hạn
        giải quyết chưa tính, công dân được báo một lần.
      </p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={8} />}
      {data?.items.length === 0 && !code && (
        <Empty title="Không có hồ sơ nào chờ phân tuyến.">
          <p>Hồ sơ mới sẽ tự hiện ở đây.</p>
        </Empty>
      )}
      {data && (data.items.length > 0 || code) && (
        <div className="triage-columns">
          <TriageList {...data} openCode={code} addressOf={addressOf} procedures={procedures} />
          {isGone && (
            <Empty title="Hồ sơ này không còn chờ phân tuyến.">
              <p>Người khác vừa chuyển đi, hoặc công dân đã rút.</p>
            </Empty>
          )}
          {code && !isGone && (
            // The next one does not open by itself: a key pressed twice, or held, would send it after the first.
            <TriageDossier key={code} code={code} onGone={() => open(undefined)} />
          )}
          {!code && (
            <Empty title="Chưa mở hồ sơ nào.">
              <p>
                Chọn một hồ sơ, hoặc bấm <kbd>J</kbd>. Mở rồi bấm <kbd>1</kbd> để chuyển đến nơi gợi ý đầu.
              </p>
            </Empty>
          )}
        </div>
      )}
    </main>
  )
}
