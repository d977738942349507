import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from '../../../clients/typescript/request.ts'

export { ApiProblem } from '../../../clients/typescript/request.ts'

const signInPath = '/account/sign-in'

/** What was asked of the API and is still fresh; whoever is signed out meanwhile goes to sign in. */
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
  if (error instanceof ApiProblem && error.status === 401) location.assign(signInPath)
}

/** What the server refuses stays refused; what it could not do now, or what never reached it, may go the next time. */
function mayPass(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status >= 500
}
