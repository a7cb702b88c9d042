import * as z from 'zod/mini'
import { submittedView } from '#shared/dossiers/schemas.ts'

const done = z.object({ view: z.pick(submittedView, { code: true, trackingKey: true, expected: true }) })

/**
 * What the form's last page in this tab still knows of a dossier that was filed a moment ago: its tracking key, which staff
 * cannot read anywhere else, and the day it promised. Undefined for every other dossier, and after signing out.
 */
export function filedHere(code: string, procedure: string): z.infer<typeof done>['view'] | undefined {
  try {
    const { view } = z.parse(done, JSON.parse(sessionStorage.getItem(`quay.da-nop.${procedure}`) ?? 'null'))

    return view.code === code ? view : undefined
  } catch {
    return undefined
  }
}
