import { circular116, decree154, seen } from '../sources.ts'
import type { Field, Page, Paper } from '../types.ts'

/** The place itself: commune or ward by any name it ever had, and what is inside it. */
export const addressHint = {
  vi: 'Gõ tên xã, phường cũ hay mới đều được.',
  en: 'Type the commune or ward by its old or new name.',
}

/**
 * Whether ownership can be looked up, so that nobody photographs what the office already has
 * (Thông tư 116/2026/TT-BCA Điều 3(5), 3(6)).
 */
export const ownershipField: Field = {
  name: 'ownershipProof',
  kind: 'choice',
  label: { vi: 'Giấy tờ nhà đất', en: 'Papers of the home' },
  options: [
    {
      value: 'in-database',
      label: { vi: 'Thông tin nhà đất đã có trên VNeID', en: 'The home is shown in VNeID already' },
      hint: { vi: 'Công an tự tra cứu, không cần gửi giấy.', en: 'The police look it up; no paper is needed.' },
    },
    {
      value: 'upload',
      label: { vi: 'Gửi ảnh giấy tờ nhà đất', en: 'Send a photo of the papers' },
    },
  ],
}

export const ownershipPaper: Paper = {
  kind: 'dwelling-proof',
  name: { vi: 'Giấy tờ chứng minh chỗ ở hợp pháp', en: 'Proof of lawful dwelling' },
  hint: {
    vi: 'Giấy chứng nhận quyền sử dụng đất, giấy phép xây dựng hoặc hợp đồng mua nhà: trang có tên và địa chỉ.',
    en: 'Land use certificate, building permit or purchase contract: the page with name and address.',
  },
  when: { field: 'ownershipProof', in: ['upload'] },
  source: seen(decree154('Điều 5')),
}

/** The four kinds of dwelling for a temporary residence, each with what it calls for. */
export const temporaryDwellingPage: Page = {
  id: 'dwelling-kind',
  title: { vi: 'Chỗ ở này là của ai?', en: 'Whose dwelling is it?' },
  fields: [
    {
      name: 'dwellingKind',
      kind: 'choice',
      label: { vi: 'Loại chỗ ở', en: 'Kind of dwelling' },
      options: [
        { value: 'own', label: { vi: 'Nhà của người đăng ký', en: 'Owned by the person registering' } },
        { value: 'rent', label: { vi: 'Nhà thuê, phòng trọ', en: 'Rented house or room' } },
        { value: 'borrow', label: { vi: 'Nhà mượn, ở nhờ', en: 'Borrowed, or staying as a guest' } },
        {
          value: 'relative',
          label: {
            vi: 'Nhà của vợ, chồng, cha, mẹ hoặc con, và người đó đồng ý',
            en: 'Of husband, wife, parent or child, who agrees',
          },
          hint: { vi: 'Không cần giấy tờ nhà đất.', en: 'No papers of the home are needed.' },
        },
      ],
    },
    { ...ownershipField, when: { field: 'dwellingKind', in: ['own'] } },
  ],
}

/** Lease and loan need no notary for a temporary residence (Nghị định 154/2024/NĐ-CP Điều 5(3)a, amended 2026). */
export const leasePaper: Paper = {
  kind: 'lease',
  name: { vi: 'Hợp đồng thuê nhà hoặc giấy cho thuê', en: 'Lease' },
  hint: {
    vi: 'Không cần công chứng. Chụp trang có tên hai bên, địa chỉ, thời hạn và chữ ký.',
    en: 'No notary needed. The pages with both names, address, term and signatures.',
  },
  when: { field: 'dwellingKind', in: ['rent'] },
  source: seen(decree154('Điều 5(3)a')),
}

export const loanPaper: Paper = {
  kind: 'loan',
  name: { vi: 'Giấy cho mượn hoặc cho ở nhờ', en: 'Agreement to lend the dwelling or let you stay' },
  hint: {
    vi: 'Viết tay được, không cần công chứng. Có tên hai bên, địa chỉ, thời hạn và chữ ký.',
    en: 'Handwritten will do, no notary. With both names, address, term and signatures.',
  },
  when: { field: 'dwellingKind', in: ['borrow'] },
  source: seen(decree154('Điều 5(3)a')),
}

/** Why a relative's dwelling calls for agreement instead of papers. */
export const relativesDwellingSource = seen(circular116('Điều 6(8)'))
