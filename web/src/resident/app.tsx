import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { localDayOf } from '#shared/text/format.ts'
import { CheckPage } from './check-page.tsx'
import { deskNow } from './desk-now.ts'
import { forgetDone, readDone } from './done-store.ts'
import { type DraftStore, isEmptyDraft } from './draft.ts'
import type { FormContext, Refusal } from './form-context.ts'
import { laterPage } from './later-page.tsx'
import { addressOf, go, type Place, readPlace, useAddress } from './navigation.ts'
import { PapersPage } from './papers/papers-page.tsx'
import type { UploadQueue } from './papers/upload-queue.ts'
import { PreviewPage } from './preview-page.tsx'
import { QuestionPage } from './question-page.tsx'
import { ResumePage } from './resume-page.tsx'
import type { ServerDraft } from './server-draft.ts'
import { filingState, firstOpenStep } from './steps.ts'
import { useSharedPhone } from './use-shared-phone.ts'

const DonePage = laterPage(() => import('./done-page.tsx').then((page) => page.DonePage))
const HandoverPage = laterPage(() => import('./handover-page.tsx').then((page) => page.HandoverPage))
const PersonPage = laterPage(() => import('./people/person-page.tsx').then((page) => page.PersonPage))
const TakeOverPage = laterPage(() => import('./take-over-page.tsx').then((page) => page.TakeOverPage))

export interface AppProps {
  procedure: ProcedureVersion
  draft: DraftStore
  server: ServerDraft
  uploads: UploadQueue
  allowDemoIdentities: boolean
  isAssisted: boolean
  onProcedureChanged(): void
}

/** The form of one procedure: which screen, by the address; everything else follows from the draft. */
export function App({
  procedure,
  draft: store,
  server,
  uploads,
  allowDemoIdentities,
  isAssisted,
  onProcedureChanged,
}: AppProps) {
  const place = readPlace(useAddress())
  const draft = useSyncExternalStore(store.subscribe, store.get)
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const leave = useCallback(() => location.replace(`/thu-tuc/${procedure.code}`), [procedure.code])
  useSharedPhone(leave)
  const on = localDayOf(deskNow())
  const { papersSeen } = draft
  const state = useMemo(
    () => filingState(procedure, draft.values, { on, allowDemoIdentities, papersSeen }),
    [procedure, draft.values, on, allowDemoIdentities, papersSeen],
  )
  const context: FormContext = {
    procedure,
    draft: store,
    server,
    state,
    uploads,
    isAssisted,
    refused,
    setRefused,
    toCheck: place.toCheck,
    goTo: (step, { toCheck = false, replace = false } = {}) =>
      go(addressOf(procedure.code, typeof step === 'string' ? step : step.path, { toCheck }), { replace }),
  }

  if (place.step === 'da-nop') {
    const done = readDone(procedure.code)

    return done ? <DonePage procedure={procedure} done={done} /> : <Redirect to={addressOf(procedure.code, '')} />
  }
  if (place.step === 'doi-may') return <HandoverPage context={context} />
  if (place.step === 'mo-tiep') return <TakeOverPage context={context} />
  if (place.step === '') {
    if (isEmptyDraft(draft))
      return (
        <Redirect
          to={addressOf(procedure.code, firstOpenStep(state, draft.papers, Date.now()).path)}
          forget={procedure.code}
        />
      )

    return <ResumePage context={context} />
  }

  return (
    <Screen
      key={`${place.step}/${place.field ?? ''}/${place.index ?? ''}`}
      context={context}
      place={place}
      onProcedureChanged={onProcedureChanged}
    />
  )
}

/** An address that these answers do not lead to, as after an answer was changed, leads to what is still open. */
function Screen({
  context,
  place,
  onProcedureChanged,
}: {
  context: FormContext
  place: Place
  onProcedureChanged(): void
}) {
  const { state, draft, procedure } = context
  const step = state.steps.find(({ path }) => path === place.step)
  if (!step)
    return <Redirect to={addressOf(procedure.code, firstOpenStep(state, draft.get().papers, Date.now()).path)} />
  const list =
    step.kind === 'page' && place.field !== undefined ? step.fields.find(({ name }) => name === place.field) : undefined
  if (list?.kind === 'people' && place.index !== undefined && place.index < list.max) {
    return <PersonPage context={context} field={list} index={place.index} />
  }
  switch (step.kind) {
    case 'page':
      return <QuestionPage context={context} step={step} />
    case 'preview':
      return <PreviewPage context={context} step={step} />
    case 'papers':
      return <PapersPage context={context} step={step} />
    case 'check':
      return <CheckPage context={context} step={step} onProcedureChanged={onProcedureChanged} />
  }
}

function Redirect({ to, forget }: { to: string; forget?: string }) {
  useEffect(() => {
    if (forget) forgetDone(forget)
    go(to, { replace: true })
  }, [to, forget])

  return null
}
