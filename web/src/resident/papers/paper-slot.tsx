import { type ChangeEvent, type ReactNode, useRef } from 'react'
import { broughtPaperAnswer } from '#shared/catalogue/questions/brought-paper.ts'
import type { Paper } from '#shared/catalogue/types.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { paperLimits, paperTypes } from '#shared/papers/schemas.ts'
import { fileSize } from '#web/pages/file-size.ts'
import { Icon } from '#web/pages/icons.tsx'
import type { DraftStore, SentPaper } from '../draft.ts'
import { say } from '../reader.ts'
import { uploadLifeMs } from '../steps.ts'
import { rotatedPhoto } from './shrink-photo.ts'
import { photoOf } from './thumbnails.ts'
import type { Sending, UploadQueue } from './upload-queue.ts'

interface PaperSlotProps {
  paper: Paper
  id: string
  error: string | undefined
  draft: DraftStore
  uploads: UploadQueue
  sendings: readonly Sending[]
  /** What may be used again instead of a photo. */
  children?: ReactNode
}

/** One paper: what a good photo shows, the camera, and what has arrived. */
export function PaperSlot({ paper, id, error, draft, uploads, sendings, children }: PaperSlotProps) {
  const sent = draft.get().papers.filter(({ kind }) => kind === paper.kind)
  const isGreen = sent.some(isFresh) && sendings.length === 0
  const remove = (uploadId: string) =>
    draft.change({ papers: draft.get().papers.filter((each) => each.uploadId !== uploadId) })

  return (
    <section
      className={`panel paper-slot ${isGreen ? 'slot-done' : ''} ${error ? 'field-invalid' : ''}`}
      aria-labelledby={`${id}-name`}
    >
      <h2 id={`${id}-name`} className="slot-name">
        {isGreen && <Icon name="done" />}
        <span>
          {say(paper.name)}
          {paper.optional && <span className="optional"> ({say(texts.paperOptional)})</span>}
        </span>
      </h2>
      <p className="hint">{say(paper.hint)}</p>
      {draft.get().papersSeen?.includes(paper.kind) && <p>{say(texts.paperSeen)}</p>}
      {error && (
        <p className="error-message">
          <Icon name="yours" />
          {error}
        </p>
      )}
      <ul className="files">
        {sent.map((each) => (
          <SentLine
            key={each.uploadId}
            paper={each}
            onRemove={() => remove(each.uploadId)}
            onRotated={(photo) => {
              remove(each.uploadId)
              uploads.add(paper.kind, [photo])
            }}
          />
        ))}
        {sendings.map((each) => (
          <SendingLine key={each.id} sending={each} uploads={uploads} />
        ))}
      </ul>
      {children}
      {!paper.optional && sent.length + sendings.length === 0 && <BroughtInstead paper={paper} draft={draft} />}
      <FileButtons
        id={id}
        paper={paper}
        hasSome={sent.length + sendings.length > 0}
        onFiles={(files) => uploads.add(paper.kind, files)}
      />
    </section>
  )
}

/** One paper may be shown at the counter instead; choosing another takes the first promise back. */
function BroughtInstead({ paper, draft }: { paper: Paper; draft: DraftStore }) {
  const { values } = draft.get()
  const isBrought = values[broughtPaperAnswer] === paper.kind
  const choose = () => draft.change({ values: { ...values, [broughtPaperAnswer]: isBrought ? '' : paper.kind } })

  return (
    <div>
      {isBrought && <p className="quiet">{say(texts.broughtNote)}</p>}
      <button type="button" className="link-button" onClick={choose} aria-pressed={isBrought}>
        {say(isBrought ? texts.notBrought : texts.bringPaper)}
        <span className="visually-hidden">: {say(paper.name)}</span>
      </button>
    </div>
  )
}

const isFresh = ({ sentAt }: SentPaper) => Date.now() - sentAt < uploadLifeMs

interface FileButtonsProps {
  id: string
  paper: Paper
  hasSome: boolean
  onFiles(files: FileList): void
}

/** The camera first; what is on the phone already beside it. `capture` alone would hide the gallery. */
function FileButtons({ id, paper, hasSome, onFiles }: FileButtonsProps) {
  const camera = useRef<HTMLInputElement>(null)
  const gallery = useRef<HTMLInputElement>(null)
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    if (target.files && target.files.length > 0) onFiles(target.files)
    // The same file may be chosen again after it was removed.
    target.value = ''
  }

  return (
    <div className="buttons">
      <button
        type="button"
        id={id}
        className={`button ${hasSome ? 'quiet-button small-button' : paper.optional ? 'quiet-button' : ''}`}
        onClick={() => camera.current?.click()}
      >
        <Icon name="camera" />
        {say(hasSome ? texts.addPage : texts.takePhoto)}
        <span className="visually-hidden">: {say(paper.name)}</span>
      </button>
      <button
        type="button"
        className={`button quiet-button ${hasSome ? 'small-button' : ''}`}
        onClick={() => gallery.current?.click()}
      >
        <Icon name="file" />
        {say(texts.chooseFile)}
        <span className="visually-hidden">: {say(paper.name)}</span>
      </button>
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        onChange={take}
        hidden
        tabIndex={-1}
        data-kind={paper.kind}
      />
      <input
        ref={gallery}
        type="file"
        accept={[...paperTypes, 'image/*'].join(',')}
        multiple
        onChange={take}
        hidden
        tabIndex={-1}
        data-kind={paper.kind}
      />
    </div>
  )
}

interface SentLineProps {
  paper: SentPaper
  onRemove(): void
  onRotated(photo: File): void
}

function SentLine({ paper, onRemove, onRotated }: SentLineProps) {
  const photo = photoOf(paper.uploadId)
  const rotate = async () => {
    const turned = photo && (await rotatedPhoto(photo.blob))
    if (turned) onRotated(turned)
  }

  return (
    <li className="sent">
      {photo ? (
        <img src={photo.address} alt="" width={56} height={56} />
      ) : (
        <span className="ways-icon">
          <Icon name="paper" />
        </span>
      )}
      <span className="sent-text">
        {isFresh(paper) ? (
          <strong className="sent-state">
            <Icon name="check" />
            {say(paper.reuse ? texts.paperReused(paper.reuse.dossier) : texts.paperReceived)}
          </strong>
        ) : (
          <strong className="sent-stale">{say(texts.paperStale)}</strong>
        )}
        <span className="ways-note">{fileSize(paper.bytes)}</span>
        {photo?.isDark && <span className="ways-note">{say(texts.tooDark)}</span>}
        {photo?.isBlurred && <span className="ways-note">{say(texts.blurred)}</span>}
      </span>
      {photo && (
        <button type="button" className="link-button" onClick={rotate}>
          {say(texts.rotate)}
        </button>
      )}
      <button type="button" className="link-button danger-link" onClick={onRemove}>
        {say(paper.reuse ? texts.notReused : texts.remove)}
      </button>
    </li>
  )
}

function SendingLine({ sending, uploads }: { sending: Sending; uploads: UploadQueue }) {
  const mayRetry = sending.state === 'waiting' || sending.state === 'again'

  return (
    <li className="sent">
      <span className={`ways-icon ${mayRetry ? 'waiting' : ''}`}>
        <Icon name={sending.state === 'waiting' ? 'offline' : 'file'} />
      </span>
      <span className="sent-text">
        <span role="status">{stateText(sending)}</span>
        {sending.state === 'sending' && <progress max={1} value={sending.part} aria-label={sending.name} />}
        {mayRetry && (
          <button type="button" className="link-button" onClick={uploads.retry}>
            {say(texts.sendAgain)}
          </button>
        )}
      </span>
      <button type="button" className="link-button danger-link" onClick={() => uploads.remove(sending.id)}>
        {say(texts.remove)}
      </button>
    </li>
  )
}

function stateText({ state, part, message }: Sending): string {
  switch (state) {
    case 'preparing':
      return say(texts.preparing)
    case 'sending':
      return part < 1 ? say(texts.sending(Math.round(part * 100))) : say(texts.checking)
    case 'waiting':
      return say(texts.waiting)
    case 'again':
      return message ?? say(texts.damagedOnTheWay)
    case 'too_large':
      return say(texts.tooLarge(paperLimits.fileBytes / 1_048_576))
    case 'refused':
      return message ?? ''
  }
}
