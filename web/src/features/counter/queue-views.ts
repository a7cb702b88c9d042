import type { QueueCounts, QueueViewName } from '#shared/dossiers/queue-schemas.ts'

/** One queue of the left pane: what it asks the server for, and which count stands beside it. */
export interface QueueViewEntry {
  /** In the address. */
  slug: string
  words: string
  view: QueueViewName
  /** Narrows the view by time; `soon` is cut out of the rows here, because they come in the order of urgency. */
  due?: 'overdue' | 'soon'
  count?: keyof QueueCounts
  group: 'state' | 'time'
  /** Why it may be empty, and what that means. */
  emptyWords: string
}

export const queueViewEntries: readonly QueueViewEntry[] = [
  {
    slug: 'tat-ca',
    words: 'Tất cả đang mở',
    view: 'all',
    count: 'all',
    group: 'state',
    emptyWords: 'Đơn vị không còn hồ sơ nào đang mở.',
  },
  {
    slug: 'cua-toi',
    words: 'Của tôi',
    view: 'mine',
    count: 'mine',
    group: 'state',
    emptyWords: 'Chưa nhận hồ sơ nào. Bấm N để lấy hồ sơ gấp nhất.',
  },
  {
    slug: 'moi',
    words: 'Mới, chờ tiếp nhận',
    view: 'new',
    count: 'new',
    group: 'state',
    emptyWords: 'Mọi hồ sơ đều đã được tiếp nhận.',
  },
  {
    slug: 'dang-xu-ly',
    words: 'Đang xử lý',
    view: 'processing',
    count: 'processing',
    group: 'state',
    emptyWords: 'Không có hồ sơ nào đang xử lý.',
  },
  {
    slug: 'cho-bo-sung',
    words: 'Chờ bổ sung',
    view: 'waiting',
    count: 'waiting',
    group: 'state',
    emptyWords: 'Không chờ công dân nào bổ sung.',
  },
  {
    slug: 'cho-ky',
    words: 'Chờ ký',
    view: 'to_sign',
    count: 'to_sign',
    group: 'state',
    emptyWords: 'Không có hồ sơ nào trình ký.',
  },
  {
    slug: 'cho-giao',
    words: 'Chờ giao kết quả',
    view: 'to_hand_over',
    count: 'to_hand_over',
    group: 'state',
    emptyWords: 'Mọi kết quả đều đã đến tay công dân.',
  },
  { slug: 'da-xong', words: 'Đã xong', view: 'ended', group: 'state', emptyWords: 'Chưa có hồ sơ nào kết thúc.' },
  {
    slug: 'qua-han',
    words: 'Quá hạn',
    view: 'all',
    due: 'overdue',
    count: 'overdue',
    group: 'time',
    emptyWords: 'Không có hồ sơ nào quá hạn.',
  },
  {
    slug: 'sap-han',
    words: 'Sắp đến hạn',
    view: 'all',
    due: 'soon',
    count: 'due_soon',
    group: 'time',
    emptyWords: 'Không có hồ sơ nào còn dưới 8 giờ làm việc.',
  },
]

const [first] = queueViewEntries

/** The queue that the address names, by its slug or by the name the API has for it. */
export function queueViewOf(slug: string | undefined): QueueViewEntry | undefined {
  if (slug === undefined) return first

  return queueViewEntries.find((entry) => entry.slug === slug || (entry.view === slug && !entry.due))
}
