import * as z from 'zod/mini'

/**
 * The words for every check that has none of its own, in Vietnamese. zod/mini says "Invalid input" otherwise.
 * Server and web import this module before any schema is used.
 */
z.config({
  customError: (issue) => {
    switch (issue.code) {
      case 'invalid_type':
        return issue.input === undefined ? 'Mục này còn thiếu.' : 'Kiểu dữ liệu chưa đúng.'
      case 'invalid_value':
        return 'Giá trị không nằm trong danh sách cho phép.'
      case 'too_small':
        return issue.origin === 'string' || issue.origin === 'array'
          ? 'Mục này chưa đủ.'
          : `Nhỏ nhất là ${issue.minimum}.`
      case 'too_big':
        return issue.origin === 'string' || issue.origin === 'array'
          ? 'Mục này quá dài.'
          : `Lớn nhất là ${issue.maximum}.`
      case 'invalid_format':
        return 'Chưa đúng định dạng.'
      case 'unrecognized_keys':
        return 'Không có mục nào tên như vậy.'
      case 'invalid_union':
        return 'Giá trị chưa đúng.'
      default:
        return undefined
    }
  },
})
