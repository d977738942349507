import { queryOptions } from '@tanstack/react-query'
import {
  getAuthAccount,
  getMe,
  type PatchMeBody,
  patchMe,
  postAuthSignOut,
} from '../../clients/typescript/api.ts'
import { forgetKept } from '../lib/kept/kept-store.ts'

export const meQuery = queryOptions({
  queryKey: ['me'],
  meta: { kept: true },
  queryFn: ({ signal }) => getMe({ signal }),
  staleTime: 5 * 60_000,
})

/** Whether and how the person signs in; `email` is null until somebody has claimed the program. */
export const accountQuery = queryOptions({
  queryKey: ['account'],
  meta: { kept: true },
  queryFn: ({ signal }) => getAuthAccount({ signal }),
  staleTime: 5 * 60_000,
})

export type Me = Awaited<ReturnType<typeof getMe>>
export type ProfilePatch = PatchMeBody['profile']

export const saveProfile = (profile: ProfilePatch) => patchMe({ profile })

/** With it goes what this browser kept, and that it is told of alerts. */
export async function signOut(): Promise<void> {
  const { leaveHere } = await import('../lib/push.ts')
  await leaveHere()
  try {
    await postAuthSignOut()
  } finally {
    await forgetKept()
  }
}
