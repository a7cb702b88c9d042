import { type AssistedFilingView, assistedFilingView } from '#shared/assistance/schemas.ts'
import { Offline, Refused, request } from '#web/src/lib/http.ts'
import type { DraftStore } from '../draft.ts'
import { filingOf, type Outcome, refusedBy } from '../file-dossier.ts'
import type { FilingState } from '../steps.ts'

const pathOf = (id: string) => `/api/assisted-filings/${id}`
const viewOf = (body: unknown): AssistedFilingView => assistedFilingView.parse(body)

/** Hands what a helper typed in to the server, where it waits for the resident's yes. The draft's key is its id. */
export async function holdFiling(store: DraftStore, state: FilingState): Promise<Outcome> {
  const draft = store.get()
  try {
    const view = viewOf(await request('PUT', pathOf(draft.key), { body: filingOf(state, draft) }))

    return { kind: 'held', view }
  } catch (error) {
    if (error instanceof Offline) return { kind: 'offline' }
    if (!(error instanceof Refused)) throw error

    return refusedBy(error, store)
  }
}

export const readHeld = async (id: string): Promise<AssistedFilingView> => viewOf(await request('GET', pathOf(id)))

export const sendCode = async (id: string): Promise<AssistedFilingView> =>
  viewOf(await request('POST', `${pathOf(id)}/codes`))

export const confirmByCode = async (id: string, password: string): Promise<AssistedFilingView> =>
  viewOf(await request('PUT', `${pathOf(id)}/confirmation`, { body: { by: 'one_time_password', password } }))

export const confirmByName = async (id: string, name: string): Promise<AssistedFilingView> =>
  viewOf(await request('PUT', `${pathOf(id)}/confirmation`, { body: { by: 'typed_name', name } }))
