import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crc16 } from './crc16.ts'
import { readVietQr, vietQr } from './viet-qr.ts'

/** From "Technical Specifications on NAPAS QR Switching": a transfer to an account, with amount and purpose. */
const published =
  '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E'

describe('the check that ends every payment code', () => {
  test('is CRC-16/CCITT-FALSE', () => {
    expect(crc16('123456789')).toBe('29B1')
    expect(crc16('')).toBe('FFFF')
  })

  test('agrees with codes that others published', () => {
    expect(crc16(published.slice(0, -4))).toBe('2E2E')
    expect(crc16('00020001021238570010A00000072701270006970436011308810004580860208QRIBFTTA53037045802VN6304')).toBe(
      'CD60',
    )
  })
})

describe('a VietQR', () => {
  test('asks for one transfer, object by object as NAPAS has it', () => {
    const text = vietQr({ bankBin: '970403', accountNumber: '0011012345678', amount: 180_000, reference: 'QY8K2M' })

    expect(text.slice(0, -4)).toBe(
      '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62100806QY8K2M6304',
    )
    expect(text.slice(-4)).toBe(crc16(text.slice(0, -4)))
  })

  test('is read back from the published example', () => {
    expect(readVietQr(published)).toEqual({
      bankBin: '970403',
      accountNumber: '0011012345678',
      amount: 180_000,
      reference: 'thanh toan don hang',
    })
  })

  test('comes back as it was for every account, amount and reference', () => {
    fc.assert(
      fc.property(transfers, (transfer) => {
        expect(readVietQr(vietQr(transfer))).toEqual(transfer)
      }),
    )
  })

  test('with one letter changed is no VietQR any more', () => {
    fc.assert(
      fc.property(transfers, fc.nat(), fc.integer({ min: 32, max: 126 }), (transfer, at, letter) => {
        const text = vietQr(transfer)
        const position = at % text.length
        const changed = text.slice(0, position) + String.fromCharCode(letter) + text.slice(position + 1)
        if (changed !== text) expect(readVietQr(changed)).toBeUndefined()
      }),
    )
  })

  test.each([
    ['a bank without its six digits', { bankBin: '97040' }],
    ['an account with a space', { accountNumber: '0011 0123' }],
    ['nothing to pay', { amount: 0 }],
    ['half a đồng', { amount: 0.5 }],
    ['a reference with diacritics, which banks drop', { reference: 'lệ phí' }],
    ['a reference longer than banks carry', { reference: 'A'.repeat(26) }],
  ])('is never made for %s', (_, wrong) => {
    const right = { bankBin: '970403', accountNumber: '0011012345678', amount: 7_000, reference: 'QY8K2M' }

    expect(() => vietQr({ ...right, ...wrong })).toThrow(RangeError)
  })
})

const transfers = fc.record({
  bankBin: fc.stringMatching(/^\d{6}$/),
  accountNumber: fc.stringMatching(/^[0-9A-Z]{6,19}$/),
  amount: fc.integer({ min: 1, max: 100_000_000 }),
  reference: fc.stringMatching(/^[0-9A-Z]{1,25}$/),
})
