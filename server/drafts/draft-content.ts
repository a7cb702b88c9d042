import type { drafts } from '#db/schema/drafts.ts'
import { type DraftContent, draftContent } from '#shared/drafts/schemas.ts'
import type { Deps } from '../platform/deps.ts'
import { seal, unseal } from '../platform/sealing.ts'

/** What a draft's seal is bound to: it opens in no other row. */
const bound = (id: string) => `draft ${id}`

/** Closes what was typed with the field key: a copy of the database tells nobody anything. */
export const sealedContent = (keys: Deps['keys'], id: string, text: string): Buffer => seal(keys.field, bound(id), text)

/** What is inside a draft's seal. */
export const contentOf = (
  keys: Deps['keys'],
  { id, sealed }: Pick<typeof drafts.$inferSelect, 'id' | 'sealed'>,
): DraftContent => draftContent.parse(JSON.parse(unseal(keys.field, bound(id), sealed)))
