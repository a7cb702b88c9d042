import type { Ii06Column } from '#shared/reports/ii06.ts'

/** The headings of the form, and what each column counts, in the words of its help (CLOCK §9). */
export const columnWords: Record<Ii06Column, { head: string; whole: string; definition: string }> = {
  3: { head: 'Tổng số', whole: 'Tổng số tiếp nhận', definition: 'Cột (4) + (5) + (6).' },
  4: {
    head: 'Trực tuyến',
    whole: 'Tiếp nhận trong kỳ, trực tuyến',
    definition: 'Tiếp nhận trong kỳ, công dân tự nộp qua mạng.',
  },
  5: {
    head: 'Trực tiếp, dịch vụ bưu chính',
    whole: 'Tiếp nhận trong kỳ, trực tiếp hoặc bưu chính',
    definition: 'Tiếp nhận trong kỳ, cán bộ nhập tại quầy hoặc nhận qua bưu chính.',
  },
  6: {
    head: 'Từ kỳ trước',
    whole: 'Từ kỳ trước chuyển sang',
    definition: 'Tiếp nhận trước kỳ và chưa kết thúc khi kỳ bắt đầu.',
  },
  7: { head: 'Tổng số', whole: 'Tổng số đã giải quyết', definition: 'Cột (8) + (9) + (10).' },
  8: {
    head: 'Trước hạn',
    whole: 'Đã giải quyết trước hạn',
    definition: 'Kết thúc vào một ngày trước ngày hẹn. Từ chối và rút không bao giờ tính là trước hạn.',
  },
  9: {
    head: 'Đúng hạn',
    whole: 'Đã giải quyết đúng hạn',
    definition: 'Kết thúc trong ngày hẹn, không muộn hơn giờ hẹn; gồm từ chối, rút và chuyển xã khác khi còn hạn.',
  },
  10: { head: 'Quá hạn', whole: 'Đã giải quyết quá hạn', definition: 'Kết thúc sau giờ hẹn trả.' },
  11: { head: 'Tổng số', whole: 'Tổng số đang giải quyết', definition: 'Cột (12) + (13).' },
  12: {
    head: 'Trong hạn',
    whole: 'Đang giải quyết trong hạn',
    definition: 'Chưa kết thúc, còn hạn ở cuối kỳ; gồm cả hồ sơ chờ công dân bổ sung.',
  },
  13: { head: 'Quá hạn', whole: 'Đang giải quyết quá hạn', definition: 'Chưa kết thúc và đã quá hạn ở cuối kỳ.' },
}
