import type { Bilingual } from '../text/bilingual.ts'

/** On what a transfer rests, as the log keeps it and the resident reads it. */
export const transferReasonCodes = ['place_traced', 'resident_said', 'records_checked', 'misfiled'] as const
export type TransferReasonCode = (typeof transferReasonCodes)[number]

/** Each as a sentence; what was found besides stands in the transfer's own words. */
export const transferReasons: Record<TransferReasonCode, Bilingual> = {
  place_traced: {
    vi: 'Địa chỉ đã khai nay thuộc nơi này.',
    en: 'The address that was given is in this place now.',
  },
  resident_said: {
    vi: 'Người nộp đã cho biết rõ hơn về địa chỉ.',
    en: 'The person who filed has said more about the address.',
  },
  records_checked: {
    vi: 'Đã tra cứu hồ sơ địa giới và dữ liệu cư trú.',
    en: 'Boundary records and residence data were looked up.',
  },
  misfiled: { vi: 'Hồ sơ thuộc nơi này giải quyết.', en: 'The dossier is this place’s to decide.' },
}
