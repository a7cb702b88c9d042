import { Fragment } from 'react'
import { Notice } from '#web/src/ui/notice.tsx'
import type { Outcome } from './api.ts'

/** How the signing goes, and of each dossier what came of it: the numbers given, or why not. */
export function SignedSummary({ outcomes }: { outcomes: ReadonlyMap<string, Outcome> }) {
  const all = [...outcomes]
  const count = (state: Outcome['state']) => all.filter(([, outcome]) => outcome.state === state).length
  const [signed, failed] = [count('signed'), count('failed')]

  return (
    <Notice tone={failed > 0 ? 'warning' : 'good'} title={`Đã ký ${signed} trong ${all.length} hồ sơ.`}>
      <progress aria-label="Tiến độ ký" max={all.length} value={signed + failed} />
      <dl className="facts">
        {all.map(([code, outcome]) => (
          <Fragment key={code}>
            <dt className="code">{code}</dt>
            <dd>
              {outcome.state === 'signed' &&
                outcome.documents.map(({ form, number, href }) => (
                  <a key={href} href={href}>
                    {form} số {number}{' '}
                  </a>
                ))}
              {outcome.state === 'failed' && outcome.why}
              {outcome.state === 'waiting' && 'chờ ký'}
              {outcome.state === 'signing' && 'đang ký…'}
            </dd>
          </Fragment>
        ))}
      </dl>
    </Notice>
  )
}
