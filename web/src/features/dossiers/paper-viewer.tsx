import { useState } from 'react'
import type { PaperStatus, PaperView } from '#shared/papers/schemas.ts'
import { useShortcuts } from '#web/src/lib/shortcuts.ts'
import { Icon } from '#web/src/ui/icons.tsx'
import { Empty, Notice } from '#web/src/ui/notice.tsx'
import { fileSize } from './file-size.ts'

const zooms = [1, 1.5, 2, 3, 4] as const

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
  if (paper.type === 'application/pdf') {
    return (
      <p className="pdf-link">
        <Icon name="paper" size={20} />
        <a href={`${paper.href}?inline=1`} target="_blank" rel="noreferrer">
          Mở PDF “{paper.name.vi}” ({fileSize(paper.bytes)})
        </a>
      </p>
    )
  }

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
  const [zoomIndex, setZoomIndex] = useState(0)
  const [quarterTurns, setQuarterTurns] = useState(0)
  const [ratio, setRatio] = useState<number>()
  const [isBroken, setIsBroken] = useState(false)
  const zoom = zooms[zoomIndex] ?? 1
  const isLying = quarterTurns % 2 === 1
  useShortcuts({
    zoomIn: () => setZoomIndex((index) => Math.min(zooms.length - 1, index + 1)),
    zoomOut: () => setZoomIndex((index) => Math.max(0, index - 1)),
    turn: () => setQuarterTurns((turns) => turns + 1),
  })

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
      <div className="paper-tools">
        <button type="button" disabled={zoomIndex === 0} onClick={() => setZoomIndex(zoomIndex - 1)}>
          <Icon name="zoomOut" />
          <span className="unseen">Thu nhỏ</span>
        </button>
        <span aria-live="polite">{zoom * 100}%</span>
        <button type="button" disabled={zoomIndex === zooms.length - 1} onClick={() => setZoomIndex(zoomIndex + 1)}>
          <Icon name="zoomIn" />
          <span className="unseen">Phóng to</span>
        </button>
        <button type="button" onClick={() => setQuarterTurns(quarterTurns + 1)}>
          <Icon name="turn" />
          <span className="unseen">Xoay 90 độ</span>
        </button>
        <a href={href} target="_blank" rel="noreferrer">
          <Icon name="open" />
          <span className="unseen">Mở ảnh ở cửa sổ riêng</span>
        </a>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="paper-stage" tabIndex={0} aria-label={`Ảnh ${name}`}>
        <div
          className="paper-frame"
          style={{ inlineSize: `${zoom * 100}%`, aspectRatio: ratio && (isLying ? 1 / ratio : ratio) }}
        >
          <img
            src={href}
            alt={name}
            onError={() => setIsBroken(true)}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setRatio(naturalWidth / naturalHeight)}
            style={{
              inlineSize: isLying && ratio ? `${ratio * 100}%` : '100%',
              transform: `translate(-50%, -50%) rotate(${quarterTurns * 90}deg)`,
            }}
          />
        </div>
      </section>
    </>
  )
}
