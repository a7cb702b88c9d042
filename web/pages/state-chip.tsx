import { stateName } from '#shared/dossiers/names.ts'
import type { TrackingView } from '#shared/dossiers/schemas.ts'
import type { DossierState } from '#shared/dossiers/transitions.ts'
import type { Say } from '#shared/i18n/say.ts'
import { capitalised, standingWords } from '#shared/sla/explain-words.ts'
import { Icon, type IconName } from './icons.tsx'

const looks: Record<DossierState, { look: string; icon: IconName }> = {
  submitted: { look: '', icon: 'clock' },
  accepted: { look: '', icon: 'clock' },
  processing: { look: '', icon: 'clock' },
  need_supplement: { look: 'yours', icon: 'yours' },
  payment_due: { look: 'yours', icon: 'yours' },
  proposed: { look: '', icon: 'clock' },
  refused_intake: { look: 'plain', icon: 'refused' },
  refused: { look: 'plain', icon: 'refused' },
  withdrawn: { look: 'plain', icon: 'refused' },
  resolved: { look: 'good', icon: 'done' },
  returned: { look: 'good', icon: 'done' },
}

/** The state as icon, word and shape. Overdue is said here too: the resident is not left to compare dates. */
export function StateChip({ say, dossier }: { say: Say; dossier: Pick<TrackingView, 'state' | 'standing'> }) {
  const { look, icon } = looks[dossier.state]

  return (
    <p className="chips">
      <span className={`chip ${look}`}>
        <Icon name={icon} />
        {say(stateName(dossier.state))}
      </span>
      {dossier.standing === 'overdue' && (
        <span className="chip bad">
          <Icon name="late" />
          {say(capitalised(standingWords.overdue))}
        </span>
      )}
    </p>
  )
}
