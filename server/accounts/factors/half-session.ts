import type { Asker, Auth } from '../auth/ask.ts'
import { cookiePrefix, halfSession, sessionCookieName } from '../auth/session-cookie.ts'

/** Whose half a session the asker has, between password and code; null where they have none that is good. */
export async function halfSessionOf(auth: Auth, { cookie }: Asker): Promise<number | null> {
  const name = `${cookiePrefix(auth.origin())}.${halfSession.cookie}`
  const value = pairsOf(cookie).find((pair) => pair.startsWith(`${name}=`))
  // What is signed stands before the last dot; the library checks the signature before it makes a session.
  const identifier = decoded(value?.slice(name.length + 1) ?? '').replace(/\.[^.]*$/, '')
  if (!identifier.startsWith(halfSession.prefix)) return null
  const { internalAdapter } = await (await auth.library()).$context
  const found = await internalAdapter.findVerificationValue(identifier)
  return found && found.expiresAt > new Date() ? Number(found.value) : null
}

/** The asker without their session, of whoever it is: what comes of a way in is to depend on the way alone. */
export function withoutSession(auth: Auth, asker: Asker): Asker {
  const name = sessionCookieName(auth.origin())
  const kept = pairsOf(asker.cookie).filter((pair) => !pair.startsWith(`${name}=`))
  return { ...asker, cookie: kept.length === 0 ? undefined : kept.join('; ') }
}

const pairsOf = (cookie: string | undefined) => (cookie ?? '').split(';').map((pair) => pair.trim())

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
