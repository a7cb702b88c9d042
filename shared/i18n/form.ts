import type { Catalogue } from './say.ts'

/** Words of the form that a resident fills in. */
export const formTexts = {
  loading: { vi: 'Đang mở…', en: 'Opening…' },
  needsScript: {
    vi: 'Nếu chờ lâu mà câu hỏi không hiện ra, trình duyệt này không chạy được phần điền trên mạng. Hãy mở bằng trình duyệt khác, hoặc nộp tại công an xã, phường.',
    en: 'If the questions do not appear, this browser cannot run the form. Open it in another browser, or file at the commune police.',
  },
  seePapers: { vi: 'Xem cần chuẩn bị gì', en: 'See what to prepare' },
  cannotOpen: { vi: 'Chưa mở được câu hỏi', en: 'The questions could not be opened' },
  tryAgain: { vi: 'Thử lại', en: 'Try again' },
  /** Before the title of a page that shows faults. */
  error: { vi: 'Lỗi', en: 'Error' },
  /** The last button of a helper's form. */
  hand: { vi: 'Chuyển cho ông/bà xác nhận', en: 'Let the resident confirm' },
  handing: { vi: 'Đang kiểm tra…', en: 'Checking…' },
  noNetwork: { vi: 'Mất mạng, chưa mở được trang này', en: 'No connection: this page could not be opened' },
  noNetworkHint: {
    vi: 'Những gì đã khai vẫn còn trên máy này. Có mạng thì bấm thử lại.',
    en: 'What you entered is still on this device. Try again when the connection is back.',
  },
  continue: { vi: 'Tiếp tục', en: 'Continue' },
  back: { vi: 'Quay lại', en: 'Back' },
  position: (page: number, pages: number) => ({ vi: `Trang ${page} trên ${pages}`, en: `Page ${page} of ${pages}` }),
  saved: (time: string) => ({ vi: `Đã lưu trên máy lúc ${time}`, en: `Saved on this device at ${time}` }),
  notStored: {
    vi: 'Máy này không cho lưu bản nháp. Đóng trang là mất phần đã nhập.',
    en: 'This device does not let drafts be kept. Closing the page loses what was typed.',
  },
  notYetSaved: { vi: 'Phần đã nhập được giữ trên máy này', en: 'What you type is kept on this device' },
  eraseDraft: { vi: 'Xóa bản nháp trên máy này', en: 'Erase the draft on this device' },
  eraseSure: {
    vi: 'Xóa hết những gì đã nhập cho thủ tục này trên máy này?',
    en: 'Erase everything typed for this procedure on this device?',
  },
  resumeTitle: { vi: 'Hồ sơ đang làm dở', en: 'An unfinished dossier' },
  resumeNote: (when: string) => ({
    vi: `Trên máy này còn phần đã nhập, lưu ${when}. Chưa nộp.`,
    en: `What was typed is still on this device, saved ${when}. It is not filed.`,
  }),
  resume: { vi: 'Làm tiếp', en: 'Go on' },
  startOver: { vi: 'Xóa và làm lại từ đầu', en: 'Erase and start over' },

  chooseCommune: { vi: 'Chọn xã, phường', en: 'Choose commune or ward' },
  changeCommune: { vi: 'Chọn nơi khác', en: 'Choose another' },
  searchCommune: { vi: 'Tên xã, phường', en: 'Name of the commune or ward' },
  searchCommuneHint: {
    vi: 'Tên cũ hay mới đều được, gõ không dấu cũng được.',
    en: 'Old or new name, with or without diacritics.',
  },
  searching: { vi: 'Đang tìm…', en: 'Searching…' },
  foundCommunes: (count: number) => ({ vi: `${count} nơi`, en: `${count} found` }),
  noCommune: { vi: 'Không thấy nơi nào tên như vậy.', en: 'No place has such a name.' },
  searchOffline: {
    vi: 'Mất mạng, chưa tìm được. Có mạng lại sẽ tìm tiếp.',
    en: 'No connection. The search goes on when it is back.',
  },
  communeNow: (name: string) => ({ vi: `nay thuộc ${name}`, en: `now ${name}` }),
  communeDivided: (names: string) => ({ vi: `đã chia cho ${names}`, en: `divided among ${names}` }),
  writeCommune: {
    vi: 'Nơi này ở tỉnh khác, hoặc không có trong danh sách',
    en: 'It is in another province, or not in the list',
  },
  writeCommuneLabel: { vi: 'Ghi tên xã, phường và tỉnh', en: 'Write commune or ward, and province' },
  useWritten: { vi: 'Dùng tên này', en: 'Use this name' },
  whichPart: (name: string) => ({
    vi: `${name} đã được chia. Địa chỉ này nay thuộc đâu?`,
    en: `${name} was divided. Where is this address now?`,
  }),
  partUnsure: { vi: 'Tôi không biết', en: 'I do not know' },
  partUnsureHint: {
    vi: 'Vẫn nộp được: Công an tỉnh sẽ xác định nơi nhận, ngày nộp giữ nguyên.',
    en: 'You can file all the same: the province’s police will find who receives it, and the day of filing stays.',
  },
  forVisit: (label: string) => ({
    vi: `Nhập cho số ${label} đang được phục vụ; hồ sơ sẽ gắn với số này.`,
    en: `Typed in for number ${label}, now being served; the dossier will be bound to it.`,
  }),

  pasteTable: { vi: 'Dán danh sách từ bảng tính', en: 'Paste a list from a spreadsheet' },
  pasteColumns: (columns: string) => ({
    vi: `Mỗi người một dòng, cột theo thứ tự: ${columns}`,
    en: `One person a row, columns in this order: ${columns}`,
  }),
  pasteAdd: { vi: 'Thêm vào danh sách', en: 'Add to the list' },
  scanCard: { vi: 'Chụp mã QR trên thẻ căn cước', en: 'Photograph the QR code of the identity card' },
  scanHint: {
    vi: 'Mã ở góc trên bên phải mặt có ảnh. Ảnh chỉ được đọc trên máy này, không gửi đi.',
    en: 'It is in the upper right corner of the side with the photo. The picture is read on this device and not sent.',
  },
  scanReading: { vi: 'Đang đọc mã…', en: 'Reading the code…' },
  scanFailed: {
    vi: 'Chưa đọc được mã. Chụp gần hơn, đủ sáng, mã không bị lóa; hoặc gõ tay bên dưới.',
    en: 'The code could not be read. Move closer, with light and no glare; or type below.',
  },
  scanFound: { vi: 'Mã trên thẻ ghi', en: 'The code says' },
  scanNoProof: {
    vi: 'Đọc từ mã để đỡ phải gõ, không phải là chứng thực. Hãy so với thẻ.',
    en: 'Read to spare typing; it proves nothing. Compare it with the card.',
  },
  scanUse: { vi: 'Đúng, dùng thông tin này', en: 'Right, use this' },
  scanDrop: { vi: 'Không dùng', en: 'Do not use it' },

  addPerson: (name: string) => ({ vi: `Thêm ${name}`, en: `Add: ${name}` }),
  person: (name: string, number: number) => ({ vi: `${name} ${number}`, en: `${name} ${number}` }),
  edit: { vi: 'Sửa', en: 'Change' },
  remove: { vi: 'Xóa', en: 'Remove' },
  removeSure: (name: string) => ({ vi: `Xóa ${name} khỏi danh sách?`, en: `Remove ${name} from the list?` }),
  personIncomplete: { vi: 'Còn thiếu thông tin', en: 'Incomplete' },
  nobodyYet: { vi: 'Chưa có ai trong danh sách.', en: 'Nobody on the list yet.' },
  savePerson: { vi: 'Xong người này', en: 'Done with this person' },

  previewTitle: { vi: 'Nơi nhận và ngày có kết quả', en: 'Who receives it, and when the result comes' },
  previewUnit: { vi: 'Hồ sơ này do', en: 'This dossier goes to' },
  previewWhy: { vi: 'Vì sao?', en: 'Why?' },
  previewDue: { vi: 'Nếu nộp bây giờ, có kết quả muộn nhất', en: 'If filed now, the result comes at the latest' },
  previewReception: { vi: 'Trả lời tiếp nhận trước', en: 'Answer on reception by' },
  previewImmediate: { vi: 'Được ghi nhận ngay khi nộp.', en: 'Recorded at the moment of filing.' },
  previewProvisional: {
    vi: 'Lịch nghỉ năm sau chưa công bố, ngày này có thể đổi.',
    en: 'Next year’s holidays are not announced; this date may change.',
  },
  previewFee: { vi: 'Lệ phí', en: 'Fee' },
  previewFeeLater: {
    vi: 'Nộp sau khi công an xã tiếp nhận. Các câu sau có thể làm thay đổi số này.',
    en: 'Paid after acceptance. Later answers may change it.',
  },
  previewAsk: { vi: 'Cần biết rõ hơn về địa chỉ', en: 'One more thing about the address' },
  previewTriage: { vi: 'Công an tỉnh sẽ xác định nơi nhận', en: 'The province will find who receives this' },
  previewOutside: { vi: 'Quầy này không nhận được hồ sơ này', en: 'This desk cannot take this dossier' },
  previewTriageHelp: {
    vi: 'Biết rõ hơn thì sửa lại địa chỉ. Không biết thì cứ làm tiếp và nộp.',
    en: 'If you know more, correct the address. If not, go on and file.',
  },
  previewOutsideHelp: {
    vi: 'Nếu ghi nhầm, hãy sửa lại địa chỉ.',
    en: 'If this is a mistake, correct the address.',
  },
  changeAddress: { vi: 'Sửa địa chỉ', en: 'Change the address' },
  previewOffline: {
    vi: 'Mất mạng nên chưa xem trước được. Cứ làm tiếp; khi nộp, nơi nhận sẽ hiện ra.',
    en: 'No connection, so there is no preview. Go on; the receiving unit is shown when you file.',
  },
  choosePart: { vi: 'Hãy chọn một nơi.', en: 'Choose one.' },

  papersTitle: { vi: 'Chụp giấy tờ', en: 'Photograph the papers' },
  papersIntro: {
    vi: 'Chụp ở chỗ sáng, đủ bốn góc, chữ đọc được. Ảnh được thu nhỏ trên máy trước khi gửi.',
    en: 'In good light, all four corners, readable. Photos are made smaller on this device before they are sent.',
  },
  takePhoto: { vi: 'Chụp ảnh', en: 'Take a photo' },
  chooseFile: { vi: 'Chọn ảnh, PDF', en: 'Choose photo or PDF' },
  addPage: { vi: 'Chụp thêm trang', en: 'Photograph another page' },
  paperOptional: { vi: 'nên có', en: 'helpful' },
  preparing: { vi: 'Đang thu nhỏ ảnh…', en: 'Making the photo smaller…' },
  sending: (percent: number) => ({ vi: `Đang gửi ${percent} %`, en: `Sending ${percent} %` }),
  checking: { vi: 'Đang kiểm tra…', en: 'Checking…' },
  waiting: { vi: 'Mất mạng, sẽ gửi tiếp khi có mạng', en: 'No connection; goes on when it is back' },
  paperReused: (dossier: string) => ({ vi: `Dùng lại từ hồ sơ ${dossier}`, en: `Used again from dossier ${dossier}` }),
  notReused: { vi: 'Không dùng lại', en: 'Undo' },
  paperReceived: { vi: 'Quầy đã nhận', en: 'Received' },
  paperStale: {
    vi: 'Đã gửi quá 20 giờ nên máy chủ không giữ nữa. Hãy gửi lại.',
    en: 'Sent more than 20 hours ago and no longer kept. Send it again.',
  },
  damagedOnTheWay: {
    vi: 'Tệp bị hỏng trên đường truyền. Hãy gửi lại.',
    en: 'The file was damaged on its way. Send it again.',
  },
  tooLarge: (megabytes: number) => ({
    vi: `Tệp lớn hơn ${megabytes} MB. Hãy chụp lại ở cỡ thường, hoặc chia PDF thành nhiều phần.`,
    en: `The file is larger than ${megabytes} MB. Take a smaller photo or split the PDF.`,
  }),
  tooDark: {
    vi: 'Ảnh hơi tối, có thể khó đọc. Chụp lại nếu được.',
    en: 'The photo is rather dark. Take it again if you can.',
  },
  blurred: {
    vi: 'Ảnh có vẻ bị mờ, nhòe. Chụp lại nếu chữ không đọc được.',
    en: 'The photo looks blurred. Take it again if it cannot be read.',
  },
  bringPaper: {
    vi: 'Không chụp được? Mang bản giấy đến công an xã',
    en: 'Cannot photograph it? Bring the original to the office',
  },
  broughtNote: {
    vi: 'Mang bản giấy này đến công an xã khi được hẹn. Mỗi hồ sơ chỉ một giấy.',
    en: 'Bring this original to the office when you are asked. One paper in each dossier.',
  },
  notBrought: { vi: 'Bỏ, gửi ảnh ở đây', en: 'No, send a photo here' },
  rotate: { vi: 'Xoay', en: 'Rotate' },
  sendAgain: { vi: 'Gửi lại', en: 'Send again' },
  replace: { vi: 'Chụp lại', en: 'Take again' },
  paperMissing: (name: string) => ({ vi: `Chưa có: ${name}.`, en: `Missing: ${name}.` }),
  paperUnfinished: (name: string) => ({
    vi: `Chưa gửi xong: ${name}. Chờ gửi xong hoặc xóa tệp đó.`,
    en: `Not sent yet: ${name}. Wait, or remove the file.`,
  }),

  checkTitle: { vi: 'Xem lại trước khi nộp', en: 'Check before you file' },
  checkPapers: { vi: 'Giấy tờ', en: 'Papers' },
  checkReceiver: { vi: 'Nơi nhận', en: 'Received by' },
  consentsTitle: { vi: 'Cần người khác đồng ý', en: 'Others must agree' },
  declaration: {
    vi: 'Tôi cam đoan những thông tin trên là đúng và chịu trách nhiệm trước pháp luật về việc khai báo này.',
    en: 'I declare that the above is true and answer for it before the law.',
  },
  needDeclaration: { vi: 'Đánh dấu vào lời cam đoan để nộp.', en: 'Tick the declaration to file.' },
  submit: { vi: 'Nộp hồ sơ', en: 'File the dossier' },
  submitting: { vi: 'Đang nộp…', en: 'Filing…' },
  notFiledTitle: { vi: 'CHƯA NỘP', en: 'NOT FILED YET' },
  notFiledOffline: {
    vi: 'Mất mạng, quầy chưa trả lời là đã nhận hồ sơ. Mọi thứ vẫn còn trên máy này. Bấm nộp lại khi có mạng; bấm nhiều lần cũng chỉ thành một hồ sơ.',
    en: 'There is no connection, and the desk has not confirmed the dossier. Everything is still on this device. File again when it is back; pressing twice still makes one dossier.',
  },
  submitAgain: { vi: 'Nộp lại', en: 'File again' },
  refusedTitle: { vi: 'Chưa nộp được', en: 'Not filed' },
  procedureChanged: {
    vi: 'Câu hỏi của thủ tục này vừa được thay đổi theo quy định mới. Những gì đã nhập vẫn còn; hãy xem lại các câu trả lời.',
    en: 'The questions of this procedure have just changed. What you typed is still there; look through the answers.',
  },
  toBeMended: { vi: 'Có câu trả lời cần sửa', en: 'Some answers need mending' },
  incident: { vi: 'Mã sự cố', en: 'Incident code' },

  doneTitle: { vi: 'Đã nộp hồ sơ', en: 'The dossier is filed' },
  doneNoticeTitle: { vi: 'Đã ghi nhận thông báo', en: 'The notice is recorded' },
  doneEarlier: {
    vi: 'Lần nộp trước đã đến nơi dù máy không nhận được trả lời. Đây là hồ sơ đó, với nội dung lúc ấy; thay đổi sau đó chưa được gửi.',
    en: 'Your earlier attempt had arrived although no answer came back. This is that dossier as it was then; later changes were not sent.',
  },
  doneKeep: { vi: 'Giữ lại hai mã này để theo dõi hồ sơ', en: 'Keep both codes to follow the dossier' },
  copy: { vi: 'Chép', en: 'Copy' },
  copied: { vi: 'Đã chép', en: 'Copied' },
  consentsAsked: { vi: 'Đang hỏi ý kiến qua đường dẫn', en: 'Asked to agree by a link' },
  consentsAskedNote: {
    vi: 'Đường dẫn dùng được 7 ngày, có nhắc lại. Ai chưa trả lời thì cho ý kiến tại công an xã.',
    en: 'The link works for 7 days, with reminders. Whoever has not answered may do so at the office.',
  },
  consentsLater: {
    vi: 'Mất mạng nên chưa xem được ai đã trả lời. Quầy vẫn tự gửi đường dẫn hỏi ý kiến.',
    en: 'No connection, so nothing is shown of who has answered. The desk sends its links all the same.',
  },
  doneNext: { vi: 'Tiếp theo', en: 'What happens next' },
  doneNextTriage: (unit: string) => ({
    vi: `${unit} xác định công an xã, phường nhận hồ sơ rồi chuyển đến đó và báo cho ông/bà; ngày nộp giữ nguyên.`,
    en: `${unit} finds the commune police that receive it, sends it there and tells you; the day of filing stays.`,
  }),
  doneNextNotice: {
    vi: 'Không cần làm gì thêm. Biên nhận dưới đây là bằng chứng đã thông báo.',
    en: 'Nothing more to do. The receipt below proves the notice.',
  },
  doneReception: (unit: string, by: string) => ({
    vi: `${unit} xem hồ sơ và trả lời trước ${by}.`,
    en: `${unit} looks at it and answers by ${by}.`,
  }),
  doneDue: (by: string) => ({
    vi: `Nếu hồ sơ đủ, có kết quả muộn nhất ${by}.`,
    en: `If it is complete, the result comes by ${by} at the latest.`,
  }),
  doneMissing: {
    vi: 'Nếu thiếu gì, công an xã báo một lần cho đủ, ngay trên trang theo dõi.',
    en: 'If something is missing, you are told once and completely on the tracking page.',
  },
  doneFee: (amount: string) => ({
    vi: `Lệ phí ${amount}, nộp sau khi hồ sơ được tiếp nhận.`,
    en: `The fee of ${amount} is paid after acceptance.`,
  }),
  track: { vi: 'Theo dõi hồ sơ', en: 'Follow the dossier' },
  paperSeen: {
    vi: 'Cán bộ đã xem bản giấy, không phải chụp.',
    en: 'The officer has seen the original; no photo is needed.',
  },
  counterSlip: { vi: 'In phiếu tiếp nhận', en: 'Print the slip' },
  counterNext: { vi: 'Tiếp nhận người tiếp theo', en: 'Receive the next person' },
  receiptPdf: { vi: 'Tải biên nhận (PDF)', en: 'Download the receipt (PDF)' },
  receiptFailed: {
    vi: 'Chưa tải được. Biên nhận luôn có trên trang theo dõi.',
    en: 'Not downloaded. The receipt is always on the tracking page.',
  },
  print: { vi: 'In trang này', en: 'Print this page' },
  another: { vi: 'Nộp thêm hồ sơ cùng thủ tục', en: 'File another of this kind' },
} satisfies Catalogue
