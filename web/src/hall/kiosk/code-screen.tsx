import { useState } from 'react'
import type { Say } from '#shared/i18n/say.ts'
import { kioskTexts as texts } from '#shared/tickets/texts.ts'

const letters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
const codeLength = 6

/** The check-in of a booking by its six letters, on keys large enough for a thumb; a scanner does the same. */
export function CodeScreen({ say, onBack, onCode }: { say: Say; onBack: () => void; onCode: (code: string) => void }) {
  const [code, setCode] = useState('')

  return (
    <>
      <h1>{say(texts.typeCode)}</h1>
      <output className="kiosk-code" aria-label={say(texts.typeCode)}>
        {code.padEnd(codeLength, '·')}
      </output>
      <div className="kiosk-keys">
        {letters.map((letter) => (
          <button key={letter} type="button" onClick={() => setCode((code + letter).slice(0, codeLength))}>
            {letter}
          </button>
        ))}
      </div>
      <div className="kiosk-foot">
        <button type="button" className="kiosk-other" onClick={onBack}>
          {say(texts.back)}
        </button>
        <button type="button" className="kiosk-other" onClick={() => setCode(code.slice(0, -1))}>
          {say(texts.erase)}
        </button>
        <button type="button" className="kiosk-go" disabled={code.length < codeLength} onClick={() => onCode(code)}>
          {say(texts.take)}
        </button>
      </div>
    </>
  )
}
