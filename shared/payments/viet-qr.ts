import { crc16 } from './crc16.ts'

/** The account that a fee goes to. `bankBin` is the six digits that NAPAS gave the bank. */
export interface ReceivingAccount {
  bankBin: string
  accountNumber: string
}

/** A transfer as a banking application shows it after scanning; `amount` in whole đồng. */
export interface Transfer extends ReceivingAccount {
  amount: number
  /** What the payer's bank writes beside it, and the one thing by which it is found again: 1 to 25 plain letters and digits. */
  reference: string
}

const napas = 'A000000727'
const toAccount = 'QRIBFTTA'
const dong = '704'

/**
 * The text of a VietQR: a dynamic EMVCo code for one transfer to an account over NAPAS 247 ("Technical Specifications
 * on NAPAS QR Switching" 1.5.2, part IV, and "EMV QR Code Specification for Payment Systems, Merchant-Presented Mode").
 *
 * Throws a RangeError for what a bank would read differently or not at all: a code that is printed wrong takes a
 * resident's money somewhere else.
 */
export function vietQr({ bankBin, accountNumber, amount, reference }: Transfer): string {
  demand(/^\d{6}$/.test(bankBin), 'bankBin')
  demand(/^[0-9A-Za-z]{1,19}$/.test(accountNumber), 'accountNumber')
  demand(Number.isSafeInteger(amount) && amount > 0 && amount < 1e13, 'amount')
  demand(/^[0-9A-Za-z ]{1,25}$/.test(reference), 'reference')
  const beneficiary = object('00', bankBin) + object('01', accountNumber)
  const merchant = object('00', napas) + object('01', beneficiary) + object('02', toAccount)
  const text = [
    object('00', '01'),
    // 12: made for this one payment, with its amount.
    object('01', '12'),
    object('38', merchant),
    object('53', dong),
    object('54', String(amount)),
    object('58', 'VN'),
    object('62', object('08', reference)),
    '6304',
  ].join('')

  return text + crc16(text)
}

/**
 * The transfer that a code asks for, or `undefined` when it is no whole VietQR of this kind. Reads what `vietQr`
 * writes, and what banks print with the same objects; used to check a code before it is shown.
 */
export function readVietQr(text: string): Transfer | undefined {
  if (crc16(text.slice(0, -4)) !== text.slice(-4)) return undefined
  const root = objectsOf(text)
  const merchant = objectsOf(root?.get('38') ?? '')
  const beneficiary = objectsOf(merchant?.get('01') ?? '')
  const bankBin = beneficiary?.get('00')
  const accountNumber = beneficiary?.get('01')
  const reference = objectsOf(root?.get('62') ?? '')?.get('08')
  const amount = Number(root?.get('54'))
  if (merchant?.get('00') !== napas || merchant.get('02') !== toAccount || root?.get('53') !== dong) return undefined
  if (!bankBin || !accountNumber || !reference || !Number.isSafeInteger(amount)) return undefined

  return { bankBin, accountNumber, amount, reference }
}

/** Identifier, length in two digits, value: how EMVCo writes everything. */
const object = (id: string, value: string) => `${id}${String(value.length).padStart(2, '0')}${value}`

function objectsOf(text: string): Map<string, string> | undefined {
  const objects = new Map<string, string>()
  for (let at = 0; at < text.length; ) {
    const [, id, digits] = /^(\d{2})(\d{2})/.exec(text.slice(at, at + 4)) ?? []
    const value = text.slice(at + 4, at + 4 + Number(digits))
    if (!id || value.length !== Number(digits)) return undefined
    objects.set(id, value)
    at += 4 + value.length
  }

  return objects
}

function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new RangeError(`No VietQR with this ${what}`)
}
