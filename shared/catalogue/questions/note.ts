import type { Page } from '../types.ts'

/** The end of field 10 of CT01: what the structured answers do not say. */
export const notePage: Page = {
  id: 'note',
  title: { vi: 'Còn điều gì cần nói thêm?', en: 'Is there anything to add?' },
  fields: [
    {
      name: 'note',
      kind: 'text',
      long: true,
      maxLength: 500,
      optional: true,
      label: { vi: 'Nội dung khác', en: 'Anything else' },
    },
  ],
}
