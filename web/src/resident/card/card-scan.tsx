import { type ChangeEvent, useRef, useState } from 'react'
import {
  birthDateLabel,
  genderLabel,
  genders,
  identityLabel,
  nameLabel,
} from '#shared/catalogue/questions/applicant.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import type { CardData } from '#shared/identity-card/read-card-qr.ts'
import { formatIdentity, formatIsoDay } from '#shared/text/format.ts'
import { Icon } from '#web/pages/icons.tsx'
import { say } from '../reader.ts'
import { readCardPhoto } from './read-card-photo.ts'

/** Fills a person in from the code of the card: what was read is shown, and used only when the reader says so. */
export function CardScan({ onUse }: { onUse(card: CardData): void }) {
  const camera = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'idle' | 'reading' | 'failed'>('idle')
  const [card, setCard] = useState<CardData>()
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const photo = target.files?.[0]
    target.value = ''
    if (!photo) return
    setState('reading')
    setCard(undefined)
    const found = await readCardPhoto(photo).catch(() => undefined)
    setCard(found)
    setState(found ? 'idle' : 'failed')
  }

  return (
    <section className="stack-tight card-scan">
      <button type="button" className="button quiet-button" onClick={() => camera.current?.click()}>
        <Icon name="camera" />
        {say(texts.scanCard)}
      </button>
      <p className="hint">{say(texts.scanHint)}</p>
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        onChange={read}
        hidden
        tabIndex={-1}
        data-card=""
      />
      <div role="status">
        {state === 'reading' && <p>{say(texts.scanReading)}</p>}
        {state === 'failed' && (
          <p className="warning-message">
            <Icon name="info" />
            <span>{say(texts.scanFailed)}</span>
          </p>
        )}
      </div>
      {card && (
        <div className="panel stack-tight">
          <h2>{say(texts.scanFound)}</h2>
          <dl className="facts">
            <Fact label={say(nameLabel)} value={card.name} />
            <Fact label={say(identityLabel)} value={formatIdentity(card.identity)} />
            <Fact label={say(birthDateLabel)} value={formatIsoDay(card.birthDate)} />
            <Fact
              label={say(genderLabel)}
              value={genders.flatMap(({ value, label }) => (value === card.gender ? [say(label)] : [])).join('')}
            />
          </dl>
          <p className="quiet">{say(texts.scanNoProof)}</p>
          <div className="buttons">
            <button
              type="button"
              className="button"
              onClick={() => {
                onUse(card)
                setCard(undefined)
              }}
            >
              {say(texts.scanUse)}
            </button>
            <button type="button" className="button quiet-button" onClick={() => setCard(undefined)}>
              {say(texts.scanDrop)}
            </button>
          </div>
        </div>
      )}
    </section>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
