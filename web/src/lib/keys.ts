/** Everything the desk does by one key. The table behind `?` and the hints on buttons are drawn from here. */
export const deskKeys = {
  next: { key: 'j', words: 'Xuống hồ sơ sau' },
  previous: { key: 'k', words: 'Lên hồ sơ trước' },
  open: { key: 'Enter', words: 'Mở hồ sơ đang chọn' },
  claimNext: { key: 'n', words: 'Lấy hồ sơ tiếp theo' },
  search: { key: '/', words: 'Tìm theo tên, mã hồ sơ, số định danh' },
  refresh: { key: '.', words: 'Hiện hồ sơ mới đến' },
  take: { key: 'e', words: 'Nhận xử lý, tiếp nhận' },
  supplement: { key: 'r', words: 'Yêu cầu bổ sung' },
  refuse: { key: 't', words: 'Từ chối' },
  propose: { key: 'p', words: 'Trình chỉ huy' },
  grant: { key: 'd', words: 'Duyệt, ký kết quả (chỉ huy)' },
  sendBack: { key: 'b', words: 'Trả lại cán bộ (chỉ huy)' },
  transfer: { key: 'f', words: 'Chuyển công an xã khác' },
  extend: { key: 'h', words: 'Xin lỗi và hẹn lại ngày trả' },
  handOver: { key: 'g', words: 'Giao kết quả' },
  tabs: { key: 'x', words: 'Đổi thẻ Nội dung, Giấy tờ, Lịch sử' },
  close: { key: 'Escape', words: 'Đóng hồ sơ, đóng hộp' },
  help: { key: '?', words: 'Bảng phím' },
} as const

export type DeskKey = keyof typeof deskKeys

/** As it is printed on a key. */
export const keyCap = (name: DeskKey): string => {
  const { key } = deskKeys[name]

  return key === 'Escape' ? 'Esc' : key.length === 1 ? key.toUpperCase() : key
}
