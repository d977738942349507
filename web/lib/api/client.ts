import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from '../../../clients/typescript/request.ts'
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
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (failures, error) => failures < 2 && mayPass(error) },
      mutations: { onError: leaveWhenSignedOut },
    },
  })
}

function leaveWhenSignedOut(error: unknown): void {
  const path = error instanceof ApiProblem ? pagesInstead[error.code] : undefined
  if (path === undefined) return
  noteWanted()
  location.assign(path)
}

/** What the server refuses stays refused; what it could not do now, or what never reached it, may go the next time. */
function mayPass(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status >= 500
}
