import { useState } from 'react'
import type { PaperStatus, PaperView } from '#shared/papers/schemas.ts'
import { useShortcuts } from '#web/src/lib/shortcuts.ts'
import { Empty, Notice } from '#web/src/ui/notice.tsx'
import { ScrollRegion } from '#web/src/ui/scroll-region.tsx'
import { PaperTools, usePaperLook } from './paper-tools.tsx'
import { PdfPaper } from './pdf-paper.tsx'

/** One paper beside the answers: closer, further, turned. What is not found clean is never shown. */
export function PaperViewer({ papers }: { papers: readonly PaperView[] }) {
  const [selectedId, select] = useState<string>()
  const paper = papers.find(({ id }) => id === selectedId) ?? papers[0]
  const go = (step: 1 | -1) => {
    const at = papers.findIndex(({ id }) => id === paper?.id)
    select(papers[Math.min(papers.length - 1, Math.max(0, at + step))]?.id)
  }
  useShortcuts({ nextPaper: () => go(1), previousPaper: () => go(-1) })
  if (!paper) return <Empty title="Hồ sơ không có tệp nào." />

  return (
    <section className="paper-viewer" aria-label="Xem giấy tờ">
      {papers.length > 1 && (
        <label className="paper-choice">
          <span className="unseen">Giấy tờ đang xem</span>
          <select value={paper.id} onChange={(event) => select(event.target.value)}>
            {papers.map(({ id, name }, index) => (
              <option key={id} value={id}>
                {index + 1}. {name.vi}
              </option>
            ))}
          </select>
        </label>
      )}
      {papers.length === 1 && <p className="paper-name">{paper.name.vi}</p>}
      <PaperContent key={paper.id} paper={paper} />
    </section>
  )
}

function PaperContent({ paper }: { paper: PaperView }) {
  if (!paper.href) return <NotShown status={paper.status} />
  if (paper.type === 'application/pdf') return <PdfPaper href={paper.href} name={paper.name.vi} bytes={paper.bytes} />

  return <Picture href={`${paper.href}?inline=1`} name={paper.name.vi} />
}

function NotShown({ status }: { status: PaperStatus }) {
  if (status === 'refused') {
    return (
      <Notice tone="error" title="Tệp này không mở được">
        <p>Tệp hỏng hoặc không an toàn. Hãy yêu cầu công dân gửi lại.</p>
      </Notice>
    )
  }

  return (
    <Notice title="Tệp đang được kiểm tra">
      <p>Xem được sau ít giây, trang tự cập nhật.</p>
    </Notice>
  )
}

function Picture({ href, name }: { href: string; name: string }) {
  const look = usePaperLook()
  const [ratio, setRatio] = useState<number>()
  const [isBroken, setIsBroken] = useState(false)
  if (isBroken) {
    return (
      <Notice tone="error" title="Không tải được ảnh">
        <button type="button" onClick={() => setIsBroken(false)}>
          Thử lại
        </button>
      </Notice>
    )
  }

  return (
    <>
      <PaperTools look={look} href={href} openWords="Mở ảnh ở cửa sổ riêng" />
      <ScrollRegion className="paper-stage" label={`Ảnh ${name}`}>
        <div
          className="paper-frame"
          style={{ inlineSize: `${look.zoom * 100}%`, aspectRatio: ratio && (look.isLying ? 1 / ratio : ratio) }}
        >
          <img
            src={href}
            alt={name}
            onError={() => setIsBroken(true)}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setRatio(naturalWidth / naturalHeight)}
            style={{
              inlineSize: look.isLying && ratio ? `${ratio * 100}%` : '100%',
              transform: `translate(-50%, -50%) rotate(${look.degrees}deg)`,
            }}
          />
        </div>
      </ScrollRegion>
    </>
  )
}
