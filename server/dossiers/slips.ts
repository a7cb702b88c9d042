export const supplementSlip = async (..._: unknown[]): Promise<Buffer> => Buffer.from('%PDF-stub')
export const refusalSlip = supplementSlip
export const resultDocument = supplementSlip
export const receiptPdf = supplementSlip
