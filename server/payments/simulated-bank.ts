import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod/mini'
import { type BankNotice, bankNotice } from '#shared/payments/schemas.ts'
import type { Deps } from '../platform/deps.ts'
import type { PaymentProvider, SignedNotice } from './provider.ts'

/** No bank has this number, so no banking application sends real money to an account of it. */
const bankBin = '999999'
const accountPrefix = '0000'

/** A bank that exists only outside production: it has an account for every unit, and says what its page is told to say. */
export interface SimulatedBank extends PaymentProvider {
  sign(notice: BankNotice): SignedNotice
}

export function simulatedBank({ keys, reference }: Pick<Deps, 'keys' | 'reference'>): SimulatedBank {
  const signatureOf = (payload: string) => createHmac('sha256', keys.hmac).update(`bank-notice:${payload}`).digest()

  return {
    name: 'simulated',
    accountOf: (unit) => ({
      bankBin,
      accountNumber: accountPrefix + unit,
      bankName: 'Ngân hàng thử',
      holder: `CONG AN ${unit}`,
    }),
    unitOf(accountNumber) {
      const unit = accountNumber.startsWith(accountPrefix) ? accountNumber.slice(accountPrefix.length) : undefined

      return reference.units().some(({ code }) => code === unit) ? unit : undefined
    },
    sign(notice) {
      const payload = JSON.stringify(z.encode(bankNotice, notice))

      return { payload, signature: signatureOf(payload).toString('hex') }
    },
    readNotice({ payload, signature }) {
      const given = Buffer.from(signature, 'hex')
      const right = signatureOf(payload)
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined

      return bankNotice.safeParse(JSON.parse(payload)).data
    },
  }
}
