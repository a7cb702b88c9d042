import type { Catalogue } from '../i18n/say.ts'
import { formatDay, formatInstant, formatTime } from '../text/format.ts'
import { counterName } from './settings.ts'

/** One's place in line, and the slip. */
export const placeTexts = {
  title: (label: string) => ({ vi: `Số ${label}`, en: `Number ${label}` }),
  yourNumber: { vi: 'Số của bạn', en: 'Your number' },
  ahead: (count: number) =>
    count === 0
      ? { vi: 'Không còn ai trước số này.', en: 'Nobody is before this number.' }
      : {
          vi: `Còn ${count} người trước số này.`,
          en: `${count} ${count === 1 ? 'person is' : 'people are'} before this number.`,
        },
  wait: (from: number, to: number) => ({
    vi: `Ước chừng chờ ${from}–${to} phút.`,
    en: `About ${from} to ${to} minutes.`,
  }),
  called: (counter: number) => ({
    vi: `Mời đến ${counterName(counter).vi} ngay bây giờ.`,
    en: `Please go to ${counterName(counter).en} now.`,
  }),
  serving: (counter: number) => ({
    vi: `Đang được phục vụ tại ${counterName(counter).vi}.`,
    en: `Being served at ${counterName(counter).en}.`,
  }),
  held: {
    vi: 'Cán bộ đang giữ số này. Khi xong phần còn thiếu, hãy quay lại quầy.',
    en: 'The officer keeps this number. Go back to the counter when ready.',
  },
  absent: (until: Date | null) => ({
    vi: `Đã gọi mà không thấy ai.${until ? ` Hãy đến quầy trước ${formatTime(until)} để được gọi lại ngay.` : ''}`,
    en: `It was called and nobody came.${until ? ` Come to a counter before ${formatTime(until)} to be called next.` : ''}`,
  }),
  done: { vi: 'Đã phục vụ xong. Cảm ơn.', en: 'Served. Thank you.' },
  over: { vi: 'Số này là của một ngày đã qua.', en: 'This number is of a day that has passed.' },
  closed: (at: Date) => ({
    vi: `Từ ${formatTime(at)}, không ai đến sau được xếp trước số này.`,
    en: `From ${formatTime(at)} nobody who comes later is put before this number.`,
  }),
  refreshes: { vi: 'Trang tự cập nhật mỗi 20 giây.', en: 'This page renews itself every 20 seconds.' },
  stopRefresh: { vi: 'Dừng tự cập nhật', en: 'Stop renewing' },
  startRefresh: { vi: 'Tự cập nhật lại', en: 'Renew by itself again' },
  asOf: (at: Date) => ({ vi: `Lúc ${formatTime(at)}`, en: `As of ${formatTime(at)}` }),
  arrived: (at: Date) => ({
    vi: `Lấy số lúc ${formatTime(at)} ngày ${formatDay(at)}`,
    en: `Taken at ${formatTime(at)} on ${formatDay(at)}`,
  }),
  scan: { vi: 'Quét mã để xem còn mấy người', en: 'Scan to see your place in line' },
  keep: {
    vi: 'Giữ phiếu và nghe gọi số. Phiếu chỉ dùng trong ngày.',
    en: 'Keep this slip and listen for your number. Valid today only.',
  },
  print: { vi: 'In phiếu: Ctrl + P', en: 'Print the slip: Ctrl + P' },
  qr: { vi: 'Mã mở trang xem vị trí trong hàng', en: 'Code that opens your place in line' },
} satisfies Catalogue

/** Booking a time. */
export const bookingTexts = {
  title: { vi: 'Đặt lịch đến công an xã', en: 'Book a time at the commune police' },
  intro: {
    vi: 'Chọn nơi, ngày và giờ. Đến đúng giờ thì được gọi trong khoảng 10 phút. Không đặt lịch vẫn đến lấy số được.',
    en: 'Choose place, day and time. Come on time and you are called within about 10 minutes. Walking in is always possible.',
  },
  unit: { vi: 'Công an xã, phường', en: 'Commune police' },
  chooseUnit: { vi: 'Chọn xã, phường', en: 'Choose a commune' },
  day: { vi: 'Ngày', en: 'Day' },
  see: { vi: 'Xem giờ trống', en: 'See free times' },
  time: { vi: 'Giờ', en: 'Time' },
  left: (count: number) => ({ vi: `còn ${count} chỗ`, en: `${count} left` }),
  full: { vi: 'Ngày này đã hết chỗ. Hãy chọn ngày khác.', en: 'This day is full. Choose another one.' },
  service: { vi: 'Đến để làm gì', en: 'What for' },
  chooseService: { vi: 'Chọn việc', en: 'Choose' },
  phone: { vi: 'Số điện thoại', en: 'Phone number' },
  phoneHint: {
    vi: 'Để mỗi số không giữ quá một lịch mỗi ngày. Để làm việc đó chỉ lưu dấu vết đã mã hóa, không lưu số.',
    en: 'So that one number holds one time a day. For this only a coded trace is kept, not the number.',
  },
  reminder: { vi: 'Nhắc lịch', en: 'Reminder' },
  reminderHint: {
    vi: 'Nhắn một lần vào 15 giờ ngày làm việc trước ngày hẹn, và báo ngay nếu đơn vị phải nghỉ giờ đó. Số và e-mail được mã hóa, chỉ dùng cho lịch này, xóa sau ngày hẹn.',
    en: 'One message at 15:00 on the working day before, and one if the office must close then. Number and e-mail are encrypted, serve this booking alone and are erased after its day.',
  },
  remindPhone: { vi: 'Nhắn đến số điện thoại ở trên', en: 'Send it to the phone number above' },
  remindEmail: { vi: 'Gửi đến e-mail', en: 'Send it by e-mail' },
  book: { vi: 'Đặt lịch', en: 'Book' },
  needSlot: { vi: 'Hãy chọn một giờ.', en: 'Choose a time.' },
  needPhone: { vi: 'Số điện thoại chưa đúng, ví dụ 0912 345 678.', en: 'Enter a phone number like 0912 345 678.' },
  needEmail: {
    vi: 'Địa chỉ e-mail chưa đúng, ví dụ ten@vidu.vn. Không cần nhắc thì để trống.',
    en: 'Enter an e-mail address like name@example.com, or leave it empty.',
  },
  needService: { vi: 'Hãy chọn việc cần làm.', en: 'Choose what you come for.' },
  booked: { vi: 'Đã đặt lịch', en: 'Booked' },
  code: { vi: 'Mã hẹn', en: 'Booking code' },
  when: { vi: 'Thời gian', en: 'Time' },
  where: { vi: 'Nơi đến', en: 'Place' },
  how: {
    vi: 'Đến trước giờ hẹn một chút, chọn “Đã đặt lịch” ở máy lấy số rồi nhập hoặc quét mã này. Chậm quá 30 phút thì chờ như số thường.',
    en: 'Come a little early, choose “Booked” at the kiosk and type or scan this code. More than 30 minutes late, you wait like a walk-in.',
  },
  save: {
    vi: 'Lưu hoặc chụp lại trang này: đây là cách duy nhất để xem và hủy lịch.',
    en: 'Save this page: it is the only way to see or cancel the booking.',
  },
  remindAt: (at: Date) => ({
    vi: `Tin nhắc sẽ gửi lúc ${formatInstant(at)} đến số hoặc e-mail đã để lại.`,
    en: `The reminder goes to the number or e-mail that you left, at ${formatInstant(at, 'en')}.`,
  }),
  toldIfClosed: {
    vi: 'Nếu đơn vị phải nghỉ giờ này, hệ thống báo ngay đến số hoặc e-mail đã để lại. Số và e-mail được xóa sau ngày hẹn.',
    en: 'If the office must close then, you are told at once at the number or e-mail that you left. Both are erased after the day.',
  },
  noReminder: {
    vi: 'Không có tin nhắc, vì lịch này không để lại số hoặc e-mail để nhắc. Nếu đơn vị phải nghỉ giờ đó, trang này sẽ ghi rõ: hãy xem lại trước khi đi.',
    en: 'No reminder is sent, because no number or e-mail was left for it. Should the office have to close, this page says so: look again before you go.',
  },
  calendar: { vi: 'Thêm lịch hẹn vào lịch của máy', en: 'Add it to your calendar' },
  visit: { vi: 'Hẹn tại công an', en: 'Visit to the police' },
  closed: { vi: 'Đơn vị đã phải hủy lịch hẹn này', en: 'The office had to cancel this booking' },
  closedWhy: (reason: string) => ({
    vi: `Xin lỗi ông/bà: giờ đó đơn vị không tiếp công dân (${reason}). Đừng đến giờ đó; hãy đặt giờ khác, hoặc đến lấy số vào ngày làm việc.`,
    en: `We are sorry: the office is closed then (${reason}). Do not come; book another time, or walk in on a working day.`,
  }),
  cancel: { vi: 'Hủy lịch này', en: 'Cancel this booking' },
  cancelled: { vi: 'Lịch này đã hủy.', en: 'This booking was cancelled.' },
  checkedIn: { vi: 'Đã lấy số tại đơn vị.', en: 'Checked in at the unit.' },
  again: { vi: 'Đặt lịch khác', en: 'Book another time' },
  qr: { vi: 'Mã để quét ở máy lấy số', en: 'Code to scan at the kiosk' },
} satisfies Catalogue

/** The kiosk in the waiting room. */
export const kioskTexts = {
  title: { vi: 'Lấy số thứ tự', en: 'Take a number' },
  chooseService: { vi: 'Bạn đến để làm gì?', en: 'What do you come for?' },
  several: { vi: 'Có thể chọn nhiều việc, tối đa 5.', en: 'You may choose several, up to 5.' },
  next: { vi: 'Tiếp tục', en: 'Continue' },
  back: { vi: 'Quay lại', en: 'Back' },
  booked: { vi: 'Đã đặt lịch', en: 'I have booked' },
  chooseClass: { vi: 'Bạn thuộc trường hợp nào?', en: 'Which applies to you?' },
  priority: { vi: 'Ưu tiên', en: 'Priority' },
  normal: { vi: 'Số thường', en: 'Ordinary number' },
  normalHelp: { vi: 'Gọi theo thứ tự đến', en: 'Called in order of arrival' },
  target: (minutes: number) => ({
    vi: `Gọi trong khoảng ${minutes} phút`,
    en: `Called within about ${minutes} minutes`,
  }),
  typeCode: { vi: 'Nhập mã hẹn, hoặc quét mã', en: 'Type or scan your booking code' },
  erase: { vi: 'Xóa', en: 'Erase' },
  take: { vi: 'Lấy số', en: 'Take a number' },
  printing: { vi: 'Phiếu đang in. Mời ngồi chờ gọi số.', en: 'Your slip is printing. Please take a seat.' },
  done: { vi: 'Xong', en: 'Done' },
  wait: { vi: 'Xin chờ…', en: 'One moment…' },
  problem: { vi: 'Chưa lấy được số', en: 'No number was given' },
  offline: {
    vi: 'Máy mất kết nối. Hãy lấy số ở cán bộ tại quầy.',
    en: 'The kiosk is offline. Ask an officer for a number.',
  },
  other: { vi: 'English', en: 'Tiếng Việt' },
  start: { vi: 'Về trang đầu', en: 'Start again' },
} satisfies Catalogue
