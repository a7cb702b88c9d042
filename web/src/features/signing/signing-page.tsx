import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ToSignItem } from '#shared/signing/schemas.ts'
import { formatDay } from '#shared/text/format.ts'
import { noProcedures, procedureNamesOptions } from '#web/src/lib/procedures.ts'
import { announce } from '#web/src/ui/announce.ts'
import { Empty, Failure, Loading, Notice } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { toSignOptions, useSigning } from './api.ts'
import { ResultPreview } from './result-preview.tsx'
import { SignedSummary } from './signed-summary.tsx'
import { ToSignRow } from './to-sign-row.tsx'

/**
 * What waits for the signature of the head of the unit: read each result, choose, sign. Only what was read can be
 * chosen, and each dossier says for itself how its signing went.
 */
export function SigningPage() {
  usePageTitle('Ký số')
  const { data, error, isPending, refetch } = useQuery(toSignOptions)
  const { data: procedures = noProcedures } = useQuery(procedureNamesOptions)
  const { sign, outcomes, isRunning, stop } = useSigning()
  const [openCode, setOpenCode] = useState<string>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const items = data?.items ?? []
  const open = items.find(({ code }) => code === openCode)
  const ready = items.filter((item) => chosen.has(item.code) && maySign(item))

  const choose = (code: string, isChosen: boolean) =>
    setChosen((before) => {
      const after = new Set(before)
      if (isChosen) after.add(code)
      else after.delete(code)

      return after
    })
  const signChosen = async () => {
    const signed = await sign(ready)
    setChosen(new Set())
    announce(`Đã ký ${signed} trong ${ready.length} hồ sơ.`)
  }

  return (
    <main className="page signing-page">
      <h1>Ký số</h1>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading rows={6} />}
      {data?.trouble && <Notice tone="error" title={data.trouble} />}
      {data?.certificate && (
        <p className="hint">
          Ký bằng chứng thư “{data.certificate.subject}”, có hiệu lực đến {formatDay(data.certificate.validUntil)}.
          {data.certificate.isTest && ' Chữ ký thử nghiệm không có giá trị pháp lý.'}
        </p>
      )}
      {outcomes.size > 0 && <SignedSummary outcomes={outcomes} />}
      {data && items.length === 0 && <Empty title="Không có hồ sơ nào chờ ký." />}
      {items.length > 0 && (
        <div className="signing">
          <section aria-label="Hồ sơ chờ ký">
            <div className="signing-tools">
              <button
                type="button"
                className="primary"
                disabled={ready.length === 0 || isRunning || !data?.certificate}
                onClick={() => void signChosen()}
              >
                {isRunning ? 'Đang ký…' : `Ký ${ready.length} hồ sơ đã chọn`}
              </button>
              {isRunning && (
                <button type="button" onClick={stop}>
                  Dừng lại
                </button>
              )}
              <button
                type="button"
                disabled={isRunning || !items.some(maySign)}
                onClick={() => setChosen(new Set(items.filter(maySign).map(({ code }) => code)))}
              >
                Chọn mọi hồ sơ đã xem
              </button>
            </div>
            <ul className="to-sign">
              {items.map((item) => (
                <ToSignRow
                  key={item.code}
                  item={item}
                  procedure={procedures.get(item.procedure) ?? item.procedure}
                  outcome={outcomes.get(item.code)}
                  isOpen={item.code === openCode}
                  isChosen={chosen.has(item.code)}
                  isLocked={isRunning}
                  onOpen={() => setOpenCode(item.code)}
                  onChoose={(isChosen) => choose(item.code, isChosen)}
                />
              ))}
            </ul>
          </section>
          <section aria-label="Xem trước kết quả">
            {open ? (
              <ResultPreview key={`${open.code} ${open.version}`} item={open} />
            ) : (
              <Empty title="Mở từng hồ sơ để xem kết quả trước khi ký." />
            )}
          </section>
        </div>
      )}
    </main>
  )
}

const maySign = ({ outcome, isSeen }: ToSignItem): boolean => outcome === 'grant' && isSeen
