import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Cookies of ours that an older secret signed, signed with the newest: the library takes no others, and a new key must not
 * sign everybody out. `secrets` are newest first; cookies that none of them signed stay as they are.
 */
export function signedAnew(cookie: string, prefix: string, secrets: readonly string[]): string {
  const [newest, ...older] = secrets
  if (newest === undefined || older.length === 0) return cookie
  return cookie
    .split(';')
    .map((pair) => {
      const { name, encoded } = pairOf(pair)
      if (name === undefined || !name.startsWith(`${prefix}.`)) return pair
      const value = signedValue(encoded, older)
      if (value === null) return pair
      const anew = `${value}.${signatureOf(value, newest).toString('base64')}`
      return ` ${name}=${encodeURIComponent(anew)}`
    })
    .join(';')
}

/** What a cookie of this name holds that one of the secrets signed; null where there is none. */
export function signedCookie(cookie: string, name: string, secrets: readonly string[]): string | null {
  for (const pair of cookie.split(';')) {
    const found = pairOf(pair)
    const value = found.name === name ? signedValue(found.encoded, secrets) : null
    if (value !== null) return value
  }
  return null
}

function pairOf(pair: string): { name: string | undefined; encoded: string } {
  const [, name, encoded = ''] = /^([^=\s]+)=(.*)$/.exec(pair.trim()) ?? []
  return { name, encoded }
}

function signedValue(encoded: string, secrets: readonly string[]): string | null {
  const [, value, signature] = /^(.+)\.([\w+/]{43}=)$/.exec(decoded(encoded)) ?? []
  if (value === undefined || signature === undefined) return null
  const given = Buffer.from(signature, 'base64')
  const isOurs = secrets.map((secret) => timingSafeEqual(signatureOf(value, secret), given)).includes(true)
  return isOurs ? value : null
}

function signatureOf(value: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(value).digest()
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
