import { stateName } from '#shared/dossiers/names.ts'
import type { Standing } from '#shared/dossiers/schemas.ts'
import type { DossierState } from '#shared/dossiers/transitions.ts'
import { Icon, type IconName } from './icons.tsx'

type Look =
  | 'blue-outline'
  | 'green-outline'
  | 'green-fill'
  | 'yellow-fill'
  | 'red-fill'
  | 'ink-outline'
  | 'stripes'
  | 'amber-outline'

const stateLooks: Record<DossierState, { look: Look; icon: IconName }> = {
  submitted: { look: 'blue-outline', icon: 'arrived' },
  accepted: { look: 'blue-outline', icon: 'clock' },
  processing: { look: 'blue-outline', icon: 'clock' },
  need_supplement: { look: 'yellow-fill', icon: 'dot' },
  payment_due: { look: 'stripes', icon: 'coin' },
  proposed: { look: 'green-outline', icon: 'pen' },
  refused_intake: { look: 'ink-outline', icon: 'cross' },
  refused: { look: 'ink-outline', icon: 'cross' },
  withdrawn: { look: 'ink-outline', icon: 'back' },
  resolved: { look: 'green-fill', icon: 'check' },
  returned: { look: 'green-outline', icon: 'doubleCheck' },
}

const standings: Record<Standing, { look: Look; icon: IconName; words: string }> = {
  early: { look: 'green-outline', icon: 'check', words: 'Trước hạn' },
  on_time: { look: 'green-outline', icon: 'check', words: 'Đúng hạn' },
  late: { look: 'red-fill', icon: 'warning', words: 'Trễ hạn' },
  running: { look: 'blue-outline', icon: 'clock', words: 'Trong hạn' },
  due_soon: { look: 'amber-outline', icon: 'clock', words: 'Sắp đến hạn' },
  overdue: { look: 'red-fill', icon: 'warning', words: 'Quá hạn' },
  paused: { look: 'stripes', icon: 'pause', words: 'Tạm dừng' },
}

/** Icon, word and shape together: readable without colour, and in grey print. */
export function StateBadge({ state }: { state: DossierState }) {
  const { look, icon } = stateLooks[state]

  return (
    <span className={`badge ${look}`}>
      <Icon name={icon} size={12} />
      {stateName(state).vi}
    </span>
  )
}

/** Only the sign, for the narrow rows of a list; the word is there for screen readers and as a tooltip. */
export function StateSign({ state }: { state: DossierState }) {
  const { look, icon } = stateLooks[state]

  return (
    <span className={`sign ${look}`} title={stateName(state).vi}>
      <Icon name={icon} size={12} />
      <span className="unseen">{stateName(state).vi}</span>
    </span>
  )
}

export function StandingBadge({ standing }: { standing: Standing }) {
  const { look, icon, words } = standings[standing]

  return (
    <span className={`badge ${look}`}>
      <Icon name={icon} size={12} />
      {words}
    </span>
  )
}

export const standingWords = (standing: Standing): string => standings[standing].words
