import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { problemTypes } from '#shared/http/problem.ts'
import { formatDay } from '#shared/text/format.ts'
import { conflict } from '../../platform/problem.ts'
import type { SignedBy, Signer } from '../../platform/signer.ts'
import { type Credentials, readPkcs12 } from './credentials.ts'
import { signPdf } from './sign-pdf.ts'
import { testCredentials } from './test-authority.ts'

interface Settings {
  isProduction: boolean
  dataDir: string
  /** Holds `<unit code>.p12`, and beside each its passphrase in `<unit code>.pass`. */
  signingDir: string | undefined
}

interface UnitCredentials {
  credentials: Credentials
  isTest: boolean
}

/**
 * Signs with each unit's own certificate from `signingDir`. Outside production a unit without one gets a certificate
 * for tests, which says so in its name; in production it cannot sign, and is told why.
 *
 * A file is read again each time, so that a renewed certificate counts at once: ten milliseconds beside the tenth of
 * a second that the document took.
 */
export function openSigner({ isProduction, dataDir, signingDir }: Settings): Signer {
  const made = new Map<string, Promise<Credentials>>()
  const forTests = (unit: SignedBy['unit']): Promise<Credentials> => {
    const credentials = made.get(unit.code) ?? testCredentials(join(dataDir, 'signing'), unit)
    made.set(unit.code, credentials)
    // A disk that was full a moment ago must not keep the unit from signing for ever.
    credentials.catch(() => made.delete(unit.code))

    return credentials
  }
  const find = async (unit: SignedBy['unit'], at: Date): Promise<UnitCredentials> => {
    const own = signingDir && (await readUnitFile(signingDir, unit))
    if (!own && isProduction)
      throw cannotSign(
        `${unit.name} chưa có chứng thư số nên chưa ký được. Quản trị hệ thống đặt tệp ${unit.code}.p12 vào thư mục chứng thư của quầy, rồi ký lại.`,
      )
    const credentials = own || (await forTests(unit))
    refuseOutOfTime(credentials, unit, at)

    return { credentials, isTest: !own }
  }

  return {
    async sign(pdf, by) {
      const { credentials } = await find(by.unit, by.at)

      return signPdf(pdf, credentials, by)
    },
    async certificateOf(unit, at) {
      const { credentials, isTest } = await find(unit, at)

      return { subject: credentials.subject, validUntil: credentials.validUntil, isTest }
    },
  }
}

async function readUnitFile(folder: string, { code, name }: SignedBy['unit']): Promise<Credentials | undefined> {
  const file = await readOrNothing(join(folder, `${code}.p12`))
  if (!file) return undefined
  const passphrase = (await readOrNothing(join(folder, `${code}.pass`)))?.toString('utf8').trimEnd() ?? ''
  try {
    return readPkcs12(file, passphrase)
  } catch {
    // Why is told by type only: what a library says of a key file belongs in no answer.
    throw cannotSign(
      `Không mở được chứng thư số của ${name}: tệp ${code}.p12 hỏng, hoặc mật khẩu trong ${code}.pass sai. Quản trị hệ thống kiểm tra hai tệp này, rồi ký lại.`,
    )
  }
}

function refuseOutOfTime({ validFrom, validUntil }: Credentials, { name }: SignedBy['unit'], at: Date) {
  if (at > validUntil)
    throw cannotSign(
      `Chứng thư số của ${name} hết hạn ngày ${formatDay(validUntil)} nên không ký được. Quản trị hệ thống thay chứng thư mới, rồi ký lại.`,
    )
  if (at < validFrom)
    throw cannotSign(`Chứng thư số của ${name} có hiệu lực từ ngày ${formatDay(validFrom)}, chưa ký được hôm nay.`)
}

const cannotSign = (detail: string) => conflict(problemTypes.cannotSign, detail)

const readOrNothing = (path: string): Promise<Buffer | undefined> =>
  readFile(path).catch((error) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
