import type { Channel, Fee, Paper } from '#shared/catalogue/types.ts'
import { procedureTexts as texts } from '#shared/i18n/pages.ts'
import { type Say, sayIn } from '#shared/i18n/say.ts'
import type { Language } from '#shared/text/bilingual.ts'
import { formatMoney } from '#shared/text/format.ts'
import { Icon } from './icons.tsx'
import { PaperSketch } from './paper-sketch.tsx'

/** Online first: it is the lower one. */
export function FeeText({ fee, language }: { fee: Fee; language: Language }) {
  const say = sayIn(language)
  if (fee.basis === 'none') return <strong>{formatMoney(0, language)}</strong>
  const unit = fee.basis === 'per_person' ? ` ${say(texts.perPerson)}` : ''

  return (
    <>
      <strong>
        {formatMoney(fee.online, language)}
        {unit}
      </strong>{' '}
      {say(texts.feeOnline)}
      <span className="quiet">
        , {formatMoney(fee.direct, language)}
        {unit} {say(texts.feeDirect)}
      </span>
    </>
  )
}

/** One paper: its name, a sketch of it, and what a good photo shows. */
export function PaperNeed({ say, paper }: { say: Say; paper: Paper }) {
  return (
    <li>
      <span className="paper-sketch">
        <PaperSketch kind={paper.kind} />
      </span>
      <span>
        <strong>{say(paper.name)}</strong>
        {paper.optional && <span className="tag">{say(texts.paperOptional)}</span>}
        <span className="ways-note">{say(paper.hint)}</span>
      </span>
    </li>
  )
}

const channelLooks: Record<
  Channel['status'],
  { look: string; icon: 'done' | 'info' | 'yours'; title: typeof texts.legalTitle }
> = {
  legal: { look: 'good', icon: 'done', title: texts.legalTitle },
  intake: { look: '', icon: 'info', title: texts.intakeTitle },
  portal_only: { look: 'yours', icon: 'yours', title: texts.portalTitle },
}

/** Whether filing here is filing by law, and what the law says otherwise. */
export function ChannelNote({ say, channel }: { say: Say; channel: Channel }) {
  const { look, icon, title } = channelLooks[channel.status]

  return (
    <section className={`callout ${look}`}>
      <Icon name={icon} />
      <div className="stack-tight">
        <h2>{say(title)}</h2>
        <p>{say(channel.explanation)}</p>
        {channel.except && <p>{say(channel.except.explanation)}</p>}
      </div>
    </section>
  )
}
