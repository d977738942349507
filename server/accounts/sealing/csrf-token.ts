import { createHmac } from 'node:crypto'
import type { Secrets } from '../../core/secrets.ts'
import { cookiePrefix, sessionCookieName } from '../auth/session-cookie.ts'
import { signedCookie } from './cookie-signature.ts'

/** Read by our own pages, and sent back by them: see core/http-csrf.ts. Worth nothing without the session's cookie. */
export function csrfCookieName(origin: string): string {
  return `${cookiePrefix(origin)}.csrf`
}

/** The tokens of a session, the newest first: of each key that sessions are still read with. */
export function csrfTokensOf(sessionToken: string, secrets: Pick<Secrets, 'derived'>): string[] {
  return secrets
    .derived('csrf')
    .map((secret) => createHmac('sha256', secret).update(sessionToken).digest('base64url'))
}

/** As it is to be set; no other site's request brings it along, and it ends with the browser. */
export function csrfCookie(origin: string, token: string): string {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return `${csrfCookieName(origin)}=${token}; Path=/; SameSite=Strict${secure}`
}

/** Cookies that are set, with the token of the session that begins with them, or without that of the one that ends. */
export function withCsrf(
  cookies: readonly string[],
  origin: string,
  secrets: Pick<Secrets, 'derived'>,
): string[] {
  const name = sessionCookieName(origin)
  const set = cookies.findLast((line) => line.startsWith(`${name}=`))?.split(';')[0]
  if (set === undefined) return [...cookies]
  if (set === `${name}=`) return [...cookies, `${csrfCookie(origin, '')}; Max-Age=0`]
  const session = signedCookie(set, name, secrets.derived('accounts'))
  const token = session === null ? undefined : csrfTokensOf(session, secrets)[0]
  return token === undefined ? [...cookies] : [...cookies, csrfCookie(origin, token)]
}
