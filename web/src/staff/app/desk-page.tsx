import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import * as z from 'zod/mini'
import { procedureCodes } from '#shared/catalogue/types.ts'
import { deskKey, type QueueFilters, useClaimNext } from '#web/src/features/counter/api.ts'
import { BulkBar } from '#web/src/features/counter/bulk-bar.tsx'
import { usePresence } from '#web/src/features/counter/presence.ts'
import { QueueList } from '#web/src/features/counter/queue-list.tsx'
import { QueueNav } from '#web/src/features/counter/queue-nav.tsx'
import { type QueueViewEntry, queueViewOf } from '#web/src/features/counter/queue-views.ts'
import { filterOf, SaveFilterDialog } from '#web/src/features/counter/saved-filters.tsx'
import { neighbourOf } from '#web/src/features/counter/settle.ts'
import { useLive } from '#web/src/features/counter/use-live.ts'
import { type Queue, useQueue } from '#web/src/features/counter/use-queue.ts'
import { type StepName, stepEntries } from '#web/src/features/dossiers/actions/step-entries.ts'
import { dossierOptions, dossiersKey } from '#web/src/features/dossiers/api.ts'
import { DossierPane } from '#web/src/features/dossiers/dossier-pane.tsx'
import { HeldBar } from '#web/src/features/dossiers/held-bar.tsx'
import { isHeld } from '#web/src/features/dossiers/held-steps.ts'
import { askedForDossier } from '#web/src/features/dossiers/switch-measure.ts'
import { Arrival } from '#web/src/features/tickets/arrival.tsx'
import { useAccount } from '#web/src/lib/account.ts'
import { badNews } from '#web/src/lib/bad-news.ts'
import { noProcedures, procedureNamesOptions } from '#web/src/lib/procedures.ts'
import { useShortcuts } from '#web/src/lib/shortcuts.ts'
import { patchUrlParams } from '#web/src/lib/url-params.ts'
import { useUrlState } from '#web/src/lib/use-url-state.ts'
import { announce } from '#web/src/ui/announce.ts'
import { usePageTitle } from '#web/src/ui/page-title.ts'

const deskFilters = z.strictObject({
  q: z.optional(z.string().check(z.maxLength(120))),
  procedure: z.optional(z.enum(procedureCodes)),
  unit: z.optional(z.string().check(z.regex(/^\d{5}$/))),
})

/** The desk: queues, rows, and the dossier that is open. Which queue, which filters and which dossier are in the address. */
export function DeskPage() {
  const account = useAccount()
  const { entry, code } = useOpened()
  const [filters, changeFilters] = useUrlState(deskFilters)
  const queue = useQueue(entry, filters)
  const { open, addressOf, queueAddress } = useAddresses(entry, code)
  const { data: procedures = noProcedures } = useQuery(procedureNamesOptions)
  const isLive = useLive(useRenewDossiers())
  const claimNext = useTakeNext(open)
  const finishStep = useFinishStep(queue, entry, open)
  usePrefetchedNeighbours(queue, code)
  const presence = usePresence(code)
  const [picked, pick, clearPicked] = usePicked()
  const saving = useSavingFilter(entry, filters)
  usePageTitle(entry.words)
  const serves = account.role !== 'supervisor'

  return (
    <main className={code ? 'desk with-dossier' : 'desk'}>
      {saving}
      <QueueNav
        selected={filters.q ? undefined : entry}
        filters={filters}
        address={addressOf(undefined)}
        addressOf={queueAddress}
        onClaimNext={serves ? claimNext.take : undefined}
        isClaiming={claimNext.isPending}
      />
      <QueueList
        entry={entry}
        queue={queue}
        filters={{ q: filters.q ?? '', procedure: filters.procedure ?? '' }}
        onFilter={(patch) => changeFilters(patch, { replace: true })}
        openCode={code}
        addressOf={addressOf}
        onOpen={open}
        procedures={procedures}
        myName={account.name}
        presence={presence}
        picked={picked}
        onPick={pick}
        isLive={isLive}
      />
      <DossierPane
        code={code}
        alsoHere={(code && presence.get(code)) || nobody}
        arrival={code && <Arrival code={code} />}
        onClose={() => open(undefined)}
        onDone={finishStep}
      />
      <div className="desk-foot">
        {serves && (
          <BulkBar
            picked={queue.rows.filter((row) => picked.has(row.code))}
            mayAssign={account.role === 'commander'}
            onClear={clearPicked}
          />
        )}
        <HeldBar onOpen={open} />
      </div>
    </main>
  )
}

const nobody: readonly string[] = []

/** The rows chosen for one action over all of them; another queue begins with none. */
function usePicked() {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const pick = (code: string) =>
    setPicked((before) => {
      const after = new Set(before)
      if (!after.delete(code)) after.add(code)

      return after
    })

  return [picked, pick, () => setPicked(new Set())] as const
}

/** The dialog that names what is on screen, once its key was pressed. */
function useSavingFilter(entry: QueueViewEntry, filters: QueueFilters) {
  const [isOpen, setIsOpen] = useState(false)
  useShortcuts({ saveFilter: () => setIsOpen(true) })
  if (!isOpen) return null

  return (
    <SaveFilterDialog
      filter={filterOf(entry, filters)}
      suggestion={filters.q ? `Tìm ${filters.q}` : entry.words}
      onClose={() => setIsOpen(false)}
    />
  )
}

/** What the address names. A code without a queue opens it over the whole desk: such links stand in messages. */
function useOpened(): { entry: QueueViewEntry; code: string | undefined } {
  const { view, code } = useParams()
  const named = queueViewOf(view)
  const all = queueViewOf(undefined)
  if (!all) throw new Error('the desk has no queue')

  return named ? { entry: named, code } : { entry: all, code: code ?? view }
}

function useAddresses(entry: QueueViewEntry, openCode: string | undefined) {
  const navigate = useNavigate()
  const { search } = useLocation()
  const addressOf = (code: string | undefined) => `/can-bo/ban-xu-ly/${entry.slug}${code ? `/${code}` : ''}${search}`
  const withoutSearch = patchUrlParams(new URLSearchParams(search), { q: undefined }).toString()

  return {
    addressOf,
    open: (code: string | undefined) => {
      if (code === openCode) return
      if (code) askedForDossier()
      void navigate(addressOf(code))
    },
    // Another queue is another question: what was searched for does not go along, the other filters do.
    queueAddress: ({ slug }: QueueViewEntry) => `/can-bo/ban-xu-ly/${slug}${withoutSearch && `?${withoutSearch}`}`,
  }
}

/** Whatever changed in the unit may be the dossier on screen. */
function useRenewDossiers(): () => void {
  const client = useQueryClient()

  return useCallback(() => void client.invalidateQueries({ queryKey: dossiersKey }), [client])
}

function useTakeNext(open: (code: string) => void) {
  const claimNext = useClaimNext()
  const take = () => {
    if (claimNext.isPending) return
    claimNext.mutate(undefined, {
      onSuccess: (code) => {
        if (code) open(code)
        announce(code ? `Đã nhận hồ sơ ${code}` : 'Không còn hồ sơ nào chờ người nhận.')
      },
      onError: (error) => announce(badNews(error).detail),
    })
  }
  useShortcuts({ claimNext: take })

  return { take, isPending: claimNext.isPending }
}

/** After a step that ends one's work on a dossier the next one opens by itself. */
function useFinishStep(queue: Queue, entry: QueueViewEntry, open: (code: string | undefined) => void) {
  const client = useQueryClient()

  return (code: string, step: StepName) => {
    const next = neighbourOf(queue.rows, code, isHeld)
    queue.expectChange()
    void client.invalidateQueries({ queryKey: deskKey })
    // What is accepted is no longer new: from that queue one goes on to the next.
    const leaves = stepEntries[step].leaves || (step === 'accept' && entry.view === 'new')
    if (!leaves) return
    open(next)
    if (!next) announce('Hàng này không còn hồ sơ nào.')
  }
}

/** The rows beside the open one are read ahead, so that the next dossier is there when its key is pressed. */
function usePrefetchedNeighbours(queue: Queue, code: string | undefined) {
  const client = useQueryClient()
  const index = queue.rows.findIndex((row) => row.code === code)
  const neighbours =
    index < 0
      ? ''
      : [queue.rows[index + 1], queue.rows[index + 2], queue.rows[index - 1]]
          .map((row) => row?.code)
          .filter(Boolean)
          .join()
  useEffect(() => {
    if (neighbours === '') return undefined
    const timer = setTimeout(() => {
      for (const neighbour of neighbours.split(',')) void client.prefetchQuery(dossierOptions(neighbour))
    }, 150)

    return () => clearTimeout(timer)
  }, [client, neighbours])
}
