import type { Option } from './types.ts'

/**
 * The relationships to the head of a household, as listed by Thông tư 116/2026/TT-BCA Điều 6(1), in its order.
 *
 * "Chủ hộ" for the head himself is not in that list; it is added so that a household can be written whole.
 */
export const relationships: readonly Option[] = [
  { value: 'chu-ho', label: { vi: 'Chủ hộ', en: 'Head of household' } },
  { value: 'vo', label: { vi: 'Vợ', en: 'Wife' } },
  { value: 'chong', label: { vi: 'Chồng', en: 'Husband' } },
  { value: 'cha-de', label: { vi: 'Cha đẻ', en: 'Father' } },
  { value: 'me-de', label: { vi: 'Mẹ đẻ', en: 'Mother' } },
  { value: 'cha-vo', label: { vi: 'Cha vợ', en: 'Wife’s father' } },
  { value: 'me-vo', label: { vi: 'Mẹ vợ', en: 'Wife’s mother' } },
  { value: 'cha-chong', label: { vi: 'Cha chồng', en: 'Husband’s father' } },
  { value: 'me-chong', label: { vi: 'Mẹ chồng', en: 'Husband’s mother' } },
  { value: 'cha-nuoi', label: { vi: 'Cha nuôi', en: 'Adoptive father' } },
  { value: 'me-nuoi', label: { vi: 'Mẹ nuôi', en: 'Adoptive mother' } },
  { value: 'cha-duong', label: { vi: 'Cha dượng', en: 'Stepfather' } },
  { value: 'me-ke', label: { vi: 'Mẹ kế', en: 'Stepmother' } },
  { value: 'con-de', label: { vi: 'Con đẻ', en: 'Child' } },
  { value: 'con-dau', label: { vi: 'Con dâu', en: 'Daughter-in-law' } },
  { value: 'con-re', label: { vi: 'Con rể', en: 'Son-in-law' } },
  { value: 'con-nuoi', label: { vi: 'Con nuôi', en: 'Adopted child' } },
  { value: 'con-rieng', label: { vi: 'Con riêng của vợ hoặc chồng', en: 'Stepchild' } },
  { value: 'ong-noi', label: { vi: 'Ông nội', en: 'Paternal grandfather' } },
  { value: 'ba-noi', label: { vi: 'Bà nội', en: 'Paternal grandmother' } },
  { value: 'ong-ngoai', label: { vi: 'Ông ngoại', en: 'Maternal grandfather' } },
  { value: 'ba-ngoai', label: { vi: 'Bà ngoại', en: 'Maternal grandmother' } },
  { value: 'anh-ruot', label: { vi: 'Anh ruột', en: 'Elder brother' } },
  { value: 'chi-ruot', label: { vi: 'Chị ruột', en: 'Elder sister' } },
  { value: 'em-ruot', label: { vi: 'Em ruột', en: 'Younger brother or sister' } },
  { value: 'chau-ruot', label: { vi: 'Cháu ruột', en: 'Nephew or niece' } },
  {
    value: 'anh-chi-em-cung-cha',
    label: { vi: 'Anh, chị, em cùng cha khác mẹ', en: 'Half-brother or half-sister of one father' },
  },
  {
    value: 'anh-chi-em-cung-me',
    label: { vi: 'Anh, chị, em cùng mẹ khác cha', en: 'Half-brother or half-sister of one mother' },
  },
  { value: 'anh-re', label: { vi: 'Anh rể', en: 'Elder sister’s husband' } },
  { value: 'em-re', label: { vi: 'Em rể', en: 'Younger sister’s husband' } },
  { value: 'chi-dau', label: { vi: 'Chị dâu', en: 'Elder brother’s wife' } },
  { value: 'em-dau', label: { vi: 'Em dâu', en: 'Younger brother’s wife' } },
  { value: 'cu-noi', label: { vi: 'Cụ nội', en: 'Paternal great-grandparent' } },
  { value: 'cu-ngoai', label: { vi: 'Cụ ngoại', en: 'Maternal great-grandparent' } },
  { value: 'chau-noi', label: { vi: 'Cháu nội', en: 'Son’s child' } },
  { value: 'chau-ngoai', label: { vi: 'Cháu ngoại', en: 'Daughter’s child' } },
  { value: 'bac-ruot', label: { vi: 'Bác ruột', en: 'Parent’s elder brother or sister' } },
  { value: 'chu-ruot', label: { vi: 'Chú ruột', en: 'Father’s younger brother' } },
  { value: 'cau-ruot', label: { vi: 'Cậu ruột', en: 'Mother’s brother' } },
  { value: 'co-ruot', label: { vi: 'Cô ruột', en: 'Father’s younger sister' } },
  { value: 'di-ruot', label: { vi: 'Dì ruột', en: 'Mother’s younger sister' } },
  { value: 'chat-ruot', label: { vi: 'Chắt ruột', en: 'Great-grandchild' } },
  { value: 'nguoi-giam-ho', label: { vi: 'Người giám hộ', en: 'Guardian' } },
  { value: 'nguoi-duoc-giam-ho', label: { vi: 'Người được giám hộ', en: 'Ward of a guardian' } },
  { value: 'o-thue', label: { vi: 'Ở thuê', en: 'Tenant' } },
  { value: 'o-muon', label: { vi: 'Ở mượn', en: 'Lives there on loan' } },
  { value: 'o-nho', label: { vi: 'Ở nhờ', en: 'Stays as a guest' } },
  { value: 'cung-o-thue', label: { vi: 'Cùng ở thuê', en: 'Fellow tenant' } },
  { value: 'cung-o-muon', label: { vi: 'Cùng ở mượn', en: 'Lives there on loan together' } },
  { value: 'cung-o-nho', label: { vi: 'Cùng ở nhờ', en: 'Stays as a guest together' } },
]

export const findRelationship = (value: string): Option | undefined =>
  relationships.find((relationship) => relationship.value === value)
