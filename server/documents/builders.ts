import { controlSlip } from './control-slip.ts'
import { ct01 } from './ct01.ts'
import { ct03 } from './ct03.ts'
import { ct04 } from './ct04.ts'
import { ct05 } from './ct05.ts'
import { ct06 } from './ct06.ts'
import { ct07 } from './ct07.ts'
import { ct08 } from './ct08.ts'
import { disposalList } from './disposal-list.ts'
import { handOverNote } from './hand-over-note.ts'
import { ii06 } from './ii06.ts'
import { letterOfApology } from './letter-of-apology.ts'
import { logbook } from './logbook.ts'
import { receipt } from './receipt.ts'

/** Every paper that the desk makes, by name: from plain facts to a document that `renderPdf` prints. */
export const builders = {
  receipt,
  ct01,
  ct03,
  ct04,
  ct05,
  ct06,
  ct07,
  ct08,
  letterOfApology,
  handOverNote,
  disposalList,
  controlSlip,
  logbook,
  ii06,
}

export type Printed = keyof typeof builders
export type FactsOf<P extends Printed> = Parameters<(typeof builders)[P]>[0]
