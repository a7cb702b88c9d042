/**
 * Clauses that refusals of residence procedures commonly rest on, offered while typing; any other may be written.
 *
 * Mark: memory. The wording of the Law on Residence was not at hand when this list was made: a lawyer must check it
 * before real use, and the officer reads the clause before citing it.
 */
export const refusalClauses: readonly string[] = [
  'Luật Cư trú 68/2020/QH14 Điều 20 (điều kiện đăng ký thường trú)',
  'Luật Cư trú 68/2020/QH14 Điều 21 (hồ sơ, thủ tục đăng ký thường trú)',
  'Luật Cư trú 68/2020/QH14 Điều 23 khoản 1 (chỗ ở tại địa điểm cấm, khu vực cấm xây dựng)',
  'Luật Cư trú 68/2020/QH14 Điều 23 khoản 2 (chỗ ở trên đất lấn, chiếm hoặc không đủ điều kiện xây dựng)',
  'Luật Cư trú 68/2020/QH14 Điều 23 khoản 3 (chỗ ở đã có quyết định thu hồi đất; đang tranh chấp)',
  'Luật Cư trú 68/2020/QH14 Điều 23 khoản 4 (chỗ ở bị tịch thu; phương tiện bị xóa đăng ký)',
  'Luật Cư trú 68/2020/QH14 Điều 23 khoản 5 (nhà ở đã có quyết định phá dỡ)',
  'Luật Cư trú 68/2020/QH14 Điều 25 (tách hộ)',
  'Luật Cư trú 68/2020/QH14 Điều 27 (điều kiện đăng ký tạm trú)',
  'Luật Cư trú 68/2020/QH14 Điều 28 (hồ sơ, thủ tục đăng ký tạm trú, gia hạn tạm trú)',
  'Luật Cư trú 68/2020/QH14 Điều 7 (hành vi bị nghiêm cấm: giấy tờ giả, khai sai)',
]
