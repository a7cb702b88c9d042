import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { ToSignItem } from '#shared/signing/schemas.ts'
import { Offline, Refused } from '#web/src/lib/http.ts'
import { Failure, Loading } from '#web/src/ui/notice.tsx'
import { useRenewList } from './api.ts'

/** The results of one dossier as they would be signed, in the browser's own reader. */
export function ResultPreview({ item }: { item: ToSignItem }) {
  const [shown, setShown] = useState(0)
  const preview = item.previews[shown]
  if (!preview) return null

  return (
    <>
      <p className="signing-about">
        <strong>{item.applicantName}</strong>{' '}
        <Link to={`/can-bo/ban-xu-ly/cho-ky/${item.code}`}>Mở hồ sơ {item.code}</Link>
      </p>
      {item.previews.length > 1 && (
        <p className="signing-tools">
          {item.previews.map(({ form }, index) => (
            <button key={form} type="button" aria-pressed={index === shown} onClick={() => setShown(index)}>
              {form} ({index + 1}/{item.previews.length})
            </button>
          ))}
        </p>
      )}
      <PdfFrame key={preview.href} href={preview.href} title={`${preview.form} của ${item.applicantName}`} />
    </>
  )
}

/**
 * Fetched before it is shown: a reader in a frame tells nobody that it got a refusal instead of a document. The server
 * notes what was fetched as seen, so the list is asked again then.
 */
function PdfFrame({ href, title }: { href: string; title: string }) {
  const renew = useRenewList()
  const { isSuccess, error, refetch } = useQuery({
    queryKey: ['result-preview', href],
    queryFn: ({ signal }) => fetchPdf(href, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  useEffect(() => {
    if (isSuccess) renew()
  }, [isSuccess, renew])

  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!isSuccess) return <Loading rows={12} words="Đang làm bản xem trước…" />

  return (
    <>
      <iframe className="pdf-frame" src={href} title={title} />
      <p className="hint">
        Không thấy văn bản?{' '}
        <a href={href} target="_blank" rel="noreferrer">
          Mở ở cửa sổ riêng
        </a>
      </p>
    </>
  )
}

async function fetchPdf(href: string, signal: AbortSignal): Promise<true> {
  const response = await fetch(href, { signal, credentials: 'same-origin' }).catch((error) => {
    if (signal.aborted) throw error
    throw new Offline()
  })
  if (!response.ok) throw new Refused(await response.json())
  // To its end: a document that broke off was not seen.
  await response.arrayBuffer()

  return true
}
