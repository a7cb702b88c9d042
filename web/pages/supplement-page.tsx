import type { Field } from '#shared/catalogue/types.ts'
import type { TrackingView } from '#shared/dossiers/schemas.ts'
import { fieldTexts } from '#shared/i18n/fields.ts'
import { type Say, sayIn } from '#shared/i18n/say.ts'
import { shellTexts } from '#shared/i18n/shell.ts'
import { trackingTexts as texts } from '#shared/i18n/tracking.ts'
import { type PaperView, paperTypes } from '#shared/papers/schemas.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import type { UnitName } from '#shared/units/schemas.ts'
import { controlId, type ErrorsByPath } from './fields/binding.ts'
import { ErrorSummary } from './fields/error-summary.tsx'
import { PlainField } from './fields/plain-field.tsx'
import type { Typed } from './fields/read-answers.ts'
import { fileSize } from './file-size.ts'
import { Icon } from './icons.tsx'
import { type PageContext, Shell } from './shell.tsx'

/** One thing that was asked for: a paper, or a question with the field that answers it. */
export type AskedItem = { key: string; name: Bilingual; messages: readonly string[] } & (
  | { kind: 'paper' }
  | { kind: 'answer'; field: Field }
)

export interface ReceivedFile {
  kind: string
  uploadId: string
  bytes: number
}

export interface SupplementPageProps {
  context: PageContext
  dossier: Pick<TrackingView, 'code' | 'version' | 'procedure' | 'papers'>
  asked: readonly AskedItem[]
  /** What was typed before something had to be mended. */
  typed: Typed
  note: string
  /** Files that have arrived already; they need not be chosen again. */
  received: readonly ReceivedFile[]
  errors: ErrorsByPath
  /** A refusal that concerns no single item. */
  problem?: Bilingual
  units: readonly UnitName[]
  /** The list for which more room was asked. */
  roomFor?: string
}

/** Exactly what was asked for, nothing else, as one plain form: works on any phone and without JavaScript. */
export function SupplementPage({
  context,
  dossier,
  asked,
  typed,
  note,
  received,
  errors,
  problem,
  units,
  roomFor,
}: SupplementPageProps) {
  const say = sayIn(context.language)
  const address = `/ho-so/${dossier.code}`
  const entries = [
    ...(problem ? [{ message: say(problem) }] : []),
    ...[...errors].map(([path, message]) => ({ message, href: `#${controlId(path)}` })),
  ]

  return (
    <Shell context={context} title={say(texts.supplementNow)} hasError={entries.length > 0}>
      <main id="noi-dung" className="wrap">
        <a className="back-link" href={address}>
          <Icon name="back" />
          {say(shellTexts.back)}
        </a>
        {entries.length > 0 && <ErrorSummary say={say} entries={entries} />}
        <form method="post" action={`${address}/bo-sung`} encType="multipart/form-data" className="stack" noValidate>
          <div className="stack-tight">
            <h1>{say(texts.supplementNow)}</h1>
            <p className="quiet">
              {say(dossier.procedure.name)}, {dossier.code}
            </p>
          </div>
          <input type="hidden" name="version" value={dossier.version} />
          {received.map(({ kind, uploadId, bytes }) => (
            <input key={uploadId} type="hidden" name="received" value={`${kind} ${uploadId} ${bytes}`} />
          ))}
          {asked.map((item) => (
            <section key={item.key} className="panel stack-tight">
              <h2>{say(item.name)}</h2>
              <div className="side-by-side">
                <div className="stack-tight">
                  {item.messages.map((message) => (
                    <p key={message} className="officer-words" lang="vi">
                      {message}
                    </p>
                  ))}
                </div>
                {item.kind === 'paper' && (
                  <OwnPapers say={say} papers={dossier.papers.filter(({ kind }) => kind === item.key)} />
                )}
              </div>
              {item.kind === 'paper' ? (
                <FileField
                  say={say}
                  item={item}
                  error={errors.get(item.key)}
                  received={received.filter(({ kind }) => kind === item.key)}
                />
              ) : (
                <PlainField
                  say={say}
                  field={item.field}
                  typed={typed}
                  errors={errors}
                  units={units}
                  isLabelHidden
                  {...(roomFor && { roomFor })}
                />
              )}
            </section>
          ))}
          <div>
            <label className="label" htmlFor="loi-nhan">
              {say(texts.note)} <span className="optional">({say(fieldTexts.optional)})</span>
            </label>
            <textarea className="input" id="loi-nhan" name="note" rows={3} maxLength={2000} defaultValue={note} />
          </div>
          <button type="submit" className="button main">
            {say(texts.send)}
          </button>
        </form>
      </main>
    </Shell>
  )
}

/** What was sent before, beside the officer's words: the photo itself, or the way to a file that is none. */
function OwnPapers({ say, papers }: { say: Say; papers: readonly PaperView[] }) {
  const shown = papers.flatMap(({ id, href, type, name }) => (href ? [{ id, href, type, name }] : []))
  if (shown.length === 0) return null

  return (
    <figure className="own-papers">
      <figcaption className="quiet small">{say(texts.yourPhoto)}</figcaption>
      {shown.map(({ id, href, type, name }) => (
        <a key={id} href={href} target="_blank" rel="noopener">
          {type.startsWith('image/') ? <img src={href} alt={`${say(texts.yourPhoto)}: ${say(name)}`} /> : say(name)}
        </a>
      ))}
    </figure>
  )
}

interface FileFieldProps {
  say: Say
  item: AskedItem
  error: string | undefined
  received: readonly ReceivedFile[]
}

function FileField({ say, item, error, received }: FileFieldProps) {
  const id = controlId(item.key)

  return (
    <div className={error ? 'field-invalid' : undefined}>
      <label className="label" htmlFor={id}>
        {say(texts.newFile)}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {say(texts.newFileHint)}
      </p>
      {error && (
        <p className="error-message" id={`${id}-error`}>
          {error}
        </p>
      )}
      {received.map(({ uploadId, bytes }) => (
        <p key={uploadId} className="received">
          <Icon name="done" />
          {say(texts.fileKept)} ({fileSize(bytes)})
        </p>
      ))}
      <input
        className="input"
        id={id}
        type="file"
        name={`paper:${item.key}`}
        accept={paperTypes.join(',')}
        multiple
        aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}
      />
    </div>
  )
}
