import { buffer } from 'node:stream/consumers'
import type { Deps } from '../platform/deps.ts'
import { pdfPages } from './inspect-pdf.ts'
import { openPaper, type PaperToSend } from './send-paper.ts'

/** How many pages a clean paper has. A picture is one. The caller has made sure that this person may see it. */
export async function countPages({ store }: Pick<Deps, 'store'>, paper: PaperToSend): Promise<number> {
  const { stream, type } = await openPaper({ store }, paper)
  const bytes = await buffer(stream)

  return type === 'application/pdf' ? pdfPages(bytes) : 1
}
