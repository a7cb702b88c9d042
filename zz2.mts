import * as s from './tests/documents/sample-facts.ts'
import { renderPdf } from './server/documents/render-pdf.ts'
import { ct04 } from './server/documents/ct04.ts'
import { receipt } from './server/documents/receipt.ts'
for (let i=0;i<8;i++){ const t=performance.now(); await renderPdf(ct04(s.acceptance)); const u=performance.now(); await renderPdf(receipt(s.receiptOf)); console.log(Math.round(u-t), Math.round(performance.now()-u)) }
