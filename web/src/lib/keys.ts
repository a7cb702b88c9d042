/** Everything the desk does by one key. The table behind `?` and the hints on buttons are drawn from here. */
export const deskKeys = {
  next: { key: 'j', words: 'Xuống hồ sơ sau' },
  previous: { key: 'k', words: 'Lên hồ sơ trước' },
  open: { key: 'Enter', words: 'Mở hồ sơ đang chọn' },
  claimNext: { key: 'n', words: 'Lấy hồ sơ tiếp theo' },
  callNext: { key: 'm', words: 'Mời số tiếp theo đến quầy' },
  intake: { key: 'q', words: 'Tiếp nhận tại quầy' },
  search: { key: '/', words: 'Tìm theo tên, chữ đầu, mã, điện thoại, địa chỉ, số định danh' },
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
  release: { key: 'u', words: 'Trả lại hàng chờ' },
  payment: { key: 'i', words: 'Ghi nhận hoặc yêu cầu lệ phí' },
  variant: { key: 'v', words: 'Đổi thời hạn giải quyết' },
  agencyCheck: { key: 'a', words: 'Cơ quan khác xác minh: chuyển, ghi kết quả' },
  withdraw: { key: 'w', words: 'Rút hồ sơ theo lời công dân' },
  sendFirst: { key: '1', words: 'Chờ phân tuyến: chuyển đến nơi gợi ý thứ nhất' },
  sendSecond: { key: '2', words: 'Chờ phân tuyến: chuyển đến nơi gợi ý thứ hai' },
  sendThird: { key: '3', words: 'Chờ phân tuyến: chuyển đến nơi gợi ý thứ ba' },
  undo: { key: 'z', words: 'Hoàn tác bước vừa làm, trong 10 giây' },
  tick: { key: ' ', words: 'Đánh dấu mục đã đối chiếu với giấy tờ' },
  compare: { key: 's', words: 'So sánh với hồ sơ có thể trùng' },
  zoomIn: { key: '=', words: 'Phóng to giấy tờ' },
  zoomOut: { key: '-', words: 'Thu nhỏ giấy tờ' },
  turn: { key: 'o', words: 'Xoay giấy tờ' },
  nextPaper: { key: ']', words: 'Giấy tờ sau' },
  previousPaper: { key: '[', words: 'Giấy tờ trước' },
  select: { key: 'c', words: 'Chọn hồ sơ để làm cùng lúc' },
  saveFilter: { key: 'l', words: 'Lưu bộ lọc đang xem' },
  palette: { key: ':', words: 'Gõ tên việc cần làm (hoặc Ctrl K)' },
  tabs: { key: 'x', words: 'Đổi thẻ Nội dung, Giấy tờ, Lịch sử' },
  close: { key: 'Escape', words: 'Đóng hồ sơ, đóng hộp' },
  help: { key: '?', words: 'Bảng phím' },
} as const

export type DeskKey = keyof typeof deskKeys

/** As it is printed on a key. */
export const keyCap = (name: DeskKey): string => {
  const { key } = deskKeys[name]

  if (key === ' ') return 'Space'

  return key === 'Escape' ? 'Esc' : key.length === 1 ? key.toUpperCase() : key
}
