import type { ProcedureCode } from '#shared/catalogue/types.ts'
import type { RefuseInput } from '#shared/dossiers/step-schemas.ts'

const residenceLaw = 'Luật Cư trú 68/2020/QH14'
const circular116 = 'Thông tư 116/2026/TT-BCA'

/** An own dwelling in a place where nobody may register (Điều 23; the content of its khoản is from memory). */
const forbiddenPlace: RefuseInput = {
  clause: `${residenceLaw} Điều 23 khoản 1`,
  reason: 'Chỗ ở nằm trong khu vực cấm xây dựng nên không thuộc diện được đăng ký cư trú.',
}

/** Why each procedure is refused, with the clause that CT06 demands. A procedure without one is always granted. */
export const refusals: Partial<Record<ProcedureCode, readonly RefuseInput[]>> = {
  '1.004194': [
    {
      clause: `${circular116} Điều 12 khoản 1`,
      reason: 'Chỗ ở thuộc cùng xã với nơi thường trú: cập nhật nơi ở hiện tại, không đăng ký tạm trú.',
    },
    forbiddenPlace,
  ],
  '1.004222': [
    {
      clause: `${residenceLaw} Điều 20`,
      reason: 'Chưa đủ điều kiện đăng ký thường trú: chỗ ở không thuộc sở hữu như đã khai.',
    },
    forbiddenPlace,
  ],
  '1.002755': [
    // From memory: the article that sets the fifteen days.
    {
      clause: `${residenceLaw} Điều 28 khoản 3`,
      reason: 'Thời hạn tạm trú đã hết trước ngày nộp; cần đăng ký tạm trú mới.',
    },
  ],
  '1.010038': [
    {
      clause: `${residenceLaw} Điều 25 khoản 1`,
      reason: 'Chủ sở hữu chỗ ở không đồng ý cho tách hộ tại cùng một chỗ ở.',
    },
  ],
  '1.010039': [
    {
      clause: `${residenceLaw} Điều 26 khoản 3`,
      reason: 'Thay đổi hộ tịch được cập nhật từ Cơ sở dữ liệu quốc gia về dân cư, không phải nộp hồ sơ điều chỉnh.',
    },
  ],
  '1.003197': [
    {
      clause: `${residenceLaw} Điều 24 khoản 1`,
      reason: 'Giấy tờ gửi kèm không cho thấy trường hợp phải xóa đăng ký thường trú.',
    },
  ],
  '1.010028': [
    { clause: 'Nghị định 154/2024/NĐ-CP Điều 10', reason: 'Người này vẫn đang tạm trú tại địa chỉ đã đăng ký.' },
  ],
}

/** When what was asked for never came. */
export const neverSupplemented: RefuseInput = {
  clause: `${circular116} Điều 3 khoản 7`,
  reason: 'Đã hướng dẫn bổ sung giấy tờ rõ ràng, đầy đủ nhưng không nhận được bổ sung.',
}

export const withdrawalReasons: readonly string[] = [
  'Đã chuyển chỗ ở khác',
  'Nộp nhầm thủ tục',
  'Chưa cần nữa',
  'Sẽ nộp lại khi đủ giấy tờ',
]

/** A grant is sent back when the head of the unit sees something that the officer did not. */
export const sendBackReasons: readonly string[] = [
  'Kiểm tra lại quan hệ với chủ hộ trước khi trình ký.',
  'Bổ sung kết quả xác minh tại chỗ ở.',
  'Xem lại thời hạn ghi trong dự thảo.',
]

export const ratingComments: readonly string[] = [
  'Làm nhanh, không phải đi lại.',
  'Cán bộ hướng dẫn tận tình.',
  'Được báo trước ngày trả kết quả.',
  'Mong quầy nhắn tin khi có kết quả.',
]

export const complaints: readonly string[] = [
  'Chờ lâu hơn ngày hẹn.',
  'Phải chụp lại giấy tờ hai lần.',
  'Không rõ đang chờ ai.',
]
