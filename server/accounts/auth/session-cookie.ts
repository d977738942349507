/** Names what cookies have in common; browsers take `__Host-` only of this very host, over TLS, for all its paths. */
export function cookiePrefix(origin: string): string {
  return `${origin.startsWith('https:') ? '__Host-' : ''}deal-scout`
}

export function sessionCookieName(origin: string): string {
  return `${cookiePrefix(origin)}.session_token`
}
