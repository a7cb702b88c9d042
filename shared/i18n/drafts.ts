import type { Catalogue } from './say.ts'

/** Words about an unfinished dossier: where it is kept, and how to go on with it elsewhere. */
export const draftTexts = {
  kept: (time: string) => ({ vi: `Máy chủ cũng giữ một bản lúc ${time}`, en: `A copy is on the server since ${time}` }),
  keeping: { vi: 'Đang giữ thêm một bản trên máy chủ…', en: 'Keeping a copy on the server…' },
  waiting: {
    vi: 'Chưa nộp. Mất mạng, máy chủ chưa giữ được bản mới; có mạng lại sẽ tự giữ.',
    en: 'Not filed yet. No connection: the server has no new copy; it gets one when the connection is back.',
  },
  notKept: { vi: 'Máy chủ không giữ được bản nháp này.', en: 'The server does not keep this draft.' },
  movedTitle: { vi: 'Hồ sơ đã mở tiếp trên máy khác', en: 'Another device went on with this dossier' },
  movedNote: {
    vi: 'Hãy nộp ở máy đó để không thành hai hồ sơ. Nếu muốn làm ở đây, phần đã nhập thành một hồ sơ riêng.',
    en: 'File it there, so that it does not become two. If you go on here, this becomes a dossier of its own.',
  },
  goOnHere: { vi: 'Vẫn làm tiếp ở đây', en: 'Go on here nevertheless' },

  handover: { vi: 'Làm tiếp trên máy khác', en: 'Go on at another device' },
  handoverTitle: { vi: 'Làm tiếp trên máy khác', en: 'Go on at another device' },
  handoverIntro: {
    vi: 'Máy này hiện một mã và một mật khẩu dùng một lần. Gõ hai mã đó trên máy kia; sau đó hồ sơ chỉ sửa được ở máy kia.',
    en: 'This device shows a code and a one-time password. Type both on the other one; after that only that one can change the dossier.',
  },
  handoverUnsure: {
    vi: 'Lần nộp vừa rồi chưa rõ kết quả. Hãy quay lại bấm nộp cho rõ trước khi sang máy khác.',
    en: 'It is not known whether your last filing arrived. Go back and file again before you change devices.',
  },
  openAt: { vi: 'Trên máy kia, mở địa chỉ', en: 'On the other device open' },
  draftCode: { vi: 'Mã làm tiếp', en: 'Code' },
  draftPassword: { vi: 'Mật khẩu dùng một lần', en: 'One-time password' },
  handoverUntil: (until: string) => ({
    vi: `Bản nháp được giữ đến ${until}. Ai có hai mã này đều mở được, đừng đưa cho người lạ.`,
    en: `The draft is kept until ${until}. Whoever has both can open it; give them to nobody else.`,
  }),
  showCode: { vi: 'Hiện mã', en: 'Show the code' },
  newPassword: { vi: 'Lấy mật khẩu mới', en: 'A new password' },

  takeOver: { vi: 'Mở hồ sơ đang làm trên máy khác', en: 'Open a dossier from another device' },
  takeOverTitle: { vi: 'Mở hồ sơ đang làm trên máy khác', en: 'Open a dossier from another device' },
  takeOverIntro: {
    vi: 'Gõ hai mã đang hiện trên máy kia.',
    en: 'Type what the other device shows.',
  },
  openDraft: { vi: 'Mở hồ sơ', en: 'Open the dossier' },

  shared: { vi: 'Máy dùng chung', en: 'This is a shared device' },
  sharedSure: {
    vi: 'Chuyển sang máy dùng chung? Phần đã nhập chỉ còn trong trang này, và mất khi đóng trang hoặc 10 phút không ai dùng.',
    en: 'Treat this as a shared device? What you typed then stays in this page only, and goes when it is closed or unused for 10 minutes.',
  },
  isShared: {
    vi: 'Máy dùng chung: không lưu gì trên máy, tự xóa sau 10 phút không dùng.',
    en: 'Shared device: nothing stays on it, and everything goes after 10 idle minutes.',
  },
  leave: { vi: 'Xong, xóa khỏi máy này', en: 'Done, leave nothing here' },
} satisfies Catalogue
