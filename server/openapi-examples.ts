import * as z from 'zod/mini'
import { signInInput } from '#shared/accounts/schemas.ts'
import { disposalDecision, disposalInput, recordInput } from '#shared/archive/schemas.ts'
import { confirmationInput } from '#shared/assistance/schemas.ts'
import { calendarChangeInput, calendarYearInput } from '#shared/calendar/schemas.ts'
import { temporaryResidence } from '#shared/catalogue/procedures/temporary-residence.ts'
import { complaintStepInput } from '#shared/complaints/schemas.ts'
import { counterConsentInput } from '#shared/consents/schemas.ts'
import { assignmentInput, presenceInput, savedFilterInput, ticksInput } from '#shared/counter/schemas.ts'
import { outageInput } from '#shared/dossiers/outage-schemas.ts'
import {
  answerSupplementInput,
  rateInput,
  routingPreviewInput,
  submitDossierInput,
  withdrawInput,
} from '#shared/dossiers/schemas.ts'
import {
  acceptInput,
  agencyCheckInput,
  agencyResultInput,
  changeVariantInput,
  counterWithdrawalInput,
  decideInput,
  extendInput,
  handOverInput,
  proposeInput,
  recordPaymentInput,
  refuseInput,
  requestPaymentInput,
  requestSupplementInput,
} from '#shared/dossiers/step-schemas.ts'
import { transferInput } from '#shared/dossiers/transfer-schemas.ts'
import { draftContent, draftOpeningInput } from '#shared/drafts/schemas.ts'
import { messageCallInput } from '#shared/messages/schemas.ts'
import { settleEntryInput, signedNotice } from '#shared/payments/schemas.ts'
import { exportOrder } from '#shared/reports/exports-schemas.ts'
import { sealInput } from '#shared/reports/ii06-schemas.ts'
import { bookingInput } from '#shared/tickets/booking-schemas.ts'
import {
  callNextInput,
  lineSettingsInput,
  takeTicketInput,
  ticketDossierInput,
  ticketStepInput,
} from '#shared/tickets/schemas.ts'

const uploadId = '0192f0c1-2b3c-7d4e-8f50-61728394a5b6'
const clause = 'Luật Cư trú 68/2020/QH14 Điều 23 khoản 1'

/** What each body looks like when it is right, for the page that describes the API. */
const examples: readonly (readonly [z.core.$ZodType, unknown])[] = [
  [
    recordInput,
    { title: 'Hồ sơ đăng ký thường trú', personName: 'Nguyễn Văn A', year: 1998, reference: '12/ĐKTT', place: 'Kệ 3' },
  ],
  [disposalInput, { codes: ['QUAY.42-261120-100000'], reason: 'Hết thời hạn lưu trữ.' }],
  [disposalDecision, { outcome: 'confirm' }],
  [confirmationInput, { by: 'one_time_password', password: '204816' }],
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
  [
    draftContent,
    { procedure: '1.004194', values: { applicantName: 'Nguyễn Thị Minh Anh' }, papers: [], key: uploadId },
  ],
  [draftOpeningInput, { code: '7K3M-9PQR', password: '042917' }],
  [counterConsentInput, { agrees: true }],
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
  [extendInput, { newDueOn: '2026-12-01', reason: 'Phải xác minh thêm nơi ở trước đây.' }],
  [agencyCheckInput, { agency: 'Công an phường Thành Sen', reason: 'Xác minh nơi ở trước đây.' }],
  [agencyResultInput, { result: 'Đã xác minh, đúng như khai.' }],
  [counterWithdrawalInput, { reason: 'Ông Bình nói tại quầy là không còn nhu cầu.' }],
  [
    outageInput,
    { scope: { level: 'channel', channel: 'online' }, from: '2026-11-23T08:00:00+07:00', reason: 'Đứt cáp quang.' },
  ],
  [recordPaymentInput, { amount: 7000, method: 'cash' }],
  [settleEntryInput, { as: 'returned', note: 'Đã chuyển trả ngày 25/11.' }],
  [
    signedNotice,
    {
      payload:
        '{"bankReference":"FT26330001","accountNumber":"000018634","memo":"QY7K2M4N8P0R","amount":7000,"status":"arrived","at":"2026-11-24T02:00:00.000Z"}',
      signature: '0'.repeat(64),
    },
  ],
  [complaintStepInput, { action: 'answer', text: 'Đã nhắc nhở bộ phận trực, xin lỗi ông/bà.' }],
  [messageCallInput, { note: 'Đã gọi, ông Bình nghe máy và hẹn chiều đến.' }],
  [sealInput, { period: '2026-11' }],
  [exportOrder, { kind: 'ii06_dossiers', period: '2026-11', cell: '13' }],
  [
    calendarChangeInput,
    {
      entries: [
        {
          date: '2026-12-07',
          kind: 'local_closure',
          name: 'Đóng cửa do bão',
          scope: { level: 'unit', code: '18634' },
          sessions: [['07:00', '11:30']],
          source: 'Công điện 31/CĐ-UBND',
          announcedOn: '2026-11-24',
        },
      ],
    },
  ],
  [calendarYearInput, { complete: true, source: 'Thông báo 9441/TB-BNV' }],
  [takeTicketInput, { unit: '18634', class: 'walk_in', services: ['1.004194'], kiosk: '7K3M9PQRSTV2' }],
  [callNextInput, { counter: 2 }],
  [ticketStepInput, { counter: 2 }],
  [ticketDossierInput, { code: 'QUAY.42-261124-100001' }],
  [
    lineSettingsInput,
    {
      from: '2026-12-01',
      counters: 3,
      serviceMinutes: 15,
      slotMinutes: 30,
      bookedPercent: 50,
      bookingsPerPhone: 1,
      returnMinutes: 30,
    },
  ],
  [
    bookingInput,
    {
      unit: '18634',
      at: '2026-11-25T08:00:00+07:00',
      services: ['1.004194'],
      phone: '0912345678',
      contact: { email: 'huong@vidu.vn' },
    },
  ],
  [
    savedFilterInput,
    { name: 'Tạm trú quá hạn', filter: { view: 'all', due: 'overdue', procedure: '1.004194' }, isShared: true },
  ],
  [presenceInput, { code: 'QUAY.42-261124-100001' }],
  [ticksInput, { paths: ['applicantName', 'members/0/name'] }],
  [assignmentInput, { to: uploadId }],
]

for (const [schema, example] of examples) z.globalRegistry.add(schema, { examples: [example] })
