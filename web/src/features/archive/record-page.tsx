import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { formatInstant } from '#shared/text/format.ts'
import { useAccount } from '#web/src/lib/account.ts'
import { announce } from '#web/src/ui/announce.ts'
import { TextField } from '#web/src/ui/field.tsx'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { recordOptions, useAddScans } from './api.ts'

/** One old paper file: what its cover says, and its scans, page by page. */
export function RecordPage() {
  usePageTitle('Hồ sơ giấy đã số hóa')
  const { id = '' } = useParams()
  const account = useAccount()
  const { data, error, isPending, refetch } = useQuery(recordOptions(id))
  const add = useAddScans(id)

  if (isPending)
    return (
      <main className="page">
        <Loading rows={6} />
      </main>
    )
  if (error)
    return (
      <main className="page">
        <Failure error={error} onRetry={() => void refetch()} />
      </main>
    )

  return (
    <main className="page">
      <h1>{data.title}</h1>
      <p className="hint">
        {data.personName} · năm {data.year}
        {data.reference && ` · số ${data.reference}`}
        {data.place && ` · bản giấy ở ${data.place}`} · {data.addedBy} ghi {formatInstant(data.addedAt)}
      </p>
      {data.code && (
        <p>
          <Link to={`/can-bo/ho-so/${data.code}`}>Hồ sơ điện tử {data.code}</Link>
        </p>
      )}
      {account.role !== 'supervisor' && (
        <>
          {add.error && <Failure error={add.error} />}
          <TextField
            label="Thêm bản quét"
            hint="PDF, JPEG, PNG hoặc WebP, mỗi tệp đến 10 MB; chọn được nhiều tệp."
            type="file"
            multiple
            accept="application/pdf,image/jpeg,image/png,image/webp"
            disabled={add.isPending}
            onChange={({ target }) => {
              const files = [...(target.files ?? [])]
              add.mutate(files, { onSuccess: () => announce(`Đã thêm ${files.length} tệp.`) })
              target.value = ''
            }}
          />
        </>
      )}
      {data.files.length === 0 && <Empty title="Chưa có bản quét nào." />}
      <ol>
        {data.files.map(({ number, href, type, addedBy, addedAt }) => (
          <li key={number}>
            <a href={type === 'application/pdf' ? href : `${href}?inline=1`} target="_blank" rel="noreferrer">
              Tệp {number} ({type === 'application/pdf' ? 'PDF' : 'ảnh'})
            </a>{' '}
            <span className="hint">
              {addedBy}, {formatInstant(addedAt)}
            </span>
          </li>
        ))}
      </ol>
    </main>
  )
}
