import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from '../../../clients/typescript/request.ts'
import { keepAnswer, showKept } from '../kept/kept.ts'
import { forgetKept } from '../kept/kept-store.ts'
import { noteWanted } from '../return-address.ts'

export { ApiProblem } from '../../../clients/typescript/request.ts'

/** Where a person goes instead, by the code of why nothing is answered; as the server has it for its own pages. */
const pagesInstead: Readonly<Record<string, string>> = {
  'not-signed-in': '/account/sign-in',
  'passkey-wanted': '/account/sign-in',
  'second-factor-missing': '/account/second-factor',
}

/** What was asked of the API and is still fresh; whoever is signed out meanwhile goes to sign in, and comes back. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onSuccess: (data, query) => keepAnswer(client, data, query),
      onError(error, query) {
        leaveWhenSignedOut(error)
        void showKept(error, query)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && mayPass(error),
        // A server in the house answers without the world outside; and who waits for a connection is told so.
        networkMode: 'always',
      },
      // What cannot be done now fails now: nothing is queued to happen when nobody thinks of it any more.
      mutations: { onError: leaveWhenSignedOut, networkMode: 'always' },
    },
  })
  return client
}

function leaveWhenSignedOut(error: unknown): void {
  const path = error instanceof ApiProblem ? pagesInstead[error.code] : undefined
  if (path === undefined) return
  noteWanted()
  const leave = () => location.assign(path)
  // First: a page that is left does not end what it began.
  if (path === pagesInstead['not-signed-in']) void forgetKept().then(leave, leave)
  else leave()
}

/** What the server refuses stays refused; what it could not do now, or what never reached it, may go the next time. */
function mayPass(error: unknown): boolean {
  return error instanceof ApiProblem ? error.status >= 500 : navigator.onLine
}
