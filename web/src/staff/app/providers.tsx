import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Component, type ReactNode, useState } from 'react'
import { accountOptions, isSignedOut } from '#web/src/lib/account.ts'
import { Offline, Refused } from '#web/src/lib/http.ts'
import { Failure } from '#web/src/ui/notice.tsx'

/** What every page shares: the answers read from the server, and what is shown when a page breaks. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient)

  return (
    <QueryClientProvider client={client}>
      <Breakwater>{children}</Breakwater>
    </QueryClientProvider>
  )
}

/** A session that ended, wherever it is noticed, leads to the sign-in page, which leads back here. */
function makeQueryClient(): QueryClient {
  const onError = (error: Error) => {
    if (isSignedOut(error)) client.setQueryData(accountOptions.queryKey, null)
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // Without a network the request is made and fails in words, instead of waiting in silence.
      queries: { networkMode: 'always', retry: isWorthRetrying, staleTime: 10_000 },
      mutations: { networkMode: 'always' },
    },
  })

  return client
}

/** A refusal stays one; a lost connection or a pause of the server may pass. */
function isWorthRetrying(failures: number, error: Error): boolean {
  if (failures >= 2) return false

  return error instanceof Offline || (error instanceof Refused && error.problem.status >= 502)
}

/** A bug in a page shows words instead of white. */
class Breakwater extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {}

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    if (!this.state.error) return this.props.children

    return (
      <main className="page">
        <Failure error={this.state.error} onRetry={() => location.reload()} />
      </main>
    )
  }
}
