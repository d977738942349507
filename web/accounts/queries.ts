import { queryOptions } from '@tanstack/react-query'
import {
  getAuthAccount,
  getMe,
  type PatchMeBody,
  patchMe,
  postAuthSignOut,
} from '../../clients/typescript/api.ts'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => getMe({ signal }),
  staleTime: 5 * 60_000,
})

/** Whether and how the person signs in; `email` is null until somebody has claimed the program. */
export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => getAuthAccount({ signal }),
  staleTime: 5 * 60_000,
})

export type Me = Awaited<ReturnType<typeof getMe>>
export type ProfilePatch = PatchMeBody['profile']

export const saveProfile = (profile: ProfilePatch) => patchMe({ profile })
export const signOut = () => postAuthSignOut()
