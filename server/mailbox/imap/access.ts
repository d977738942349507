import type { Fetch } from '../../core/fetch.ts'
import { FetchError } from '../../core/fetch.ts'
import { MailboxFailure } from '../problems.ts'
import { type MailboxAccess, tokenAnswerSchema } from '../schema.ts'

/** What the mail server is given. */
export type SignIn = { user: string; pass: string } | { user: string; accessToken: string }

/** The sign-in, and the access where the provider gave another refresh token with it. */
export interface Opened {
  signIn: SignIn
  renewed: MailboxAccess | null
}

const answerMs = 15_000

/** How a mailbox is signed in to: by its password, else by an access token that its refresh token is changed for. */
export async function openAccess(
  fetch: Fetch,
  user: string,
  access: MailboxAccess,
  { signal, allowPrivate }: { signal: AbortSignal; allowPrivate: boolean },
): Promise<Opened> {
  if (access.kind === 'password') return { signIn: { user, pass: access.password }, renewed: null }
  // In a household the provider may be a machine next door.
  if (!allowPrivate && !access.tokenUrl.startsWith('https:')) throw new MailboxFailure('plain-not-allowed')
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: access.clientId,
    refresh_token: access.refreshToken,
    ...(access.clientSecret !== undefined && { client_secret: access.clientSecret }),
  })
  const response = await fetch(access.tokenUrl, {
    ...{ method: 'POST', body: form.toString(), signal, timeoutMs: answerMs, redirectsMax: 0 },
    ...{ bytesMax: 100_000, network: allowPrivate ? 'any' : 'public' },
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
  }).catch((error: unknown) => {
    if (error instanceof FetchError && error.kind === 'refused-address')
      throw new MailboxFailure('private-host', error)
    if (error instanceof FetchError && error.kind === 'not-allowed')
      throw new MailboxFailure('host-not-allowed', error)
    throw new MailboxFailure('token-away', error)
  })
  if (response.status >= 400 && response.status < 500 && response.status !== 429)
    throw new MailboxFailure('token-refused')
  const answer = response.status === 200 ? tokenAnswerSchema.safeParse(jsonOf(response.text())) : null
  if (!answer?.success) throw new MailboxFailure('token-away')
  const { access_token: accessToken, refresh_token: next } = answer.data
  const isNew = next !== undefined && next !== access.refreshToken
  return { signIn: { user, accessToken }, renewed: isNew ? { ...access, refreshToken: next } : null }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
