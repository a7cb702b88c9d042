import { sealEnded } from '#server/archive/seal-ended.ts'
import { simulatedBank } from '#server/payments/simulated-bank.ts'
import { feedRollups } from '#server/reports/rollups/feed-rollups.ts'
import { scanWarnings } from '#server/warnings/scan-warnings.ts'
import { handOver } from '../assistance/handing-over.ts'
import { askedOf, form, waitingForFee } from '../payments/paying.ts'
import { drawnSignature, peopleOf, proposed, step, view } from '../signing/support.ts'
import { type Caller, type TestDesk, toanLuu } from '../support/desk.ts'
import { exampleFiling, type Filed, fileExample, newKey } from '../support/filings.ts'
import { callNext, line, step as lineStep, take } from '../tickets/support.ts'

/**
 * A month of a desk in which every table that repeats, chains or signs something has a row, all of them by the desk's
 * own doors but one: a correction of a sealed report, which only late events make.
 */
export async function workMonth(desk: TestDesk): Promise<void> {
  desk.clock.set('2026-11-20T09:00:00+07:00')
  const { officer, commander } = await peopleOf(desk)
  await payFees(desk)
  await askConsents(desk)
  const filed = await proposed(desk, officer)
  await step(commander, 'PUT', filed.code, 'decision', { outcome: 'grant' })
  await step(officer, 'PUT', filed.code, 'handover', {
    method: 'counter',
    receivedBy: 'Chính chủ',
    signature: await drawnSignature(),
  })
  await rate(desk, filed)
  await mend(desk, officer)
  await helpToFile(desk)
  await complain(desk, commander)
  await recordOutages(desk)
  await serveLine(desk)
  await sealReport(desk, filed.code)

  desk.clock.set('2026-12-21T09:00:00+07:00')
  await scanWarnings(desk.deps)
  await sealEnded(desk.deps)
  await desk.deliver()
  while ((await feedRollups(desk.deps)) > 0) {
    /* until nothing waits */
  }
}

/** One fee paid at once, one by money that an officer gave to the dossier, one that waits for the bank. */
async function payFees(desk: TestDesk) {
  const tell = (notice: { memo: string; amount: number; bankReference: string }) =>
    desk.visitor().request(
      'POST',
      '/api/payments/notices/simulated',
      simulatedBank(desk.deps).sign({
        accountNumber: `0000${toanLuu}`,
        status: 'arrived',
        at: desk.clock.now(),
        ...notice,
      }),
    )
  const atOnce = await waitingForFee(desk)
  const { reference, amount } = await askedOf(desk, atOnce.filed, atOnce.resident)
  await tell({ memo: reference, amount, bankReference: 'FT26330001' })

  const byHand = await waitingForFee(desk)
  await askedOf(desk, byHand.filed, byHand.resident)
  await tell({ memo: 'quen ghi', amount, bankReference: 'FT26330002' })
  const { open } = (await byHand.officer.request('GET', '/api/payments/reconciliation')).json()
  const settled = await byHand.officer.request('PUT', `/api/payments/entries/${open[0].id}/settlement`, {
    as: 'assigned',
    note: 'Người nộp quên ghi mã.',
    code: byHand.filed.code,
  })
  if (settled.statusCode >= 300) throw new Error(settled.body)

  const waiting = await waitingForFee(desk)
  await askedOf(desk, waiting.filed, waiting.resident)
  await waiting.resident.request('POST', `/ho-so/${waiting.filed.code}/le-phi`, '', form)
}

/** One head agrees before an officer, one is still asked. */
async function askConsents(desk: TestDesk) {
  const separation = () =>
    fileExample(desk.visitor(), '1.010038', { headConsentBy: 'link', headConsentPhone: '0912345699' })
  const agreed = await separation()
  await separation()
  await desk.deliver()
  const { rows } = await desk.owner.query<{ id: string; unit_code: string }>(
    'select c.id, d.unit_code from consent_requests c join dossiers d on d.id = c.dossier_id where d.code = $1',
    [agreed.code],
  )
  const officer = await desk.signIn(`canbo-${rows[0]?.unit_code}`)
  const answer = await officer.request('PUT', `/api/dossiers/${agreed.code}/consents/${rows[0]?.id}/counter`, {
    agrees: true,
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

async function rate(desk: TestDesk, { code, trackingKey }: Filed) {
  const [resident, key] = [desk.visitor(), { 'x-tracking-key': trackingKey }]
  const { version } = (await resident.request('GET', `/api/dossiers/${code}/tracking`, undefined, key)).json()
  const rated = await resident.request(
    'PUT',
    `/api/dossiers/${code}/rating`,
    { score: 5, reasons: ['polite'] },
    { ...key, 'if-match': `"${version}"` },
  )
  if (rated.statusCode !== 200) throw new Error(rated.body)
}

/** An answer and a paper that were asked for again. */
async function mend(desk: TestDesk, officer: Caller) {
  const resident = desk.visitor()
  const { code, trackingKey } = await fileExample(resident)
  await desk.deliver()
  const [paper] = (await view(officer, code)).papersNeeded
  await step(officer, 'POST', code, 'supplement-requests', {
    items: [
      { subject: 'applicantName', subjectKind: 'answer', reason: 'answer-wrong', message: 'Tên không khớp.' },
      { subject: paper.kind, subjectKind: 'paper', reason: 'paper-unreadable', message: 'Ảnh mờ.' },
    ],
  })
  const key = { 'x-tracking-key': trackingKey }
  const { version } = (await resident.request('GET', `/api/dossiers/${code}/tracking`, undefined, key)).json()
  const answered = await resident.request(
    'POST',
    `/api/dossiers/${code}/supplements`,
    {
      answers: { applicantName: 'Trần Thị Bích' },
      papers: [{ kind: paper.kind, uploadId: await resident.upload() }],
    },
    { ...key, 'if-match': `"${version}"`, ...newKey() },
  )
  if (answered.statusCode !== 201) throw new Error(answered.body)
}

/** Typed in by a helper, and confirmed by the resident with the own name. */
async function helpToFile(desk: TestDesk) {
  const { byName } = await handOver(await desk.signIn(`tocongnghe-${toanLuu}`))
  const filed = await byName()
  if (filed.statusCode !== 200) throw new Error(filed.body)
}

/** Asked about, answered and rated. */
async function complain(desk: TestDesk, commander: Caller) {
  const resident = desk.visitor()
  const { code, trackingKey } = await fileExample(resident)
  await desk.deliver()
  await resident.request('POST', '/tra-cuu', `code=${code}&key=${trackingKey}`, form)
  const page = `/ho-so/${code}/phan-anh`
  const key = newKey()['idempotency-key']
  await resident.request('POST', page, `key=${key}&kind=data_copy&topic=slow&text=Hen+hai+lan+khong+ai+tiep`, form)
  const [{ id }] = (await commander.request('GET', '/api/complaints?show=open')).json().items
  const word = (action: string) =>
    commander.request('POST', `/api/complaints/${id}/steps`, { action, text: 'Đơn vị sẽ làm rõ và trả lời.' })
  await word('ask')
  desk.clock.set('2026-11-20T10:30:00+07:00')
  await resident.request('POST', `${page}/${id}`, 'text=Ngay+10+va+12+thang+11', form)
  await word('extend')
  await word('answer')
  await resident.request('POST', `${page}/${id}`, 'satisfied=no', form)
}

/** A failure of the desk, and its correction. */
async function recordOutages(desk: TestDesk) {
  const administrator = await desk.signIn('quantri')
  const record = async (more: object) => {
    const answer = await administrator.request(
      'POST',
      '/api/outages',
      {
        scope: { level: 'province' },
        from: '2026-11-20T08:00:00+07:00',
        reason: 'Mất điện trung tâm dữ liệu',
        ...more,
      },
      newKey(),
    )
    if (answer.statusCode >= 300) throw new Error(answer.body)
  }
  await record({ to: '2026-11-20T08:30:00+07:00' })
  const { items } = (await administrator.request('GET', '/api/outages')).json()
  await record({ to: '2026-11-20T08:40:00+07:00', supersedes: items[0].id })
}

/** Somebody with a booking and two without: served, moved to another counter, absent and back; one brings a dossier, and files another. */
async function serveLine(desk: TestDesk) {
  desk.clock.set('2026-11-23T08:05:00+07:00')
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const booked = await desk
    .visitor()
    .request(
      'POST',
      '/api/bookings',
      { unit: toanLuu, at: '2026-11-23T09:00:00+07:00', services: ['1.004194'], phone: '0912345678' },
      newKey(),
    )
  await take(desk)
  await take(desk)
  desk.clock.set('2026-11-23T08:40:00+07:00')
  await take(desk, { booking: booked.json().code })
  const called = (await callNext(officer, 1)).json()
  const serving = (await lineStep(officer, called, 'service')).json()
  const { code } = await fileExample(desk.visitor())
  await desk.deliver()
  const linked = await officer.request('POST', `/api/desk/tickets/${serving.id}/dossiers`, { code })
  if (linked.statusCode !== 200) throw new Error(linked.body)
  const filing = { ...(await exampleFiling(officer, '1.004194')), ticket: serving.id }
  const filed = await officer.request('POST', '/api/dossiers', filing, newKey())
  if (filed.statusCode !== 201) throw new Error(filed.body)
  await callNext(officer, 1, { over: serving.id })
  const { atCounters } = await line(officer)
  const [absent] = atCounters
  if (!absent) throw new Error('nobody was called')
  const gone = (await lineStep(officer, absent, 'absence')).json()
  const back = await lineStep(officer, gone, 'return')
  if (back.statusCode !== 200) throw new Error(back.body)
}

async function sealReport(desk: TestDesk, code: string) {
  const commander = await desk.signIn(`chihuy-${toanLuu}`)
  const sealed = await commander.request('POST', '/api/reports/ii06/seals', { period: '2026-10' }, newKey())
  if (sealed.statusCode !== 201) throw new Error(sealed.body)
  await desk.owner.query(
    `insert into report_corrections (seal_id, number, made_at, dossier_code, procedure, cell, before, after, reason)
     values ($1, 1, now(), $2, '1.004194', '9', 0, 1, '{"vi": "Ghi nhận sau khi chốt.", "en": "Recorded after sealing."}')`,
    [sealed.json().id, code],
  )
}
