import { randomBytes } from 'node:crypto'
import type { Answer } from './http-load.ts'
import { Connection, encode } from './http-load.ts'

/**
 * The filing that is measured: temporary residence (1.004194) for one person, taken in at the counter by an officer
 * who is signed in and has seen the papers. It passes the session, the answers' rules, routing, fee, sealing, the
 * log and the outbox as any other, and needs no upload.
 */
export function filingFor(unit: string): object {
  return {
    procedure: '1.004194',
    channel: 'counter',
    answers: {
      registrationMode: 'household',
      applicantName: 'Nguyễn Thị Minh Anh',
      applicantBirthDate: '1995-08-20',
      applicantGender: 'female',
      applicantIdentity: '000195000001',
      phone: '0912345678',
      dwelling: { unit: { edition: '2025-07', code: unit }, detail: 'Phòng 5, nhà trọ bà Hoa, thôn Vĩnh Tiến' },
      dwellingKind: 'rent',
      period: filedPeriod(),
      headIs: 'applicant',
      hasMembers: false,
      feeExemption: 'none',
    },
    papers: [],
    contact: { phone: '0912345678' },
  }
}

/** Requests of this filing, each with a key of its own, so that each is a new dossier. */
export function filingRequests(unit: string, cookie: string): () => Buffer {
  const body = JSON.stringify(filingFor(unit))
  const run = randomBytes(6).toString('hex')
  let sent = 0

  return () => {
    sent += 1

    return encode('POST', '/api/dossiers', { cookie, 'idempotency-key': `bench-${run}-${sent}` }, body)
  }
}

/** Files one dossier; throws with the desk's reason when it is not taken. */
export async function fileOne(address: string, unit: string, cookie: string): Promise<Answer> {
  const connection = await Connection.open(address)
  const answer = await connection.send(filingRequests(unit, cookie)())
  connection.close()
  if (answer.status !== 201) throw new Error(`the filing was refused with ${answer.status}: ${answer.body}`)

  return answer
}

/** A stay that begins in a week and lasts a year, whenever the bench runs. */
function filedPeriod(): { from: string; to: string } {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

  return { from: day(7), to: day(372) }
}
