/** What the form says where a paper of an earlier dossier may be used again; loaded by those who opened one. */
export const reuseTexts = {
  title: { vi: 'Dùng lại giấy đã nộp', en: 'Use a paper again' },
  where: (dossier: string, files: number) => ({
    vi: `Hồ sơ ${dossier} có giấy này (${files} tệp).`,
    en: `Dossier ${dossier} has this paper (${files === 1 ? '1 file' : `${files} files`}).`,
  }),
  checked: (name: string, unit: string, on: string, until: string) => ({
    vi: `${name}, ${unit} đã đối chiếu ngày ${on}. Dùng lại được đến hết ngày ${until}.`,
    en: `Checked on ${on} by ${name}, ${unit}. It may be used again until ${until}.`,
  }),
  consent: {
    vi: 'Bấm nút này là ông/bà đồng ý để công an xã lấy tệp đó từ hồ sơ cũ cho lần nộp này. Chưa nộp thì còn bỏ được.',
    en: 'By pressing this you agree that the police take the file from that dossier for this one. Until you file you can undo it.',
  },
  agree: { vi: 'Đồng ý dùng lại', en: 'I agree, use it again' },
  taken: (dossier: string) => ({
    vi: `Đã lấy giấy của hồ sơ ${dossier}. Không phải chụp nữa.`,
    en: `Taken from dossier ${dossier}. No photo is needed.`,
  }),
} as const
