import { randomBytes } from 'node:crypto'
import type { ReceiptContent } from '#shared/certificates/schemas.ts'

export const newKeys = () => ({ receipt: randomBytes(32) })

/** A receipt of a filing that was never made. */
export const receiptSample: ReceiptContent = {
  kind: 'quay-receipt',
  version: 1,
  code: 'QUAY.42-261124-100001',
  procedure: { code: '1.004194', name: 'Đăng ký tạm trú' },
  unit: { code: '18634', name: 'Công an xã Toàn Lưu' },
  channel: 'online',
  filedAt: '2026-11-24T02:00:00.000Z',
  receptionDueAt: '2026-11-24T10:00:00.000Z',
  dueAt: '2026-11-27T10:00:00.000Z',
  fee: 7000,
  applicantName: 'Nguyễn Thị Hường',
  sections: [
    {
      title: 'Người đăng ký',
      rows: [
        ['Họ và tên', 'Nguyễn Thị Hường'],
        ['Ngày sinh', '16/10/2001'],
      ],
    },
  ],
  answersSha256: 'ab'.repeat(32),
  papers: [{ name: 'Hợp đồng thuê nhà', type: 'image/jpeg', bytes: 123_456, sha256: 'cd'.repeat(32) }],
  demo: true,
}

export const certificateSample = {
  form: 'CT07',
  number: '12/2026/XN',
  unitCode: '18634',
  code: 'QUAY.42-261124-100001',
  holder: { name: 'Nguyễn Thị Hường', identity: '038190012345' },
  signedAt: new Date('2026-11-24T09:00:00+07:00'),
}

/** What signing and verifying take of a desk's settings. */
export const settings = (retiredKeys: readonly string[] = []) => ({
  isProduction: false,
  origin: 'https://quay.hatinh.gov.vn',
  dossierPrefix: 'QUAY.42',
  smtpUrl: undefined,
  mailFrom: undefined,
  retiredKeys,
})
