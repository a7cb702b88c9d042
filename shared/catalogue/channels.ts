import { circular116, decree154, derived, seen } from './sources.ts'
import type { Channel } from './types.ts'

/** Registration of residence: the law names the office, the national portal and VNeID. */
export const officeOrPortal: Channel = {
  status: 'intake',
  explanation: {
    vi: 'Theo luật, hồ sơ này nộp tại trụ sở công an xã, phường hoặc qua Cổng dịch vụ công quốc gia, VNeID. Quầy này giúp khai đúng, kiểm tra trước và chuyển tới đúng công an xã, phường; công an sẽ báo khi cần xác nhận tại trụ sở hoặc trên VNeID.',
    en: 'By law this is filed at the commune police office, the national public service portal or VNeID. This desk helps to fill it in, checks it and brings it to the right commune police, who will say when you must confirm it at the office or in VNeID.',
  },
  source: seen(circular116('Điều 3(1)')),
}

/** Deletion of a registration: the two online channels only. */
export const portalOnly = (article: string): Channel => ({
  status: 'portal_only',
  explanation: {
    vi: 'Theo luật, thủ tục này chỉ nộp qua Cổng dịch vụ công quốc gia hoặc VNeID. Quầy này giúp chuẩn bị và kiểm tra trước; việc nộp chính thức vẫn phải làm trên một trong hai kênh đó.',
    en: 'By law this is filed only through the national public service portal or VNeID. This desk helps to prepare and check it; the official filing must still be made on one of those two.',
  },
  source: seen(decree154(article)),
})

/** Notices that may come through the web page of the registering office itself. */
export const ownPage = (article: string): Channel => ({
  status: 'legal',
  explanation: {
    vi: 'Thông báo gửi ở đây được tiếp nhận ngay: luật cho phép thông báo qua trang thông tin điện tử của cơ quan đăng ký cư trú.',
    en: 'A notice sent here is received at once: the law allows it through the web page of the registering office.',
  },
  source: derived(circular116(article)),
})
