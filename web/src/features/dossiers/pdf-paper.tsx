import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { paperLengthView } from '#shared/papers/schemas.ts'
import { read } from '#web/src/lib/read.ts'
import { Icon } from '#web/src/ui/icons.tsx'
import { ScrollRegion } from '#web/src/ui/scroll-region.tsx'
import { fileSize } from './file-size.ts'
import { PaperTools, usePaperLook } from './paper-tools.tsx'

interface PdfPaperProps {
  href: string
  name: string
  bytes: number
}

/** A PDF beside the answers, in the browser's own reader; where the browser has none, a link to the file. */
export function PdfPaper({ href, name, bytes }: PdfPaperProps) {
  if (navigator.pdfViewerEnabled) return <PdfFrame href={href} name={name} />

  return (
    <p className="pdf-link">
      <Icon name="paper" size={20} />
      <a href={`${href}?inline=1`} target="_blank" rel="noreferrer">
        Mở PDF “{name}” ({fileSize(bytes)})
      </a>
    </p>
  )
}

/** A sheet of A4, as high as it is wide; another is shown all the same, with some room left or wanting below. */
const sheetHeight = Math.SQRT2
/** What the reader leaves between two sheets. */
const gapPx = 14
/** So many times a sheet of the stage's width a frame may be large: twenty pages twice as wide, or five four times. */
const largestArea = 80

/**
 * The server sandboxes what stands in this frame: a document of nobody's origin, in which nothing loads or runs. It is
 * shown under glass besides, because a link in a PDF leads the whole tab away, whatever the sandbox says. So the reader
 * cannot scroll: the frame is as high as all its pages, a closer look is a wider frame, and a turn is a turned frame.
 */
function PdfFrame({ href, name }: Pick<PdfPaperProps, 'href' | 'name'>) {
  const { data: pages = 1 } = useQuery({
    queryKey: ['paper-length', href],
    queryFn: async ({ signal }) => (await read(paperLengthView, `${href}/length`, signal)).pages,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const look = usePaperLook(Math.sqrt(largestArea / pages))
  const stage = useRef<HTMLElement>(null)
  // The first page comes first, wherever the turn has put it.
  useEffect(() => {
    const { scrollWidth = 0, scrollHeight = 0 } = stage.current ?? {}
    const turned = look.degrees % 360
    stage.current?.scrollTo({ left: turned === 90 ? scrollWidth : 0, top: turned === 180 ? scrollHeight : 0 })
  }, [look.degrees])
  const width = `${look.zoom * 100}${look.isLying ? 'cqb' : 'cqi'}`
  const height = `calc(${pages} * (${sheetHeight} * ${width} + ${gapPx}px))`

  return (
    <>
      <PaperTools look={look} href={`${href}?inline=1`} openWords="Mở PDF ở cửa sổ riêng" />
      <ScrollRegion ref={stage} className="paper-stage pdf-stage" label={`Khung xem ${name}`}>
        <div
          className="paper-frame"
          style={look.isLying ? { inlineSize: height, blockSize: width } : { inlineSize: width, blockSize: height }}
        >
          <iframe
            src={`${href}?inline=1#toolbar=0&navpanes=0&view=FitH`}
            title={`PDF ${name}`}
            tabIndex={-1}
            style={{
              inlineSize: width,
              blockSize: height,
              transform: `translate(-50%, -50%) rotate(${look.degrees}deg)`,
            }}
          />
        </div>
      </ScrollRegion>
      <p className="hint">{pages} trang. Liên kết trong văn bản không bấm được ở đây.</p>
    </>
  )
}
