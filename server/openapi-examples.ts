import * as z from 'zod/mini'
import { signInInput } from '#shared/accounts/schemas.ts'
import { temporaryResidence } from '#shared/catalogue/procedures/temporary-residence.ts'
import {
  acceptInput,
  answerSupplementInput,
  changeVariantInput,
  decideInput,
  handOverInput,
  proposeInput,
  rateInput,
  recordPaymentInput,
  refuseInput,
  requestPaymentInput,
  requestSupplementInput,
  routingPreviewInput,
  submitDossierInput,
  transferInput,
  withdrawInput,
} from '#shared/dossiers/schemas.ts'

const uploadId = '0192f0c1-2b3c-7d4e-8f50-61728394a5b6'
const clause = 'Luật Cư trú 68/2020/QH14 Điều 23 khoản 1'

/** What each body looks like when it is right, for the page that describes the API. */
const examples: readonly (readonly [z.core.$ZodType, unknown])[] = [
  [signInInput, { username: 'canbo-18634', password: 'quay-demo-2026' }],
  [routingPreviewInput, { procedure: '1.004194', answers: temporaryResidence.example }],
  [
    submitDossierInput,
    {
      procedure: '1.004194',
      answers: temporaryResidence.example,
      papers: [{ kind: 'lease', uploadId }],
      contact: { phone: '0912345678' },
    },
  ],
  [answerSupplementInput, { papers: [{ kind: 'lease', uploadId }], note: 'Đã chụp lại.' }],
  [withdrawInput, { reason: 'Không còn nhu cầu.' }],
  [rateInput, { score: 5, reasons: ['polite'], comment: 'Nhanh, rõ ràng.' }],
  [acceptInput, {}],
  [
    requestSupplementInput,
    {
      items: [
        {
          subject: 'lease',
          subjectKind: 'paper',
          reason: 'paper-unreadable',
          message: 'Ảnh không đọc được. Hãy chụp lại ở chỗ sáng, đủ bốn góc.',
        },
      ],
    },
  ],
  [refuseInput, { clause, reason: 'Chỗ ở thuộc diện không được đăng ký.' }],
  [proposeInput, { outcome: 'grant' }],
  [decideInput, { outcome: 'grant' }],
  [handOverInput, { method: 'counter', receivedBy: 'Chính chủ' }],
  [transferInput, { to: '18073', reason: 'Chỗ ở thuộc phường Thành Sen.' }],
  [changeVariantInput, { variant: 'needs-verification', reason: 'Không có trong cơ sở dữ liệu.' }],
  [requestPaymentInput, {}],
  [recordPaymentInput, { amount: 7000, method: 'cash' }],
]

for (const [schema, example] of examples) z.globalRegistry.add(schema, { examples: [example] })
