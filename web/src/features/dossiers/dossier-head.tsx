import type { ReactNode } from 'react'
import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import type { Channel } from '#shared/dossiers/events.ts'
import { formatInstant, formatMoney } from '#shared/text/format.ts'
import { StandingBadge, StateBadge } from '#web/src/ui/state-badge.tsx'

const channelWords: Record<Channel, string> = {
  online: 'nộp qua mạng',
  counter: 'nộp tại quầy',
  post: 'nộp qua bưu chính',
}

interface DossierHeadProps {
  dossier: DossierView
  /** The level of its title on the page it stands in. */
  Title: 'h1' | 'h2'
  children?: ReactNode
}

/** Who, what, and where it stands. */
export function DossierHead({ dossier, Title, children }: DossierHeadProps) {
  const { state, standing, applicantName, procedure, variant, code, channel, filedAt, holder, supplements, fee, paid } =
    dossier

  return (
    <header className="dossier-head">
      <div className="dossier-title">
        <Title id="dossier-title" tabIndex={-1}>
          {applicantName}
        </Title>
        <StateBadge state={state} />
        {standing && standing !== 'running' && <StandingBadge standing={standing} />}
        {children}
      </div>
      <p className="dossier-what">
        <strong>{procedure.name.vi}</strong>
        {variant && ` · ${variant.name.vi}`}
      </p>
      <p className="dossier-facts">
        <span className="code">{code}</span>
        <span>
          {channelWords[channel]} {formatInstant(filedAt)}
        </span>
        {holder && <span>{holder.name} giữ</span>}
        {supplements > 0 && <span>đã yêu cầu bổ sung {supplements} lần</span>}
        {fee > 0 && (
          <span>
            lệ phí {formatMoney(fee)}, {paid ? 'đã nộp' : 'chưa nộp'}
          </span>
        )}
      </p>
    </header>
  )
}
