import { eq } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import type { Actor } from '#shared/accounts/policy.ts'
import { answerSections } from '#shared/catalogue/answer-rows.ts'
import { addressText, periodText } from '#shared/catalogue/answer-texts.ts'
import { termOf } from '#shared/catalogue/variant.ts'
import type { DossierEvent, SupplementItem } from '#shared/dossiers/events.ts'
import { supplementReasons } from '#shared/dossiers/supplement-reasons.ts'
import { trackingAddress } from '#shared/dossiers/tracking-address.ts'
import { expectedDate } from '#shared/sla/clock.ts'
import { localDayOf } from '#shared/text/format.ts'
import { type SignedCertificate, signCertificate } from '../certificates/issue-certificate.ts'
import { receiptQr, signReceiptPdf } from '../certificates/sign-receipt.ts'
import { print } from '../documents/print.ts'
import { policeName } from '../documents/words.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { province } from '../platform/reference.ts'
import { trackingKeyOf } from '../platform/tracking-key.ts'
import { readLog, type Seen } from './change-dossier.ts'
import { clockAt } from './clock-columns.ts'
import { type PrintedDossier, papersInLog, papersSeenIn, printedDossier, signer } from './document-facts.ts'
import { paperName, receiptOf, receivedName } from './dossier-parts.ts'
import { readFiledAnswers } from './filed-answers.ts'
import { receiptContentOf } from './signed-receipt.ts'

/** CT04, given with the acceptance: what was received, and by when the result is due. */
export async function acceptanceSlip(
  deps: Deps,
  { dossier, events, tx }: Seen,
  actor: Actor,
  accepted: DossierEvent,
): Promise<Buffer> {
  const printed = await printedDossier(deps, tx, dossier, { madeAt: accepted.recordedAt })
  const procedure = deps.reference.version(dossier.procedure, dossier.procedureVersion)
  const { clock } = clockAt(deps, [...events, accepted], accepted.recordedAt)

  return print('ct04', {
    ...printed.facts,
    requestText: printed.requestText,
    acceptedAt: accepted.occurredAt,
    dueAt: clock?.dueAt ?? accepted.occurredAt,
    isProvisional: (clock?.provisionalYears.length ?? 0) > 0,
    papers: [
      ...papersInLog(events).map(({ kind, reusedFrom }) => ({
        name: receivedName(paperName(procedure, kind), reusedFrom).vi,
        form: dossier.channel === 'online' ? ('bản điện tử' as const) : ('bản chụp' as const),
      })),
      ...papersSeenIn(events).map((kind) => ({
        name: paperName(procedure, kind).vi,
        form: 'bản giấy' as const,
        note: 'đã xem, trả lại',
      })),
    ],
    receiveBy: ['electronic'],
    officer: signer(actor),
  })
}

/** CT05: everything that is missing, once, in the words the resident reads. */
export async function supplementSlip(
  deps: Deps,
  { dossier, tx }: Seen,
  actor: Actor,
  asked: { items: readonly SupplementItem[]; number: number; supervisorReason: string | null },
  at: Date,
): Promise<Buffer> {
  const printed = await printedDossier(deps, tx, dossier, { madeAt: at })
  const procedure = deps.reference.version(dossier.procedure, dossier.procedureVersion)
  const labels = new Map(
    answerSections(procedure, printed.answers, {
      on: localDayOf(dossier.filedAt),
      directory: deps.reference.directory(),
    }).flatMap(({ rows }) => rows.map(({ path, label }) => [path, label.vi] as const)),
  )

  return print('ct05', {
    ...printed.facts,
    requestText: printed.requestText,
    items: asked.items.map(({ subject, subjectKind, reason, message }) => ({
      subject: subjectKind === 'paper' ? paperName(procedure, subject).vi : (labels.get(subject) ?? subject),
      reason: supplementReasons.find(({ code }) => code === reason)?.name.vi ?? reason,
      message,
    })),
    round: asked.number,
    ...(asked.supervisorReason && { supervisorReason: asked.supervisorReason }),
    isAccepted: dossier.acceptedAt !== null,
    officer: signer(actor),
  })
}

/** CT06, with the exact clause. */
export async function refusalSlip(
  deps: Deps,
  { dossier, tx }: Seen,
  actor: Actor,
  refusal: { clause: string; reason: string },
  at: Date,
): Promise<Buffer> {
  const printed = await printedDossier(deps, tx, dossier, { madeAt: at })

  return print('ct06', {
    ...printed.facts,
    ...refusal,
    requestText: printed.requestText,
    stage: dossier.acceptedAt ? 'decision' : 'intake',
    commander: signer(actor),
  })
}

/**
 * A result form, signed with the unit's certificate: CT07 confirms, CT08 notifies, CT03 is the declaration of absence
 * with its acceptance.
 */
export async function resultDocument(
  deps: Deps,
  { dossier, events, tx }: Seen,
  actor: Actor,
  { form, number, signedAt, note }: { form: string; number: string; signedAt: Date; note: string | null },
): Promise<{ pdf: Buffer; certificate: SignedCertificate | undefined }> {
  const printed = await printedDossier(deps, tx, dossier, {
    madeAt: signedAt,
    number: `${number}/${suffixes[form] ?? form}`,
  })
  const certificate = await signCertificate(deps, {
    form,
    number: printed.facts.number ?? number,
    unitCode: dossier.unitCode,
    code: dossier.code,
    holder: printed.facts.applicant,
    signedAt,
  })

  const unsigned = await printedResult(deps, events, actor, printed, { form, note, certificate, signedAt })
  const pdf = await deps.signer.sign(unsigned, {
    unit: { code: dossier.unitCode, name: policeName(printed.facts.unit) },
    person: signer(actor).name,
    at: signedAt,
  })

  return { pdf, certificate }
}

/** The same as it would be signed now: without number, code and signature. */
export async function resultPreview(
  deps: Deps,
  { dossier, events, tx, at }: Seen,
  actor: Actor,
  form: string,
): Promise<Buffer> {
  const printed = await printedDossier(deps, tx, dossier, { madeAt: at })

  return printedResult(deps, events, actor, printed, { form, note: null })
}

function printedResult(
  deps: Deps,
  events: readonly DossierEvent[],
  actor: Actor,
  printed: PrintedDossier,
  {
    form,
    note,
    certificate,
    signedAt,
  }: { form: string; note: string | null; certificate?: SignedCertificate | undefined; signedAt?: Date },
): Promise<Buffer> {
  const { members, answers } = printed
  const facts = { ...printed.facts, ...(certificate && { verifyUrl: certificate.verifyUrl }) }
  const commander = { ...signer(actor), ...(signedAt && { signedAt }) }
  const proposal = events.findLast(({ action }) => action === 'propose')
  const notes = [proposal?.action === 'propose' ? proposal.data.note : null, note].filter((each) => each !== null)
  if (form === 'CT07') {
    return print('ct07', {
      ...facts,
      person: facts.applicant,
      household: members,
      other: [printed.requestText, ...notes],
      commander,
    })
  }
  if (form === 'CT03')
    return print('ct03', {
      ...facts,
      absence: absenceOf(deps, answers),
      officer: signer(proposal?.actor ?? actor),
      commander,
    })

  return print('ct08', {
    ...facts,
    content: [`Đã giải quyết theo đề nghị: ${printed.requestText}`, ...notes],
    commander,
  })
}

const suffixes: Record<string, string> = { CT03: 'PKB', CT07: 'XN', CT08: 'TB' }

function absenceOf({ reference }: Pick<Deps, 'reference'>, answers: Record<string, unknown>) {
  const period = answers.period as { from?: string; to?: string } | undefined
  const value = (name: string) => (typeof answers[name] === 'string' ? answers[name] : '')

  return {
    from: period?.from ?? '',
    to: period?.to ?? periodText(answers.period)?.vi ?? '',
    reason: value('reason'),
    destination: addressText(answers.destination, reference.directory())?.vi ?? value('destination'),
  }
}

/** CT01 as the answers fill it: generated, never retyped. */
export async function declarationPdf(deps: Deps, tx: Tx, code: string): Promise<Buffer | undefined> {
  const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.code, code))
  if (!dossier || deps.reference.version(dossier.procedure, dossier.procedureVersion).form !== 'CT01') return undefined
  const { facts, requestText, members, answers } = await printedDossier(deps, tx, dossier, { madeAt: dossier.filedAt })
  const said = (name: string) => (typeof answers[name] === 'string' ? { value: answers[name] } : undefined)
  const head = { name: said('headName')?.value, identity: said('headIdentity')?.value }

  return print('ct01', {
    ...facts,
    isOnline: dossier.channel === 'online',
    head: { ...(head.name && { name: head.name }), ...(head.identity && { identity: head.identity }) },
    requestText,
    members,
    consents: {},
  })
}

/** The receipt of what was filed, with the hash of each file, the tracking key and the dates to expect. */
export function receiptPdf(deps: Deps, dossierId: string, origin: string): Promise<Buffer> {
  return withTx(deps.pool, { dossier: dossierId }, async (tx) => {
    const dossier = one(await tx.select().from(dossiers).where(eq(dossiers.id, dossierId)))
    const events = await readLog(tx, dossierId)
    const { answers } = await readFiledAnswers(tx, deps.keys, dossierId)
    const content = await receiptContentOf(deps, tx, dossierId)
    const received = receiptOf(deps, dossier, events)
    const procedure = deps.reference.version(dossier.procedure, dossier.procedureVersion)
    const [submit] = events
    const variant = submit?.action === 'submit' ? submit.data.variant : null
    const trackingKey = trackingKeyOf(deps.keys.hmac, dossierId)
    const sections = answerSections(procedure, answers, {
      on: localDayOf(dossier.filedAt),
      directory: deps.reference.directory(),
    })

    const pdf = await print('receipt', {
      code: dossier.code,
      unit: received.unit,
      province: province.name,
      procedureName: procedure.name.vi,
      filedAt: dossier.filedAt,
      isDemo: !deps.config.isProduction,
      applicantName: dossier.applicantName,
      assisted: content.assisted,
      channel: dossier.channel,
      trackingKey,
      trackingUrl: trackingAddress(origin, dossier.code, trackingKey),
      trackingPage: `${new URL(origin).host}/tra-cuu`,
      expected: expectedDate(
        termOf(procedure, variant),
        dossier.filedAt,
        deps.reference.calendarOf(received.unit.code, dossier.filedAt),
      ),
      fee: dossier.fee,
      sections: sections.map(({ title, rows }) => ({
        title: title.vi,
        rows: rows.map(({ label, value }) => ({ label: label.vi, value: value.vi })),
      })),
      papers: received.papers.map(({ name, type, bytes, sha256 }) => ({ name: name.vi, type, bytes, sha256 })),
      answersSha256: received.answersSha256,
      verifyUrl: await receiptQr(deps, content, origin),
    })

    return signReceiptPdf(deps, pdf, content)
  })
}
