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
      const [, name, encoded] = /^\s*([^=\s]+)=(.*)$/.exec(pair) ?? []
      if (name === undefined || encoded === undefined || !name.startsWith(`${prefix}.`)) return pair
      const [, value, signature] = /^(.+)\.([\w+/]{43}=)$/.exec(decoded(encoded)) ?? []
      if (value === undefined || signature === undefined) return pair
      const given = Buffer.from(signature, 'base64')
      const isOlder = older.map((secret) => timingSafeEqual(signatureOf(value, secret), given)).includes(true)
      const anew = `${value}.${signatureOf(value, newest).toString('base64')}`
      return isOlder ? ` ${name}=${encodeURIComponent(anew)}` : pair
    })
    .join(';')
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
