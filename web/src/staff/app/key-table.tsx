import { type DeskKey, deskKeys, keyCap } from '#web/src/lib/keys.ts'
import { Dialog } from '#web/src/ui/dialog.tsx'
import { ScrollRegion } from '#web/src/ui/scroll-region.tsx'

/** Every key of the desk, drawn from the list that the desk listens by. */
export function KeyTable({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Bảng phím" onClose={onClose}>
      <ScrollRegion label="Các phím" className="key-scroll">
        <dl className="key-table">
          {Object.entries(deskKeys).map(([name, { words }]) => (
            <div key={name}>
              <dt>
                <kbd>{keyCap(name as DeskKey)}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>Ctrl ↵</kbd>
            </dt>
            <dd>Gửi cửa sổ đang mở</dd>
          </div>
        </dl>
      </ScrollRegion>
      <p className="hint">Phím không có tác dụng khi đang gõ trong ô nhập, kể cả lúc bộ gõ tiếng Việt đang ghép dấu.</p>
    </Dialog>
  )
}
