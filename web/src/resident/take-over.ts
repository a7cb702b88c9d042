import { draftOpeningInput, draftView } from '#shared/drafts/schemas.ts'
import { request } from '#web/src/lib/http.ts'
import { type DeviceStorage, deviceStorage } from './device-storage.ts'
import { openDraft } from './draft.ts'
import { newDeviceKey, type Send } from './server-draft.ts'

/**
 * Takes the unfinished dossier of another device onto this one; gives the code of its procedure, whose form then finds
 * it. Rejects with `Offline` or `Refused`.
 */
export async function takeOver(
  code: string,
  password: string,
  { send = request, storage = deviceStorage() }: { send?: Send; storage?: DeviceStorage } = {},
): Promise<string> {
  const key = newDeviceKey()
  const body = draftOpeningInput.parse({ code, password })
  const { id, version, content } = draftView.parse(await send('POST', '/api/draft-openings', { body, draftKey: key }))
  const draft = openDraft(content.procedure, storage)
  draft.change({
    values: content.values,
    papers: content.papers,
    key: content.key,
    isKeySpent: false,
    isMoved: false,
    remote: { id, key, version, savedAt: Date.now() },
  })
  draft.flush()

  return content.procedure
}
