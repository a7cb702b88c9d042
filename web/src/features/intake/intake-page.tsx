import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { handToForm } from '#web/src/lib/counter-hand-over.ts'
import { usePageTitle } from '#web/src/ui/page-title.ts'
import { PersonPanel } from './person-panel.tsx'
import { faultsOf, formValues, nobody, type Person, personOnCard } from './person-values.ts'
import { forgetScanned, type ScannedPerson, useScanned } from './scanned-person.ts'
import { ServicePanel } from './service-panel.tsx'

/** The number that is served at this counter. */
export interface ServedNumber {
  id: string
  label: string
  services: readonly { code: string }[]
}

/**
 * Receiving somebody at the counter: who, what for, which papers are in hand; then the form, filled in with the person.
 *
 * Another card under the scanner is another person: nothing of the one before stays on the page.
 */
export function IntakePage({ served }: { served: ServedNumber | undefined }) {
  usePageTitle('Tiếp nhận tại quầy')
  const scanned = useScanned()

  return <Intake key={scanned?.count ?? 0} scanned={scanned} served={served} />
}

function Intake({ scanned, served }: { scanned: ScannedPerson | undefined; served: ServedNumber | undefined }) {
  const card = scanned?.card
  const [person, setPerson] = useState<Person>(card ? personOnCard(card) : nobody)
  const [chosen, setChosen] = useState<string>()
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const [isTried, setTried] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const wanted = served?.services.find(({ code }) => /^\d/.test(code))?.code
  const procedure = chosen ?? wanted ?? ''
  const faults = isTried ? faultsOf(person) : {}
  useEffect(() => search.current?.focus(), [])

  const openForm = () => {
    setTried(true)
    if (procedure === '') return search.current?.focus()
    if (Object.keys(faultsOf(person)).length > 0) return
    handToForm(procedure, { values: formValues(person), papersSeen: [...seen] })
    forgetScanned()
    const visit = served ? `?so=${served.id}&nhan=${served.label}` : ''
    // No step of this name: the form goes on to the first page that still asks something.
    location.assign(`/nop/${procedure}/tiep-nhan${visit}`)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    openForm()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return
    event.preventDefault()
    openForm()
  }

  return (
    <main className="page intake">
      <header className="page-head">
        <h1>Tiếp nhận tại quầy</h1>
        {served && (
          <p>
            Đang phục vụ số <strong>{served.label}</strong>; hồ sơ sẽ gắn với số này.
          </p>
        )}
      </header>
      <form onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
        <div className="intake-columns">
          <PersonPanel
            person={person}
            card={card}
            faults={faults}
            onChange={(change) => setPerson({ ...person, ...change })}
          />
          <ServicePanel
            chosen={procedure}
            onChoose={(code) => {
              setChosen(code)
              setSeen(new Set())
            }}
            seen={seen}
            onSeen={(kind) => {
              const after = new Set(seen)
              if (!after.delete(kind)) after.add(kind)
              setSeen(after)
            }}
            search={search}
            error={isTried && procedure === '' ? 'Hãy chọn thủ tục.' : undefined}
          />
        </div>
        <footer className="intake-foot">
          <button type="submit" className="primary" aria-keyshortcuts="Control+Enter">
            Mở tờ khai <kbd>Ctrl ↵</kbd>
          </button>
          <button type="button" onClick={forgetScanned}>
            Người khác, xóa trang này
          </button>
        </footer>
      </form>
    </main>
  )
}
