import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ConsentView, consentsView } from '#shared/consents/schemas.ts'
import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import { consentStateNames } from '#shared/i18n/consent-page.ts'
import { formatInstant } from '#shared/text/format.ts'
import { request } from '#web/src/lib/http.ts'
import { read } from '#web/src/lib/read.ts'
import { Failure } from '#web/src/ui/notice.tsx'

/** Who was asked to agree by a link and what they said; whoever comes to the counter instead is recorded here. */
export function ConsentsPanel({ dossier }: { dossier: DossierView }) {
  // Most dossiers ask nobody by a link, and then nothing is fetched.
  const isByLink = dossier.sections.some(({ rows }) => rows.some(({ path }) => path.endsWith('ConsentPhone')))
  const path = `/api/dossiers/${encodeURIComponent(dossier.code)}/consents`
  const queryKey = ['consents', dossier.code]
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => read(consentsView, path, signal),
    enabled: isByLink,
  })
  const atCounter = useMutation({
    mutationFn: ({ id, agrees }: { id: string; agrees: boolean }) =>
      request('PUT', `${path}/${id}/counter`, { body: { agrees } }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  })
  if (!isByLink) return null
  if (error) return <Failure error={error} onRetry={() => void refetch()} />

  return (
    <section>
      <h3>Ý kiến hỏi qua đường dẫn</h3>
      <ul>
        {data?.items.map((consent) => (
          <li key={consent.id}>
            {consent.roleName.vi}, {consent.name}: {stateWords(consent)}{' '}
            {(consent.state === 'asked' || consent.state === 'expired') && (
              <>
                <button type="button" onClick={() => atCounter.mutate({ id: consent.id, agrees: true })}>
                  Đã đồng ý tại trụ sở
                </button>{' '}
                <button
                  type="button"
                  className="quiet"
                  onClick={() => atCounter.mutate({ id: consent.id, agrees: false })}
                >
                  Không đồng ý
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      {atCounter.error && <Failure error={atCounter.error} />}
    </section>
  )
}

function stateWords({ state, answeredAt, expiresAt, isOutdated }: ConsentView): string {
  const words = consentStateNames[state].vi.toLocaleLowerCase('vi')
  if (state === 'asked') return `${words}, đến ${formatInstant(expiresAt)}`
  const when = answeredAt ? ` lúc ${formatInstant(answeredAt)}` : ''

  return `${words}${when}${isOutdated ? '. Sau đó hồ sơ đã được sửa, ý kiến này không còn đúng nội dung.' : ''}`
}
