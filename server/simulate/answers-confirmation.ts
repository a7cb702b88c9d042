import { applicantIs, type Changes, type Occasion } from './occasion.ts'
import { personAged } from './people.ts'

/** What people need the paper for. */
export const purposes: readonly string[] = [
  'Nhập học cho con',
  'Vay vốn ngân hàng',
  'Bổ sung hồ sơ xin việc',
  'Mua bán nhà đất',
  'Làm thủ tục thừa kế',
  'Đăng ký kết hôn',
  'Hồ sơ đi lao động nước ngoài',
  'Đăng ký xe',
  'Làm bảo hiểm y tế hộ gia đình',
]

/** A confirmation of residence, at the unit that is nearest; nothing in it depends on the day but the person's age. */
export function confirmationAnswers({ random, place, on }: Occasion): Changes {
  const formerly = random.pick([place, ...place.formers]).name

  return {
    ...applicantIs(personAged(random, on, [18, 78]), random),
    confirm: random.weighted({ current: 60, household: 28, history: 12 }),
    confirmDetail: `Ở ${formerly} từ năm ${random.int(1996, 2012)} đến năm ${random.int(2013, 2024)}`,
    purpose: random.pick(purposes),
    unit: place.code,
  }
}
