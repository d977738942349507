export const sessionDays = 30
export const secondsPerDay = 86_400

/** Names what cookies have in common; browsers take `__Host-` only of this very host, over TLS, for all its paths. */
export function cookiePrefix(origin: string): string {
  return `${origin.startsWith('https:') ? '__Host-' : ''}deal-scout`
}

export function sessionCookieName(origin: string): string {
  return `${cookiePrefix(origin)}.session_token`
}

/** Says that a session ends by itself within a day and is not made longer. The library's own name. */
export function briefCookieName(origin: string): string {
  return `${cookiePrefix(origin)}.dont_remember`
}

/**
 * What somebody has after the password and before the code: a cookie with the signed name of a row in `verifications`. The
 * library's own names.
 */
export const halfSession = { cookie: 'two_factor', prefix: '2fa-', maxAgeS: 600 }
