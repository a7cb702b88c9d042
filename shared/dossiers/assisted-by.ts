import type { Role } from '../accounts/schemas.ts'
import type { Bilingual } from '../text/bilingual.ts'

/**
 * How the resident stood behind a filing that somebody else typed in: by digits sent to the own telephone or mailbox; by
 * the own name, typed at the helper's device after reading everything; in person before an officer; by a signed letter.
 */
export const confirmations = ['one_time_password', 'typed_name', 'in_person', 'letter'] as const
export type Confirmation = (typeof confirmations)[number]

/** Who helped a resident to file, by account and never by name, and how the resident confirmed it. */
export interface AssistedBy {
  role: Role
  /** Where the account served that day. */
  unit: string
  accountId: string
  confirmedBy: Confirmation
}

/** Who helped and how it was confirmed, in a sentence for the history and the receipt. Nobody is named in it. */
export function assistedSentence({ role, confirmedBy }: Pick<AssistedBy, 'role' | 'confirmedBy'>): Bilingual {
  const who =
    role === 'helper'
      ? { vi: 'Tổ công nghệ số cộng đồng giúp nhập', en: 'Typed in with the help of a neighbourhood helper' }
      : { vi: 'Cán bộ nhập giúp', en: 'Typed in by an officer' }
  const how = confirmedIn[confirmedBy]

  return { vi: `${who.vi}; ${how.vi}.`, en: `${who.en}; ${how.en}.` }
}

const confirmedIn: Record<Confirmation, Bilingual> = {
  one_time_password: {
    vi: 'ông/bà xác nhận bằng mã gửi đến điện thoại hoặc e-mail',
    en: 'you confirmed it with a code sent to your phone or e-mail',
  },
  typed_name: {
    vi: 'ông/bà đọc lại và tự ghi họ tên để xác nhận',
    en: 'you read it and typed your own name to confirm it',
  },
  in_person: { vi: 'ông/bà xác nhận trực tiếp tại quầy', en: 'you confirmed it in person at the counter' },
  letter: { vi: 'theo thư có chữ ký của ông/bà', en: 'from your signed letter' },
}
