/**
 * CRC-16/CCITT-FALSE of a text, as four upper-case hex digits: polynomial 0x1021, initial value 0xFFFF.
 *
 * EMVCo puts it last in a payment code, computed over everything before it and over the `6304` that announces it.
 * Takes ASCII only: of other letters readers count bytes that this does not see.
 */
export function crc16(text: string): string {
  let crc = 0xffff
  for (let position = 0; position < text.length; position += 1) {
    crc ^= text.charCodeAt(position) << 8
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }

  return crc.toString(16).toUpperCase().padStart(4, '0')
}
