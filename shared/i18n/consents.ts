import type { Consent } from '../catalogue/types.ts'
import type { Bilingual } from '../text/bilingual.ts'
import type { Catalogue } from './say.ts'

/** Whose agreement it is, as the resident knows that person. */
export const consentNames: Record<Consent['from'], Bilingual> = {
  head: { vi: 'Chủ hộ', en: 'The head of the household' },
  owner: { vi: 'Chủ sở hữu chỗ ở', en: 'The owner of the dwelling' },
  guardian: { vi: 'Cha, mẹ hoặc người giám hộ', en: 'A parent or guardian' },
}

/** What the dossier's page says of those who were asked to agree by a link. */
export const askedTexts = {
  title: { vi: 'Ý kiến của người liên quan', en: 'Who else must agree' },
  until: (instant: string) => ({ vi: `trả lời được đến ${instant}`, en: `may answer until ${instant}` }),
  sending: {
    vi: 'Quầy đang gửi đường dẫn hỏi ý kiến.',
    en: 'The link that asks for agreement is being sent.',
  },
  refused: (role: Bilingual) => ({ vi: `${role.vi} không đồng ý`, en: `${role.en} did not agree` }),
  refusedHelp: (unit: Bilingual) => ({
    vi: `Nếu người đó đổi ý, mời đến ${unit.vi}, mang theo thẻ căn cước; cán bộ ghi nhận ngay.`,
    en: `If they change their mind, ask them to come to ${unit.en} with their identity card; an officer records it at once.`,
  }),
  unanswered: (role: Bilingual) => ({ vi: `${role.vi} chưa trả lời`, en: `${role.en} has not answered` }),
  unansweredHelp: (unit: Bilingual) => ({
    vi: `Đường dẫn đã hết hạn. Mời người đó đến ${unit.vi} cho ý kiến, mang theo thẻ căn cước.`,
    en: `The link has ended. Ask them to come to ${unit.en} with their identity card and say it there.`,
  }),
} satisfies Catalogue
