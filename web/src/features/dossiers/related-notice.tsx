import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type RelatedDossier, type Relation, relatedView } from '#shared/counter/schemas.ts'
import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import { stateName } from '#shared/dossiers/names.ts'
import { formatInstant } from '#shared/text/format.ts'
import { read } from '#web/src/lib/read.ts'
import { pressKey, useShortcuts } from '#web/src/lib/shortcuts.ts'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { KeyHint } from '#web/src/ui/key-hint.tsx'
import { Failure, Loading, Notice } from '#web/src/ui/notice.tsx'
import { ScrollRegion } from '#web/src/ui/scroll-region.tsx'
import type { Ticks } from './answer-ticks.ts'
import { dossierOptions } from './api.ts'

const relationWords: Record<Relation, string> = {
  same_person: 'cùng người',
  similar_name: 'tên gần giống',
  same_place: 'cùng chỗ ở',
}

/** What an officer decided about a pair is kept with the ticks: it is a work note, and each officer's own. */
const decidedPath = (code: string) => `related:${code}`

/** Other dossiers that may be the same request, the same household or the same person, and the comparing of them. */
export function RelatedNotice({ dossier, ticks }: { dossier: DossierView; ticks: Ticks }) {
  const { data: related = [] } = useQuery({
    queryKey: ['dossier', dossier.code, 'related'],
    queryFn: async ({ signal }) =>
      (await read(relatedView, `/api/desk/dossiers/${encodeURIComponent(dossier.code)}/related`, signal)).items,
    staleTime: 60_000,
  })
  const [compared, setCompared] = useState<RelatedDossier>()
  const undecided = related.filter(({ item }) => !ticks.paths.has(decidedPath(item.code)))
  const [first] = undecided
  useShortcuts(first ? { compare: () => setCompared(first) } : {})
  if (related.length === 0) return null

  return (
    <>
      {undecided.length > 0 && (
        <Notice
          tone={undecided.some(({ relations }) => relations.includes('same_person')) ? 'warning' : 'info'}
          title={`${undecided.length} hồ sơ có thể liên quan`}
        >
          <ul className="related">
            {undecided.map((each, index) => (
              <li key={each.item.code}>
                <button type="button" className="quiet" onClick={() => setCompared(each)}>
                  {each.item.applicantName} {index === 0 && <KeyHint name="compare" />}
                </button>{' '}
                <span className="hint">
                  {each.relations.map((relation) => relationWords[relation]).join(', ')} ·{' '}
                  {stateName(each.item.state).vi}
                </span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {compared && (
        <CompareDialog
          dossier={dossier}
          other={compared}
          onClose={() => setCompared(undefined)}
          onSeparate={() => {
            ticks.toggle(decidedPath(compared.item.code))
            setCompared(undefined)
          }}
        />
      )}
    </>
  )
}

interface CompareDialogProps {
  dossier: DossierView
  other: RelatedDossier
  onClose: () => void
  onSeparate: () => void
}

/** Two dossiers side by side, what differs marked, and the decision whether they are one matter. */
function CompareDialog({ dossier, other, onClose, onSeparate }: CompareDialogProps) {
  const { data, error, refetch } = useQuery(dossierOptions(other.item.code))

  return (
    <Dialog title="Hai hồ sơ này có phải một việc?" shape="drawer" onClose={onClose}>
      <form
        className="step-form"
        onSubmit={(event) => {
          event.preventDefault()
          onSeparate()
        }}
      >
        <ScrollRegion className="step-body" label="Hai hồ sơ cạnh nhau">
          {other.names && (
            <p>
              “{other.names.here}” và “{other.names.there}” giống nhau {Math.round(other.names.likeness * 100)}%.
            </p>
          )}
          {error && <Failure error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Loading rows={8} />}
          {data && <Comparison left={dossier} right={data} />}
        </ScrollRegion>
        <footer className="dialog-foot">
          <button type="submit" className="primary">
            Hai việc khác nhau
          </button>
          <button
            type="button"
            className="danger-outline"
            disabled={!dossier.allowed.includes('refuse')}
            onClick={() => {
              onClose()
              pressKey('refuse')
            }}
          >
            Trùng: từ chối hồ sơ đang mở
          </button>
          <button type="button" onClick={onClose}>
            Đóng
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

function Comparison({ left, right }: { left: DossierView; right: DossierView }) {
  const rows = rowsOf(left, right)

  return (
    <table className="plain-table compare">
      <thead>
        <tr>
          <th scope="col">Mục</th>
          <th scope="col">Đang mở: {left.code}</th>
          <th scope="col">{right.code}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ path, label, a, b }) => (
          <tr key={path} className={a === b ? undefined : 'differs'}>
            <th scope="row">{label}</th>
            <td>{a || '–'}</td>
            <td>{b || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface ComparedRow {
  path: string
  label: string
  a: string
  b: string
}

function rowsOf(left: DossierView, right: DossierView): ComparedRow[] {
  const answersOf = ({ sections }: DossierView) =>
    new Map(sections.flatMap(({ rows }) => rows.map(({ path, label, value }) => [path, [label.vi, value.vi]] as const)))
  const [mine, theirs] = [answersOf(left), answersOf(right)]
  const headOf = (each: DossierView): [string, string][] => [
    ['Thủ tục', each.procedure.name.vi],
    ['Trạng thái', stateName(each.state).vi],
    ['Nộp lúc', formatInstant(each.filedAt)],
    ['Điện thoại', each.contact.phone ?? ''],
  ]
  const heads = headOf(right)

  return [
    ...headOf(left).map(([label, a], index) => ({ path: label, label, a, b: heads[index]?.[1] ?? '' })),
    ...[...new Set([...mine.keys(), ...theirs.keys()])].map((path) => ({
      path,
      label: (mine.get(path) ?? theirs.get(path))?.[0] ?? path,
      a: mine.get(path)?.[1] ?? '',
      b: theirs.get(path)?.[1] ?? '',
    })),
  ]
}
