/**
 * A Vietnamese number as it is stored: `0` and the rest, without spaces, dots or dashes.
 *
 * `+84 912 345 678`, `0084912345678` and `0912.345.678` are one number. What is no number comes back tidied,
 * for the check to refuse.
 */
export function normalizePhone(text: string): string {
  const digits = text.replace(/[\s.()-]/g, '')

  return digits.replace(/^(?:\+84|0084)0?/, '0')
}

/** Mobile: ten digits that begin 03, 05, 07, 08 or 09. Landline: 02 and eight or nine more. */
export const isPhoneNumber = (text: string): boolean => /^0(?:[35789]\d{8}|2\d{8,9})$/.test(text)
