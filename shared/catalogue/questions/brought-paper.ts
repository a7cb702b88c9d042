import type { ProcedureVersion } from '../types.ts'

/** The answer that names the one paper whose original is brought to the counter. */
export const broughtPaperAnswer = 'broughtPaper'
/** The page of that question; the form asks it beside the paper itself and has no screen for it. */
export const broughtPaperPage = 'brought-paper'

/**
 * The same version with one more question: which paper comes on paper.
 *
 * Whoever cannot photograph a paper still files and shows the original at the office (Thông tư 116/2026/TT-BCA Điều
 * 3(6) has the original shown where data cannot be had). One at most: a dossier of promises is no dossier.
 */
export function withBroughtPaper(version: ProcedureVersion): ProcedureVersion {
  const required = version.papers.filter(({ optional }) => !optional)
  if (required.length === 0) return version

  return {
    ...version,
    pages: [
      ...version.pages,
      {
        id: broughtPaperPage,
        title: { vi: 'Giấy mang đến công an xã', en: 'Paper brought to the office' },
        fields: [
          {
            name: broughtPaperAnswer,
            kind: 'choice',
            optional: true,
            label: { vi: 'Bản giấy mang đến công an xã', en: 'Original brought to the office' },
            options: required.map(({ kind, name }) => ({ value: kind, label: name })),
          },
        ],
      },
    ],
  }
}
