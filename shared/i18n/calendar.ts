import type { Catalogue } from './say.ts'

/** What a resident reads about the calendar beside a date. */
export const calendarTexts = {
  provisional: {
    vi: 'Tạm tính: ngày này rơi vào năm chưa công bố đủ lịch nghỉ, nên có thể đổi. Nếu đổi, ông/bà sẽ được báo.',
    en: 'Provisional: this date lies in a year whose holidays are not all announced yet. You will be told if it moves.',
  },
} satisfies Catalogue
