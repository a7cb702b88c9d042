import { Dialog } from '#web/src/ui/dialog.tsx'
import type { HeldCall } from './use-line-work.ts'

/** Asks before a visit is ended by calling somebody else: one slip of a finger must not do it. */
export function OverDialog({ held, onClose }: { held: HeldCall; onClose: () => void }) {
  const { label, state } = held.running

  return (
    <Dialog title={`Quầy này đang có số ${label}`} onClose={onClose}>
      <form
        className="dialog-body"
        onSubmit={(event) => {
          event.preventDefault()
          held.goOn()
        }}
      >
        <p>
          {state === 'serving'
            ? `Số ${label} đang được phục vụ. Gọi số khác sẽ ghi số này là xong.`
            : `Số ${label} đã được gọi mà chưa đến. Gọi số khác sẽ ghi số này là vắng mặt.`}
        </p>
        <p className="buttons">
          <button type="submit" className="primary">
            {state === 'serving' ? `Xong số ${label} và gọi tiếp` : `Ghi vắng ${label} và gọi tiếp`}
          </button>{' '}
          <button type="button" onClick={onClose}>
            Giữ nguyên
          </button>
        </p>
      </form>
    </Dialog>
  )
}
