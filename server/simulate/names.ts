/**
 * Names to put together, with how often they occur: surnames roughly as in Hà Tĩnh, where Phan, Võ, Hồ, Đặng and
 * Dương are commoner than in the country. Written for this desk; nobody in particular is meant.
 */
export const surnames: readonly (readonly [name: string, weight: number])[] = [
  ['Nguyễn', 290], ['Trần', 125], ['Lê', 95], ['Phan', 70], ['Phạm', 50], ['Võ', 45], ['Hoàng', 40], ['Hồ', 35],
  ['Đặng', 35], ['Dương', 30], ['Bùi', 25], ['Đinh', 20], ['Hà', 18], ['Cao', 15], ['Trương', 15], ['Thái', 12],
  ['Lưu', 10], ['Đậu', 10], ['Đoàn', 10], ['Ngô', 10], ['Biện', 6], ['Mai', 6], ['Tô', 5], ['Kiều', 4],
]

export type Gender = 'male' | 'female'

/** What stands between surname and name; before 1985 most men were Văn and most women Thị. */
export const middleNames: Record<Gender, { old: readonly string[]; young: readonly string[] }> = {
  male: {
    old: ['Văn', 'Văn', 'Văn', 'Đình', 'Xuân', 'Hữu', 'Viết', 'Sỹ', 'Công', 'Trọng', 'Quốc'],
    young: ['Văn', 'Đình', 'Quốc', 'Minh', 'Đức', 'Anh', 'Gia', 'Thanh', 'Tuấn', 'Hoàng', 'Nhật', 'Trung', 'Bảo'],
  },
  female: {
    old: ['Thị', 'Thị', 'Thị', 'Thị', 'Thị Thu', 'Thị Thanh', 'Thị Kim', 'Thị Hồng'],
    young: ['Thị', 'Thị Ngọc', 'Thị Thùy', 'Khánh', 'Minh', 'Bảo', 'Ngọc', 'Phương', 'Thảo', 'Hà', 'Quỳnh', 'Diệu'],
  },
}

export const givenNames: Record<Gender, { old: readonly string[]; young: readonly string[] }> = {
  male: {
    old: [
      'Hùng', 'Dũng', 'Thắng', 'Hải', 'Sơn', 'Lâm', 'Tùng', 'Hà', 'Bình', 'Quang', 'Tâm', 'Thọ', 'Lộc', 'Phúc', 'Hòa',
      'Cường', 'Chiến', 'Tiến', 'Hiền', 'Toàn', 'Nhâm', 'Đồng', 'Thìn', 'Lợi',
    ],
    young: [
      'Huy', 'Khánh', 'Long', 'Nam', 'Phong', 'Quân', 'Minh', 'Khoa', 'Đạt', 'Việt', 'Thành', 'Bách', 'Kiên', 'Hiếu',
      'Trí', 'Hưng', 'Duy', 'Sang', 'Tài', 'Vinh', 'Thịnh', 'Bảo', 'Nguyên', 'Lực',
    ],
  },
  female: {
    old: [
      'Hoa', 'Lan', 'Hương', 'Hồng', 'Thủy', 'Nga', 'Hằng', 'Liên', 'Tâm', 'Xuân', 'Lý', 'Hiền', 'Mai', 'Loan', 'Vân',
      'Nhàn', 'Thơm', 'Sâm', 'Hạnh', 'Tứ', 'Lài', 'Phượng', 'Minh', 'Thìn',
    ],
    young: [
      'Anh', 'Linh', 'Trang', 'Huyền', 'Ngân', 'Nhi', 'Chi', 'Thảo', 'Vy', 'Hân', 'Ly', 'Yến', 'Uyên', 'Giang', 'Trâm',
      'Châu', 'My', 'Dung', 'Nhung', 'Oanh', 'Phương', 'Quỳnh', 'Hà', 'Thương',
    ],
  },
}

/** Guests from abroad, who show a passport. */
export const foreignNames: readonly string[] = [
  'Emma Müller', 'Somchai Wattana', 'Jean Dupont', 'Kim Min-jun', 'Anna Kowalska', 'Khamla Vongsa', 'Hiroshi Tanaka',
  'Olivia Brown', 'Bounmy Phommachanh', 'Luca Rossi',
]
