import type { TrackingView } from '#shared/dossiers/schemas.ts'
import type { Say } from '#shared/i18n/say.ts'
import { trackingTexts as texts } from '#shared/i18n/tracking.ts'
import type { PaperView } from '#shared/papers/schemas.ts'
import type { Language } from '#shared/text/bilingual.ts'
import { formatInstant } from '#shared/text/format.ts'
import { fileSize } from './file-size.ts'
import { Icon } from './icons.tsx'

/** What the office made, and what was sent to it; files open behind the same proof as the page. */
export function DossierFiles({ say, language, dossier }: { say: Say; language: Language; dossier: TrackingView }) {
  return (
    <>
      {dossier.documents.length > 0 && (
        <section aria-labelledby="van-ban">
          <h2 id="van-ban" className="panel-title">
            {say(texts.documents)}
          </h2>
          <ul className="ways">
            {dossier.documents.map((document) => (
              <li key={document.id}>
                <a href={document.href} download>
                  <span className="ways-icon">
                    <Icon name="download" />
                  </span>
                  <span className="ways-text">
                    <span className="ways-title">{say(document.name)}</span>
                    <span className="ways-note">
                      {[
                        document.number && `${say(texts.number)} ${document.number}`,
                        formatInstant(document.madeAt, language),
                        `PDF, ${fileSize(document.bytes)}`,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {dossier.papers.length > 0 && (
        <section aria-labelledby="giay-to">
          <h2 id="giay-to" className="panel-title">
            {say(texts.papers)}
          </h2>
          <ul className="files">
            {dossier.papers.map((paper) => (
              <PaperLine key={paper.id} say={say} paper={paper} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function PaperLine({ say, paper }: { say: Say; paper: PaperView }) {
  const note = { quarantine: say(texts.paperChecking), refused: say(texts.paperRefused), clean: '' }[paper.status]

  return (
    <li>
      <Icon name={paper.status === 'refused' ? 'refused' : 'paper'} />
      <span>
        {paper.href ? <a href={paper.href}>{say(paper.name)}</a> : say(paper.name)}
        <span className="ways-note">{[fileSize(paper.bytes), note].filter(Boolean).join(' · ')}</span>
        {paper.reused && <span className="ways-note">{say(paper.reused)}</span>}
      </span>
    </li>
  )
}
