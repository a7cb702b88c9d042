import { closing, field, paragraph } from './blocks.ts'
import { commanderSignature } from './commander-signature.ts'
import type { RefusalFacts } from './inputs.ts'
import { heading, onPaper, titleLines } from './page.ts'
import type { DocumentDefinition } from './render-pdf.ts'
import { officialInstant, policeName } from './words.ts'

/**
 * Phiếu từ chối tiếp nhận, giải quyết hồ sơ: with the exact clause of law, signed by the head of the unit.
 *
 * Mẫu theo TT 66/2023/TT-BCA; số hiệu 2026 chưa được xác minh.
 */
export function ct06(facts: RefusalFacts): DocumentDefinition {
  const { applicant, unit } = facts
  const act = facts.stage === 'intake' ? 'từ chối tiếp nhận' : 'từ chối giải quyết'

  return onPaper({ ...facts, title: 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ' }, [
    ...heading({ ...facts, number: facts.number ?? '…/PTC', mark: 'Mẫu CT06' }),
    ...titleLines('PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ', `Mã hồ sơ: ${facts.code}`),
    field('Hồ sơ của ông (bà)', applicant.name, true),
    field('Số định danh cá nhân', applicant.identity),
    field('Nơi thường trú', applicant.permanentAddress),
    field('Thủ tục', facts.procedureName),
    field('Nội dung yêu cầu giải quyết', facts.requestText),
    field('Nộp lúc', officialInstant(facts.filedAt)),
    paragraph(`Sau khi xem xét hồ sơ, ${policeName(unit)} ${act} hồ sơ nêu trên.`),
    field('Căn cứ', facts.clause, true),
    field('Lý do', facts.reason),
    closing(
      { last: [paragraph(rights)], to: [`Ông (bà) ${applicant.name}`, `Lưu: hồ sơ ${facts.code}`] },
      commanderSignature(unit, facts.commander),
    ),
  ])
}

const rights =
  'Nếu không đồng ý với việc từ chối này, ông (bà) có quyền khiếu nại theo quy định của pháp luật về khiếu nại. ' +
  'Khi đã có đủ điều kiện, ông (bà) có thể nộp hồ sơ mới.'
