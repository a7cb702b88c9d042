import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import { useShortcuts } from '#web/src/lib/shortcuts.ts'
import { useAfterPaint } from '#web/src/lib/use-after-paint.ts'
import { Icon } from '#web/src/ui/icons.tsx'
import { Empty, Failure, Loading } from '#web/src/ui/notice.tsx'
import { Tabs } from '#web/src/ui/tabs.tsx'
import { ActionBar } from './actions/action-bar.tsx'
import type { StepName } from './actions/step-entries.ts'
import { type Ticks, useTicks } from './answer-ticks.ts'
import { Answers } from './answers.tsx'
import { dossierOptions } from './api.ts'
import { ClockPanel } from './clock-panel.tsx'
import { ConsentsPanel } from './consents-panel.tsx'
import { DossierHead } from './dossier-head.tsx'
import { History } from './history.tsx'
import { PaperViewer } from './paper-viewer.tsx'
import { ControlSlipLink, Documents, PaperFiles, PapersNeeded } from './papers.tsx'
import { RelatedNotice } from './related-notice.tsx'
import { dossierIsShown } from './switch-measure.ts'
import { TimeNotices } from './time-notices.tsx'

interface DossierPaneProps {
  code: string | undefined
  /** Colleagues who have the same dossier on screen. */
  alsoHere: readonly string[]
  /** How it began at the counter; put in by the desk, which knows both features. */
  arrival?: ReactNode
  onClose: () => void
  onDone: (code: string, step: StepName, dossier: DossierView | null) => void
}

/** The right pane of the desk: one dossier, and what may be done with it. */
export function DossierPane({ code, alsoHere, arrival, onClose, onDone }: DossierPaneProps) {
  useShortcuts(code ? { close: onClose } : {})
  if (!code)
    return (
      <section className="dossier-pane" aria-label="Hồ sơ">
        <NothingOpen />
      </section>
    )

  return (
    <section className="dossier-pane" aria-label="Hồ sơ">
      <OpenDossier
        key={code}
        code={code}
        alsoHere={alsoHere}
        arrival={arrival}
        onClose={onClose}
        onDone={(step, after) => onDone(code, step, after)}
      />
    </section>
  )
}

interface OpenDossierProps {
  code: string
  alsoHere: readonly string[]
  arrival: ReactNode
  onClose: () => void
  onDone: (step: StepName, dossier: DossierView | null) => void
}

function OpenDossier({ code, alsoHere, arrival, onClose, onDone }: OpenDossierProps) {
  const { data: dossier, error, refetch } = useQuery({ ...dossierOptions(code), refetchInterval: whileChecking })

  const isPainted = useAfterPaint(dossier !== undefined)
  const ticks = useTicks(code, isPainted)
  useTitleFocus(dossier !== undefined)

  if (error && !dossier)
    return (
      <div className="pane-scroll">
        <Failure error={error} onRetry={() => void refetch()} />
        <button type="button" onClick={onClose}>
          Đóng
        </button>
      </div>
    )
  if (!dossier)
    return (
      <div className="pane-scroll">
        <Loading rows={8} words="Đang mở hồ sơ…" />
      </div>
    )

  return (
    <>
      <div className="pane-scroll">
        <DossierHead dossier={dossier} Title="h2">
          <span className="dossier-tools">
            <Link to={`/can-bo/ho-so/${code}`} className="quiet-link">
              <Icon name="print" /> Trang in
            </Link>
            <Link to={`/can-bo/ho-so/${code}/phieu`} className="quiet-link">
              In phiếu A5, 80 mm
            </Link>
            <button type="button" className="quiet" onClick={onClose} aria-keyshortcuts="Escape">
              <Icon name="cross" />
              <span className="unseen">Đóng hồ sơ</span>
            </button>
          </span>
        </DossierHead>
        {error && <Failure error={error} onRetry={() => void refetch()} />}
        {isPainted && arrival}
        {alsoHere.length > 0 && (
          <p className="also-here" role="status">
            {alsoHere.join(', ')} cũng đang mở hồ sơ này.
          </p>
        )}
        {isPainted && <RelatedNotice dossier={dossier} ticks={ticks} />}
        <ClockPanel dossier={dossier} />
        <TimeNotices dossier={dossier} />
        {isPainted && <ConsentsPanel dossier={dossier} />}
        <DossierTabs dossier={dossier} ticks={ticks} isPainted={isPainted} />
      </div>
      <ActionBar dossier={dossier} onDone={onDone} />
    </>
  )
}

/** A dossier that opened by itself takes the focus that its predecessor left, so that it is read aloud. */
function useTitleFocus(isShown: boolean) {
  useEffect(() => {
    if (isShown) dossierIsShown()
    if (isShown && document.activeElement === document.body) document.getElementById('dossier-title')?.focus()
  }, [isShown])
}

const tabNames = ['content', 'papers', 'history'] as const
type TabName = (typeof tabNames)[number]

interface DossierTabsProps {
  dossier: DossierView
  ticks: Ticks
  /** The answers are on screen; papers take longer and come then. */
  isPainted: boolean
}

function DossierTabs({ dossier, ticks, isPainted }: DossierTabsProps) {
  const [tab, setTab] = useState<TabName>('content')
  useShortcuts({ tabs: () => setTab(tabNames[(tabNames.indexOf(tab) + 1) % tabNames.length] ?? 'content') })
  const missing = dossier.papersNeeded.filter(({ received, seen }) => !received && !seen).length

  return (
    <Tabs
      label="Phần của hồ sơ"
      selected={tab}
      onSelect={setTab}
      tabs={[
        { name: 'content', label: 'Nội dung' },
        {
          name: 'papers',
          label: (
            <>
              Giấy tờ ({dossier.papers.length}){missing > 0 && <span className="tab-missing"> thiếu {missing}</span>}
            </>
          ),
        },
        { name: 'history', label: <>Lịch sử ({dossier.events.length})</> },
      ]}
    >
      {tab === 'content' && (
        <div className={dossier.papers.length > 0 ? 'split' : undefined}>
          <Answers dossier={dossier} ticks={ticks} />
          {isPainted && dossier.papers.length > 0 && <PaperViewer papers={dossier.papers} />}
        </div>
      )}
      {tab === 'papers' && (
        <div className="papers-tab">
          <h3>Giấy tờ phải có</h3>
          <PapersNeeded needed={dossier.papersNeeded} />
          <h3>Phiếu và kết quả</h3>
          <Documents documents={dossier.documents} />
          <ControlSlipLink code={dossier.code} />
          <PaperFiles papers={dossier.papers} />
          {dossier.papers.length > 0 && <PaperViewer papers={dossier.papers} />}
        </div>
      )}
      {tab === 'history' && <History events={dossier.events} />}
    </Tabs>
  )
}

/** A file that is being checked will be there in a moment. */
const whileChecking = ({ state }: { state: { data: DossierView | undefined } }) =>
  state.data?.papers.some(({ status }) => status === 'quarantine') ? 5_000 : false

function NothingOpen() {
  return (
    <Empty title="Chưa mở hồ sơ nào.">
      <p>
        Chọn một hồ sơ ở danh sách, hoặc dùng <kbd>J</kbd> <kbd>K</kbd> rồi <kbd>Enter</kbd>. Bấm <kbd>?</kbd> để xem
        mọi phím.
      </p>
    </Empty>
  )
}
