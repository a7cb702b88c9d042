import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import { formatInstant } from '#shared/text/format.ts'
import { keyCap } from '#web/src/lib/keys.ts'
import { Notice } from '#web/src/ui/notice.tsx'

/** What an officer must know of this dossier's time beside its date: a letter to send or sent, another body's turn. */
export function TimeNotices({ dossier, isReadOnly = false }: { dossier: DossierView; isReadOnly?: boolean }) {
  const { extension, letter, agencyCheck } = dossier

  return (
    <>
      {letter && letter.standing !== 'early' && !isReadOnly && <LetterProposal letter={letter} />}
      {extension && (
        <Notice title={`Đã xin lỗi và hẹn lại ${formatInstant(extension.dueAt)}`}>
          <p>
            Thư gửi {formatInstant(extension.sentAt)}
            {extension.sentLate && ', muộn hơn thời điểm phải gửi'}. Lý do: {extension.reason}
          </p>
        </Notice>
      )}
      {agencyCheck && (
        <Notice title={`Đang chờ ${agencyCheck.agency} xác minh`}>
          <p>
            Từ {formatInstant(agencyCheck.since)}. {agencyCheck.reason}
          </p>
        </Notice>
      )}
    </>
  )
}

function LetterProposal({ letter }: { letter: NonNullable<DossierView['letter']> }) {
  return (
    <Notice
      tone="warning"
      title={
        letter.standing === 'late'
          ? 'Sẽ trễ mà chưa có thư xin lỗi'
          : `Nếu sẽ trễ, cần thư xin lỗi trước ${formatInstant(letter.sendBy)}`
      }
    >
      <p>
        {letter.standing === 'late' &&
          `Thư lẽ ra phải gửi trước ${formatInstant(letter.sendBy)}; gửi bây giờ sẽ ghi là gửi muộn. `}
        Bấm <kbd>{keyCap('extend')}</kbd> hoặc Thêm, “Xin lỗi, hẹn lại”.
      </p>
    </Notice>
  )
}
