import { queryOptions } from '@tanstack/react-query'
import {
  deleteAuthKey,
  deleteAuthSession,
  deleteAuthSessions,
  getAuthKeys,
  getAuthPasskeys,
  getAuthSecondFactor,
  getAuthSessions,
  type PostAuthKeysBody,
  postAuthKeys,
  postAuthPassword,
  postAuthProve,
  postMeDeletion,
} from '../../../clients/typescript/api.ts'

export type Session = Awaited<ReturnType<typeof getAuthSessions>>['items'][number]
export type Key = Awaited<ReturnType<typeof getAuthKeys>>['items'][number]
export type KeyScope = PostAuthKeysBody['scope']

export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => getAuthSessions({ signal }),
})
export const keysQuery = queryOptions({
  queryKey: ['account', 'keys'],
  queryFn: ({ signal }) => getAuthKeys({ signal }),
})

/** What is asked for besides the password. */
export const factorsQuery = queryOptions({
  queryKey: ['account', 'factors'],
  queryFn: async ({ signal }) => {
    const [codes, passkeys] = await Promise.all([
      getAuthSecondFactor({ signal }),
      getAuthPasskeys({ signal }),
    ])
    return { ...codes, passkeys: passkeys.items.length }
  },
})

export const endSession = (id: number) => deleteAuthSession(id)
export const endOtherSessions = () => deleteAuthSessions()
export const endKey = (id: number) => deleteAuthKey(id)
export const makeKey = (body: PostAuthKeysBody) => postAuthKeys(body)
export const changePassword = (password: string, newPassword: string) =>
  postAuthPassword({ password, newPassword })
/** For good. */
export const deleteAccount = (password: string) => postMeDeletion({ password })
/** Counts for five minutes. */
export const prove = (password: string) => postAuthProve({ password })
