import type { Bilingual } from '../text/bilingual.ts'

/** How a fact is written out: an instant as ISO 8601, an amount in đồng; `text` stands as it is. */
export type FactKind = 'instant' | 'money' | 'text'

/**
 * One message in all its forms. `{name}` is replaced by a fact; besides its own facts every template knows `{code}`,
 * `{unit}` (Công an xã …) and `{link}` (the page where a dossier is followed).
 *
 * `sms` is Vietnamese without marks, so that it fits 160 letters of one short message.
 */
export interface MessageText {
  facts: Readonly<Record<string, FactKind>>
  subject: Bilingual
  body: Bilingual
  sms: string
  /** The last lines of an e-mail; without them, where the dossier is followed. */
  closing?: Bilingual
}

/**
 * Everything the desk says to a resident away from the screen. A message goes over open networks and to numbers that
 * may have been mistyped: it names the dossier and the next step, never a person, an answer or the tracking key.
 *
 * One exception: `tracking_key` goes only to the address whose reader proved it with digits a moment before, because a
 * helper's device, on which the dossier was filed, must not show the key.
 */
export const messageTemplates = {
  filed: {
    facts: { answerBy: 'instant' },
    subject: { vi: 'Hồ sơ {code} đã được ghi nhận', en: 'Dossier {code} was received' },
    body: {
      vi: '{unit} đã nhận hồ sơ {code}. Chậm nhất {answerBy}, công an sẽ tiếp nhận, hoặc báo còn thiếu gì, hoặc từ chối và nói rõ lý do.',
      en: '{unit} has received dossier {code}. By {answerBy} it will be accepted, or you will be told what is missing, or refused with the reason.',
    },
    sms: '{unit} da nhan ho so {code}. Tra loi cham nhat {answerBy}. Xem: {link}',
  },
  notice_received: {
    facts: {},
    subject: { vi: 'Thông báo {code} đã được tiếp nhận', en: 'Notice {code} was accepted' },
    body: {
      vi: '{unit} đã tiếp nhận thông báo {code}. Không phải làm gì thêm.',
      en: '{unit} has accepted notice {code}. Nothing more is needed.',
    },
    sms: '{unit} da tiep nhan thong bao {code}. Khong phai lam gi them. Xem: {link}',
  },
  accepted: {
    facts: { dueAt: 'instant' },
    subject: { vi: 'Hồ sơ {code} đã được tiếp nhận', en: 'Dossier {code} was accepted' },
    body: {
      vi: 'Hồ sơ {code} đầy đủ và đã được {unit} tiếp nhận. Ngày hẹn trả kết quả: {dueAt}. Phiếu tiếp nhận (CT04) có trong trang theo dõi hồ sơ.',
      en: 'Dossier {code} is complete and was accepted by {unit}. The result is due {dueAt}. The acceptance slip (CT04) is on the tracking page.',
    },
    sms: 'Ho so {code} da duoc {unit} tiep nhan. Hen tra ket qua {dueAt}. Xem: {link}',
  },
  supplement_asked: {
    facts: {},
    subject: { vi: 'Hồ sơ {code} cần bổ sung', en: 'Dossier {code}: something is missing' },
    body: {
      vi: '{unit} cần thêm giấy tờ hoặc thông tin cho hồ sơ {code}. Mở trang theo dõi hồ sơ để xem từng mục và gửi đủ trong một lần; không phải nộp lại từ đầu. Thời hạn tạm dừng cho đến khi bổ sung xong.',
      en: '{unit} needs more for dossier {code}. Open the tracking page to see each item and send everything at once; there is no need to file again. The clock stands still until then.',
    },
    sms: 'Ho so {code} can bo sung. Xem tung muc va gui tai {link} hoac mang den {unit}.',
  },
  supplement_due_soon: {
    facts: { until: 'instant' },
    subject: { vi: 'Hồ sơ {code} vẫn chờ bổ sung', en: 'Dossier {code} still waits for you' },
    body: {
      vi: 'Hồ sơ {code} vẫn chờ bổ sung. Gửi trước {until}; sau đó {unit} có thể trả lại hồ sơ. Cần giúp thì mang giấy tờ đến {unit}.',
      en: 'Dossier {code} still waits for what is missing. Send it before {until}; after that {unit} may return the dossier. For help, bring the papers to {unit}.',
    },
    sms: 'Ho so {code} van cho bo sung, gui truoc {until}. Xem: {link}',
  },
  resolved: {
    facts: {},
    subject: { vi: 'Hồ sơ {code} đã có kết quả', en: 'Dossier {code}: the result is ready' },
    body: {
      vi: '{unit} đã giải quyết xong hồ sơ {code}. Mở trang theo dõi hồ sơ để tải kết quả về; mỗi giấy có mã QR để người khác kiểm tra thật giả.',
      en: '{unit} has decided dossier {code}. Open the tracking page to download the result; each paper carries a QR code by which others can check that it is genuine.',
    },
    sms: 'Ho so {code} da co ket qua cua {unit}. Tai ve tai {link}',
  },
  refused: {
    facts: {},
    subject: { vi: 'Hồ sơ {code} không được chấp nhận', en: 'Dossier {code} was refused' },
    body: {
      vi: '{unit} đã từ chối hồ sơ {code}. Văn bản từ chối (CT06) nêu rõ lý do, điều luật và cách khiếu nại; văn bản có trong trang theo dõi hồ sơ.',
      en: '{unit} has refused dossier {code}. The refusal (CT06) with its reason, the clause of law and how to complain is on the tracking page.',
    },
    sms: 'Ho so {code} bi tu choi. Xem ly do va cach khieu nai tai {link} hoac tai {unit}.',
  },
  ready_to_collect: {
    facts: {},
    subject: { vi: 'Kết quả hồ sơ {code} chờ nhận', en: 'Dossier {code}: the result waits for you' },
    body: {
      vi: 'Kết quả hồ sơ {code} đang chờ ở {unit}. Khi đến nhận, mang theo thẻ căn cước và giấy biên nhận.',
      en: 'The result of dossier {code} waits at {unit}. Bring your identity card and the receipt.',
    },
    sms: 'Ket qua ho so {code} cho nhan tai {unit}. Mang theo the can cuoc va giay bien nhan.',
  },
  hand_over_code: {
    facts: { password: 'text', until: 'instant' },
    subject: { vi: 'Mã nhận kết quả hồ sơ {code}', en: 'Dossier {code}: the code for collecting the result' },
    body: {
      vi: 'Mã nhận kết quả hồ sơ {code} tại {unit}: {password}. Có giá trị đến {until}. Chỉ đọc mã này cho cán bộ ở quầy, khi đang nhận kết quả; công an không hỏi mã qua điện thoại.',
      en: 'The code for collecting the result of dossier {code} at {unit}: {password}. It holds until {until}. Tell it only to the officer at the counter; the police never ask for it by phone.',
    },
    sms: 'Ma nhan ket qua ho so {code}: {password}. Chi doc ma tai quay, khong doc qua dien thoai.',
  },
  due_date_moved: {
    facts: { from: 'instant', to: 'instant', reason: 'text' },
    subject: { vi: 'Ngày hẹn của hồ sơ {code} thay đổi', en: 'Dossier {code}: the due date changed' },
    body: {
      vi: 'Ngày hẹn của hồ sơ {code} đổi từ {from} thành {to}. Lý do: {reason}. Ông/bà không phải làm gì.',
      en: 'The due date of dossier {code} changed from {from} to {to}. Reason: {reason}. You need do nothing.',
    },
    sms: 'Ngay hen ho so {code} doi sang {to} do lich nghi thay doi. Xem: {link}',
  },
  letter_of_apology: {
    facts: { from: 'instant', to: 'instant' },
    subject: { vi: 'Xin lỗi và hẹn lại hồ sơ {code}', en: 'Dossier {code}: our apology, and a new date' },
    body: {
      vi: '{unit} xin lỗi vì chưa trả được kết quả hồ sơ {code} đúng hẹn {from}. Ngày hẹn mới: {to}. Thư xin lỗi nêu rõ lý do, có trong trang theo dõi hồ sơ.',
      en: '{unit} apologises: dossier {code} cannot be decided by {from}. The new date is {to}. The letter with the reason is on the tracking page.',
    },
    sms: '{unit} xin loi, ho so {code} hen lai {to}. Thu xin loi: {link}',
  },
  transferred: {
    facts: {},
    subject: { vi: 'Hồ sơ {code} đã chuyển nơi giải quyết', en: 'Dossier {code} went to another unit' },
    body: {
      vi: 'Hồ sơ {code} đã được chuyển đến {unit}. Ngày nộp và ngày hẹn không đổi. Ông/bà không phải làm gì.',
      en: 'Dossier {code} was transferred to {unit}. The day of filing and the due date stay. You need do nothing.',
    },
    sms: 'Ho so {code} da chuyen den {unit}. Ngay nop va ngay hen khong doi. Xem: {link}',
  },
  consent_asked: {
    facts: { until: 'instant', consentLink: 'text' },
    subject: { vi: 'Cần ý kiến của ông/bà cho hồ sơ {code}', en: 'Your agreement is asked for dossier {code}' },
    body: {
      vi: 'Hồ sơ {code} nộp tại {unit} cần ý kiến đồng ý hoặc không đồng ý của ông/bà. Trả lời trước {until} tại {consentLink} hoặc trực tiếp ở trụ sở. Nếu không biết việc này, hãy báo {unit}.',
      en: 'Dossier {code} at {unit} needs your yes or no. Answer before {until} at {consentLink} or at the counter. If you know nothing of it, tell {unit}.',
    },
    sms: 'Ho so {code} can y kien dong y cua ong/ba truoc {until}: {consentLink}',
  },
  consent_missing: {
    facts: {},
    subject: { vi: 'Hồ sơ {code} chưa có đủ ý kiến đồng ý', en: 'Dossier {code}: an agreement is missing' },
    body: {
      vi: 'Một người được hỏi ý kiến cho hồ sơ {code} không đồng ý, hoặc chưa trả lời trong 7 ngày. Trang theo dõi hồ sơ ghi rõ là ai; nếu người đó đồng ý, mời đến {unit}, mang theo thẻ căn cước.',
      en: 'Somebody who was asked about dossier {code} did not agree, or has not answered within 7 days. The tracking page says who; if they agree, ask them to come to {unit} with their identity card.',
    },
    sms: 'Ho so {code} chua co du y kien dong y. Xem viec can lam tai {link}',
  },
  consent_password: {
    facts: { password: 'text' },
    subject: { vi: 'Mật khẩu để trả lời về hồ sơ {code}', en: 'Password to answer about dossier {code}' },
    body: {
      vi: 'Mật khẩu dùng một lần để cho ý kiến về hồ sơ {code}: {password}. Dùng trong 15 phút. Không đưa cho ai, kể cả người xưng là công an.',
      en: 'One-time password to answer about dossier {code}: {password}. For 15 minutes. Give it to nobody, whoever they say they are.',
    },
    sms: 'Mat khau cho y kien ve ho so {code}: {password} (15 phut). Khong dua cho ai.',
  },
  // Without {code}: what it confirms is no dossier yet.
  confirmation_code: {
    facts: { password: 'text', until: 'instant' },
    subject: { vi: 'Mã xác nhận nộp hồ sơ', en: 'The code that confirms your filing' },
    body: {
      vi: 'Mã xác nhận nộp hồ sơ gửi {unit}: {password}. Có giá trị đến {until}. Chỉ đọc mã cho người đang giúp nhập sau khi ông/bà đã xem lại hồ sơ. Không nhờ ai nộp thì bỏ qua tin này, hồ sơ sẽ không được nộp.',
      en: 'The code that confirms your filing to {unit}: {password}. It holds until {until}. Tell it to whoever is helping you only after you have read the filing. If you asked for no filing, ignore this and nothing is filed.',
    },
    sms: 'Ma xac nhan nop ho so gui {unit}: {password}. Chi doc ma sau khi da xem lai ho so. Khong nho ai nop thi bo qua.',
  },
  tracking_key: {
    facts: { trackingKey: 'text' },
    subject: { vi: 'Mã tra cứu của hồ sơ {code}', en: 'Dossier {code}: your tracking key' },
    body: {
      vi: 'Mã tra cứu của hồ sơ {code}: {trackingKey}. Cần cả hai mã để xem hồ sơ tại {link}. Hãy giữ kín, không đưa cho ai.',
      en: 'The tracking key of dossier {code}: {trackingKey}. Both codes open the dossier at {link}. Keep it to yourself.',
    },
    sms: 'Ho so {code}, ma tra cuu {trackingKey}. Xem tai {link}. Giu kin, khong dua cho ai.',
  },
  complaint_asked: {
    facts: {},
    subject: { vi: 'Hỏi thêm về phản ánh của hồ sơ {code}', en: 'Dossier {code}: a question about your complaint' },
    body: {
      vi: 'Đơn vị giải quyết phản ánh, yêu cầu về hồ sơ {code} hỏi thêm một điều. Mở trang theo dõi hồ sơ, mục Phản ánh, yêu cầu, để đọc và trả lời; thời hạn tạm dừng cho đến lúc đó.',
      en: 'The unit that looks into your complaint or request on dossier {code} has a question. Read and answer it on the tracking page, under Complaints and requests; its time stands still until then.',
    },
    sms: 'Don vi hoi them ve phan anh cua ho so {code}. Doc va tra loi tai {link}',
  },
  complaint_answered: {
    facts: {},
    subject: { vi: 'Phản ánh về hồ sơ {code} đã được trả lời', en: 'Dossier {code}: your complaint was answered' },
    body: {
      vi: 'Phản ánh, yêu cầu về hồ sơ {code} đã được trả lời. Mở trang theo dõi hồ sơ, mục Phản ánh, yêu cầu, để đọc và cho biết câu trả lời có thỏa đáng không.',
      en: 'Your complaint or request on dossier {code} was answered. Read it on the tracking page, under Complaints and requests, and say whether it is good enough.',
    },
    sms: 'Phan anh, yeu cau ve ho so {code} da duoc tra loi. Doc tai {link}',
  },
  payment_asked: {
    facts: { amount: 'money' },
    subject: { vi: 'Hồ sơ {code} cần nộp lệ phí', en: 'Dossier {code}: a fee is due' },
    body: {
      vi: 'Hồ sơ {code} cần nộp lệ phí {amount}. Mở trang theo dõi hồ sơ để xem cách nộp, hoặc nộp tại {unit}. Công an không thu lệ phí qua điện thoại.',
      en: 'A fee of {amount} is due for dossier {code}. The tracking page says how to pay; or pay at {unit}. The police never collect fees by phone.',
    },
    sms: 'Ho so {code} can nop le phi {amount}. Cach nop: {link}. Cong an khong thu phi qua dien thoai.',
  },
  // Of the two about a booking, {code} is its code and {link} where a time is booked. Its own page, which cancels it, is a secret.
  booking_reminder: {
    facts: { at: 'instant' },
    subject: { vi: 'Nhắc lịch hẹn {code} tại {unit}', en: 'Your booking {code} at {unit}' },
    body: {
      vi: 'Ông/bà có lịch hẹn tại {unit} lúc {at}, mã hẹn {code}. Hãy đến sớm một chút, mang theo thẻ căn cước, chọn “Đã đặt lịch” ở máy lấy số rồi nhập mã. Không đến được thì mở lại trang lịch hẹn đã lưu và hủy, để người khác có chỗ.',
      en: 'You have booked {at} at {unit}; the code is {code}. Come a little early with your identity card, choose “I have booked” at the kiosk and type the code. If you cannot come, cancel on the page that you saved, so that somebody else can have the time.',
    },
    sms: 'Nhac hen: {at}, {unit}, ma hen {code}. Khong den duoc thi huy o trang da luu.',
    closing: {
      vi: 'Đặt giờ khác: {link}. Địa chỉ e-mail này chỉ dùng cho lịch hẹn và được xóa sau ngày hẹn.',
      en: 'Another time: {link}. This address serves the booking alone and is erased after its day.',
    },
  },
  booking_closed: {
    facts: { at: 'instant', reason: 'text' },
    subject: {
      vi: 'Lịch hẹn {code} đã hủy vì đơn vị không tiếp',
      en: 'Booking {code} is cancelled: the office is closed',
    },
    body: {
      vi: '{unit} không tiếp công dân lúc {at} ({reason}) nên lịch hẹn {code} đã hủy. Xin lỗi ông/bà. Đừng đến giờ đó; hãy đặt giờ khác tại {link}, hoặc đến lấy số vào ngày làm việc.',
      en: '{unit} is closed at {at} ({reason}), so booking {code} is cancelled. We are sorry. Do not come then; book another time at {link}, or walk in on a working day.',
    },
    sms: '{unit} khong tiep dan luc {at}, lich hen {code} da huy. Dat gio khac: {link}',
    closing: {
      vi: 'Địa chỉ e-mail này chỉ dùng cho lịch hẹn trên và được xóa ngay sau tin này.',
      en: 'This address served that booking alone and is erased after this message.',
    },
  },
} as const satisfies Record<string, MessageText>

export type MessageTemplate = keyof typeof messageTemplates

/** The facts that a template asks for, each as text: instants in ISO 8601, amounts in đồng as digits. */
export type MessageFacts<T extends MessageTemplate> = { [F in keyof (typeof messageTemplates)[T]['facts']]: string }

export const messageTemplateNames = Object.keys(messageTemplates) as [MessageTemplate, ...MessageTemplate[]]
