import { writeFileSync, mkdirSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import * as s from './tests/documents/sample-facts.ts'
import { renderPdf } from './server/documents/render-pdf.ts'
const { ct01 } = await import('./server/documents/ct01.ts'); const { ct04 } = await import('./server/documents/ct04.ts')
const { ct05 } = await import('./server/documents/ct05.ts'); const { ct07 } = await import('./server/documents/ct07.ts'); const { receipt } = await import('./server/documents/receipt.ts'); const { ct06 } = await import('./server/documents/ct06.ts')
const longName = 'Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Thị Quỳnh Trang Thanh Thảo Phương Nghi Ngọc Diệu Huyền Trân Châu'
const oneWord = 'x'.repeat(180)
const people = Array.from({length:60},(_,i)=>({name:i%7===0?longName:`Nguyễn Văn ${i}`,birthDate:'2001-02-03',gender:'Nam',identity:'000201000'+String(i).padStart(3,'0'),relationship:i%5?'cháu ruột':'anh, chị, em cùng cha khác mẹ'}))
const applicant={...s.base.applicant,name:longName,email:oneWord+'@example.vn',permanentAddress:'thôn '+oneWord, currentAddress:'<b>&amp; {text} \u202Eevil ${x} [object] </b>'}
const unit={...s.base.unit,name:'Bắc Hồng Lĩnh',type:'Phường' as const}
const docs:[string,any][]=[
 ['x-ct01',ct01({...s.declaration,applicant,unit,members:people,requestText:(s.declaration.requestText+' ').repeat(12),head:{name:longName,relationship:'ở nhờ'},isOnline:false,consents:{head:{name:longName,text:'Đồng ý. '.repeat(40)},owner:{name:longName,text:oneWord},guardian:{name:'A',text:'Đồng ý'}}})],
 ['x-ct04',ct04({...s.acceptance,applicant,unit,isProvisional:true,papers:Array.from({length:20},(_,i)=>({name:`${i} ${longName}`,form:'bản chụp' as const,note:oneWord}))})],
 ['x-ct05',ct05({...s.supplement,applicant,unit,round:2,supervisorReason:'Giấy nộp lần trước hết hạn.',items:Array.from({length:40},(_,i)=>({subject:`Giấy ${i}`,reason:'Thiếu trang hoặc thiếu chữ ký',message:('Hãy gửi đủ các trang, có chữ ký. ').repeat(i%6+1)}))})],
 ['x-ct06',ct06({...s.refusal,applicant,unit,reason:('Lý do rất dài. ').repeat(150)})],
 ['x-ct07',ct07({...s.confirmation,applicant,unit,household:people,other:Array.from({length:6},()=>('Đã cư trú tại thôn Bắc Quỳnh. ').repeat(60))})],
 ['x-receipt',receipt({...s.receiptOf,applicantName:longName,unit,papers:Array.from({length:20},(_,i)=>({...s.receiptOf.papers[0]!,name:`${i} ${longName}`})),sections:Array.from({length:9},(_,k)=>({title:'Mục '+k,rows:Array.from({length:7},(_,i)=>({label:'Câu hỏi '+i,value:i===3?oneWord:'Trả lời '.repeat(i*4+1)}))}))})],
]
for (const [n,d] of docs){ const b=await renderPdf(d); writeFileSync(`/tmp/docs/${n}.pdf`,b); execFileSync('pdftoppm',['-r','60','-png',`/tmp/docs/${n}.pdf`,`/tmp/docs/${n}`]) }
