import { writeFileSync, mkdirSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import * as s from './tests/documents/sample-facts.ts'
import { renderPdf } from './server/documents/render-pdf.ts'
import { inspectPdf } from './server/papers/inspect-pdf.ts'
const { ct01 } = await import('./server/documents/ct01.ts'); const { ct03 } = await import('./server/documents/ct03.ts'); const { ct04 } = await import('./server/documents/ct04.ts')
const { ct05 } = await import('./server/documents/ct05.ts'); const { ct06 } = await import('./server/documents/ct06.ts'); const { ct07 } = await import('./server/documents/ct07.ts')
const { ct08 } = await import('./server/documents/ct08.ts'); const { receipt } = await import('./server/documents/receipt.ts')
mkdirSync('/tmp/docs',{recursive:true})
const all: [string, any][] = [['ct01',()=>ct01(s.declaration)],['ct03',()=>ct03(s.absence)],['ct04',()=>ct04(s.acceptance)],['ct05',()=>ct05(s.supplement)],['ct06',()=>ct06(s.refusal)],['ct07',()=>ct07(s.confirmation)],['ct08',()=>ct08(s.result)],['receipt',()=>receipt(s.receiptOf)]]
for (const [n, d] of all) { const t=performance.now(); const b = await renderPdf(d()); const b2 = await renderPdf(d()); writeFileSync(`/tmp/docs/${n}.pdf`, b); console.log(n, b.length, Math.round(performance.now()-t)+'ms', b.equals(b2), inspectPdf(b)); execFileSync('pdftoppm',['-r','80','-png',`/tmp/docs/${n}.pdf`,`/tmp/docs/${n}`]) }
