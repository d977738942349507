import { createHmac } from 'node:crypto'

/** Shorter keys can be guessed by trying. */
export const secretBytesMin = 16

/**
 * The signing key of a secret by https://www.standardwebhooks.com: what follows `whsec_` is base64; any other secret is
 * taken as its UTF-8 bytes. Null when it is not base64 or shorter than 16 bytes.
 */
export function signingKey(secret: string): Buffer | null {
  const encoded = secret.startsWith('whsec_') ? secret.slice('whsec_'.length) : null
  if (encoded !== null && !/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return null
  const key = encoded === null ? Buffer.from(secret, 'utf8') : Buffer.from(encoded, 'base64')
  return key.length >= secretBytesMin ? key : null
}

/** The three Standard Webhooks headers; the signature covers `id.timestamp.body`, the time is in whole seconds. */
export function signedHeaders(key: Buffer, id: string, sentAt: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000))
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
