import type { Source } from '../catalogue/types.ts'
import type { Bilingual } from '../text/bilingual.ts'

/** Those that count dossiers, and those that count complaints about them. */
export const dossierIndicatorIds = ['2.1', '3.2', '3.3', '3.6', '4.1', '4.2', '4.3', '5.4'] as const
export type DossierIndicatorId = (typeof dossierIndicatorIds)[number]
export const complaintIndicatorIds = ['5.2', '5.3'] as const
export type ComplaintIndicatorId = (typeof complaintIndicatorIds)[number]

export const indicatorIds = [...dossierIndicatorIds, ...complaintIndicatorIds] as const
export type IndicatorId = (typeof indicatorIds)[number]

export const countsComplaints = (id: IndicatorId): id is ComplaintIndicatorId =>
  complaintIndicatorIds.some((each) => each === id)

/** What an indicator says, by which formula, of which version, and for how many points. */
export interface IndicatorText {
  name: Bilingual
  formula: Bilingual
  /** The formula's own version: a changed formula is a new version and never rewrites an old score. */
  version: string
  source: Source
  /** Points at full marks; null where only the total of its group is known. */
  maximum: number | null
  /** Percent at which full marks are reached; null for 100. */
  threshold: number | null
}

const decision: Source = { text: 'Quyết định 766/QĐ-TTg ngày 23/6/2022', mark: 'seen' }
const version = '766-2022/1'

/** 5.1 is no single rate: each class of complaint has its share of all. */
export const complaintClassesText: Pick<IndicatorText, 'name' | 'formula' | 'version' | 'source'> = {
  name: { vi: 'Phản ánh, kiến nghị theo phân loại', en: 'Complaints by class' },
  formula: { vi: 'Phản ánh của từng loại / phản ánh nhận trong kỳ', en: 'Complaints of a class / complaints received' },
  version,
  source: decision,
}

/** The indicators that a desk can compute from its own log. Formulas as published; where a maximum is not known, none is printed. */
export const indicatorTexts: Record<IndicatorId, IndicatorText> = {
  '2.1': {
    name: { vi: 'Hồ sơ giải quyết trước hạn, đúng hạn', en: 'Dossiers resolved early or on time' },
    formula: {
      vi: '((8) + (9) + (12) − hồ sơ chờ bổ sung lần hai trở lên) / (3) của Biểu II.06',
      en: '((8) + (9) + (12) − waiting on a second supplement request) / (3) of form II.06',
    },
    version,
    source: decision,
    maximum: 20,
    threshold: null,
  },
  '3.2': {
    name: { vi: 'Dịch vụ công trực tuyến có phát sinh hồ sơ', en: 'Online services that were used' },
    formula: {
      vi: 'Số thủ tục có ít nhất một hồ sơ trực tuyến / số thủ tục nộp được trực tuyến',
      en: 'Procedures with at least one online dossier / procedures that can be filed online',
    },
    version,
    source: decision,
    maximum: null,
    threshold: null,
  },
  '3.3': {
    name: { vi: 'Hồ sơ nộp trực tuyến', en: 'Dossiers filed online' },
    formula: {
      vi: 'Hồ sơ trực tuyến (có kết quả điện tử nếu thủ tục trả kết quả bằng văn bản) / tất cả × tỷ lệ đồng bộ 1 (quầy chưa đồng bộ với Cổng)',
      en: 'Online dossiers (with an e-result where a written one is due) / all × synchronisation rate 1 (the desk is not synchronised yet)',
    },
    version,
    source: decision,
    maximum: null,
    threshold: 50,
  },
  '3.6': {
    name: { vi: 'Hồ sơ thanh toán trực tuyến', en: 'Dossiers paid online' },
    formula: {
      vi: 'Hồ sơ trả phí trực tuyến / hồ sơ có phí, trừ hồ sơ mọi khoản phí bằng 0',
      en: 'Paid online / fee-bearing dossiers, less those whose every fee is 0',
    },
    version,
    source: decision,
    maximum: null,
    threshold: null,
  },
  '4.1': {
    name: { vi: 'Cấp kết quả điện tử', en: 'Electronic results' },
    formula: {
      vi: 'Hồ sơ có tệp kết quả / hồ sơ của thủ tục trả kết quả bằng văn bản',
      en: 'Dossiers with a result file / dossiers of procedures that give a written result',
    },
    version,
    source: decision,
    maximum: null,
    threshold: null,
  },
  '4.2': {
    name: { vi: 'Số hóa hồ sơ', en: 'Digitised dossiers' },
    formula: {
      vi: 'Hồ sơ có giấy tờ điện tử và, nếu phải có, kết quả điện tử / tất cả',
      en: 'Dossiers with a digital paper and, where due, an e-result / all',
    },
    version,
    source: decision,
    maximum: null,
    threshold: 80,
  },
  '4.3': {
    name: { vi: 'Khai thác, sử dụng lại giấy tờ đã số hóa', en: 'Reuse of digitised papers' },
    formula: {
      vi: 'Hồ sơ dùng lại ít nhất một giấy tờ đã có / tất cả',
      en: 'Dossiers that reuse at least one paper / all',
    },
    version,
    source: decision,
    maximum: null,
    threshold: 80,
  },
  '5.2': {
    name: { vi: 'Phản ánh, kiến nghị xử lý đúng hạn', en: 'Complaints handled in time' },
    formula: {
      vi: 'Phản ánh không lỡ hạn nào (nhận hoặc từ chối 2, hỏi thêm 5, trả lời 15 ngày làm việc; còn mở mà chưa lỡ hạn thì tính là đúng hạn) / phản ánh nhận trong kỳ. Hạn công khai 2 ngày luôn đạt: câu trả lời đến người gửi ngay',
      en: 'Complaints that missed no date (taken on or refused in 2, asked about in 5, answered in 15 working days; open ones in time count as in time) / complaints received in the period. Publishing within 2 days always holds: the sender has the answer at once',
    },
    version,
    source: decision,
    maximum: null,
    threshold: null,
  },
  '5.3': {
    name: { vi: 'Hài lòng trong xử lý phản ánh, kiến nghị', en: 'Satisfaction with how complaints are handled' },
    formula: {
      vi: '(Phản ánh nhận trong kỳ − đánh giá chưa thỏa đáng − trễ hạn) / phản ánh nhận trong kỳ; không dưới 0',
      en: '(Complaints received − rated not good enough − late) / complaints received; not below 0',
    },
    version,
    source: decision,
    maximum: null,
    threshold: null,
  },
  '5.4': {
    name: { vi: 'Hài lòng trong giải quyết thủ tục', en: 'Satisfaction with the handling' },
    formula: {
      vi: '100 % − (100 % − chỉ số 2.1) − hồ sơ có phản ánh hoặc đánh giá không hài lòng / (3); không dưới 0',
      en: '100 % − (100 % − 2.1) − dossiers with a complaint or dislike / (3); not below 0',
    },
    version,
    source: decision,
    maximum: 6,
    threshold: 90,
  },
}
