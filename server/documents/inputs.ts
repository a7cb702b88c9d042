import type { Channel } from '#shared/dossiers/events.ts'
import type { PlaceType } from '#shared/units/types.ts'

/**
 * What the desk's documents are made of: plain facts, gathered by whoever asks for a document. Nothing here is looked
 * up, and nothing is shortened: a document prints what it is given.
 *
 * Days are `YYYY-MM-DD`, instants are printed as they are in Việt Nam.
 */
export interface DocumentFacts {
  /** The dossier's public code. */
  code: string
  unit: PoliceUnit
  /** "Hà Tĩnh". */
  province: string
  procedureName: string
  applicant: Applicant
  filedAt: Date
  /** When the document is made: its printed date, and the file's own creation date. */
  madeAt: Date
  /** As printed after "Số:", with its suffix ("15/PTN"); absent where none was given. */
  number?: string
  /** Prints on every page that the paper is worth nothing. */
  isDemo: boolean
}

export interface PoliceUnit {
  name: string
  type: PlaceType
  phone?: string
  address?: string
}

export interface Person {
  name: string
  birthDate?: string
  /** In words: "Nam", "Nữ". */
  gender?: string
  /** Twelve digits, or a passport's number. */
  identity?: string
}

export interface Applicant extends Person {
  phone?: string
  email?: string
  permanentAddress?: string
  temporaryAddress?: string
  currentAddress?: string
}

export interface HouseholdMember extends Person {
  /** To the head of the household. */
  relationship?: string
}

export interface Officer {
  name: string
  /** "Thiếu tá"; printed before the name. */
  rank?: string
}

/** Who signs for the unit; a deputy signs for the head ("KT."). */
export interface Commander extends Officer {
  isDeputy?: boolean
  /** Set when the document is signed digitally: printed where the pen would write. */
  signedAt?: Date
}

/** A paper of the dossier, by the hash of the bytes that arrived. */
export interface ReceivedPaper {
  name: string
  type: string
  bytes: number
  sha256: string
}

export interface ReceiptFacts extends Omit<DocumentFacts, 'applicant' | 'madeAt' | 'number'> {
  applicantName: string
  /** Who typed it in for the resident and how it was confirmed; absent where residents filed by themselves. */
  assisted?: string | undefined
  channel: Channel
  trackingKey: string
  /** With the key in its fragment, which no server ever sees. */
  trackingUrl: string
  /** Where the two codes are typed in, short enough to be typed from paper: "quay.hatinh.gov.vn/tra-cuu". */
  trackingPage: string
  expected: { receptionDueAt: Date | null; dueAt: Date; provisional: boolean }
  /** In đồng. */
  fee: number
  sections: readonly { title: string; rows: readonly { label: string; value: string }[] }[]
  papers: readonly ReceivedPaper[]
  answersSha256: string
  /** Holds code, time and hash of this receipt under the desk's signature; absent: no code is printed. */
  verifyUrl?: string
}

/** CT04. */
export interface AcceptanceFacts extends DocumentFacts {
  requestText: string
  acceptedAt: Date
  dueAt: Date
  /** The date reaches into a year whose holidays are not announced yet. */
  isProvisional?: boolean
  papers: readonly {
    name: string
    form: 'bản chính' | 'bản sao' | 'bản chụp' | 'bản điện tử' | 'bản giấy'
    note?: string
  }[]
  receiveBy: readonly ('paper' | 'electronic' | 'sms')[]
  receiveAt?: string
  officer: Officer
  trackingUrl?: string
}

/** CT05. */
export interface SupplementFacts extends DocumentFacts {
  requestText: string
  items: readonly { subject: string; reason: string; message: string }[]
  /** 1 for the first and only one; from 2 on the reason why there is another must be printed. */
  round: number
  supervisorReason?: string
  /** After acceptance the term is running and is paused; before it, it has not begun. */
  isAccepted: boolean
  officer: Officer
}

/** CT06. */
export interface RefusalFacts extends DocumentFacts {
  requestText: string
  /** Not taken in, or taken in and not granted. */
  stage: 'intake' | 'decision'
  /** The exact clause of law. */
  clause: string
  reason: string
  commander: Commander
}

/** CT07. */
export interface ConfirmationFacts extends DocumentFacts {
  person: Person & {
    ethnicity?: string
    religion?: string
    hometown?: string
    birthRegistrationPlace?: string
    permanentAddress?: string
    temporaryAddress?: string
    currentAddress?: string
    headName?: string
    headRelationship?: string
    headIdentity?: string
  }
  household: readonly HouseholdMember[]
  other: readonly string[]
  commander: Commander
  verifyUrl?: string
}

/** CT08. */
export interface ResultFacts extends DocumentFacts {
  /** What was done, or what was cancelled by which decision, in whole sentences. */
  content: readonly string[]
  commander: Commander
  verifyUrl?: string
}

/** CT03. */
export interface AbsenceFacts extends DocumentFacts {
  verifyUrl?: string
  absence: { from: string; to: string; reason: string; destination: string }
  officer: Officer
  commander: Commander
}

/** CT01, as the declarant's answers fill it. */
export interface DeclarationFacts extends Omit<DocumentFacts, 'procedureName' | 'number'> {
  /** Filed by the declarant through a network: then nobody signs field (7). */
  isOnline: boolean
  head?: { name?: string; relationship?: string; identity?: string }
  /** Field 10. */
  requestText: string
  members: readonly HouseholdMember[]
  consents: { head?: ConsentFacts; owner?: ConsentFacts; guardian?: ConsentFacts }
}

/** One agreement: what was said, and by whom; the number only when it was asked through VNeID (note 8 of CT01). */
export interface ConsentFacts {
  name: string
  text: string
  /** `YYYY-MM-DD`. */
  day?: string
  vneidIdentity?: string
}
