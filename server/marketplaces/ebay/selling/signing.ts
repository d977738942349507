import { createHash, createPrivateKey, sign } from 'node:crypto'
import { shortHash } from '../../app-keys.ts'
import type { SellingContext } from '../../selling-contract.ts'
import { asOperator } from '../account/account.ts'
import type { Connection } from '../connection.ts'
import { appToken } from '../sign-in.ts'
import { call, type Failed, failed, isFailed } from './call.ts'
import { numberOf, textOf } from './json.ts'

/** A pair of keys of the app: eBay shows the private one once. */
export interface SigningKey {
  /** Names the public key in the header. */
  jwe: string
  /** PKCS #8, DER, base64. */
  privateKey: string
}

const keyName = ({ base, clientId }: Connection) => `ebay-signing:${shortHash(`${base}\n${clientId}`)}`

/** The key that was made before, sealed where small things are kept; null where there is none. */
export async function knownKey(connection: Connection, ctx: SellingContext): Promise<SigningKey | null> {
  const kept = await ctx.cache.get(keyName(connection))
  return kept === null ? null : (JSON.parse(kept) as SigningKey)
}

/** Makes a pair and keeps it until it ends, three years later. Two made at once are two that both count. */
export async function makeKey(connection: Connection, ctx: SellingContext): Promise<SigningKey | Failed> {
  const app = await appToken(connection, asOperator(ctx))
  if ('outcome' in app) return failed('away', app.reason)
  const came = await call(
    {
      ...{
        step: 'make-signing-key',
        method: 'POST',
        host: 'apiz',
        path: '/developer/key_management/v1/signing_key',
      },
      body: { signingKeyCipher: 'ED25519' },
      token: app.token,
      // A pair that nobody has is worth nothing: another is made.
      changes: false,
    },
    ctx,
  )
  if (isFailed(came)) return came
  const jwe = textOf(came.json?.jwe)
  const privateKey = textOf(came.json?.privateKey)
  const expiresS = numberOf(came.json?.expirationTime)
  if (jwe === null || privateKey === null || expiresS === null)
    return failed('away', 'eBay made no key by which calls about money are signed.')
  const key = { jwe, privateKey }
  await ctx.cache.set(keyName(connection), JSON.stringify(key), new Date(expiresS * 1000))
  return key
}

export function forgetKey(connection: Connection, ctx: SellingContext): Promise<void> {
  return ctx.cache.delete(keyName(connection))
}

/**
 * Message signature (RFC 9421) as eBay asks for it of sellers in the EU and the UK: over the key's name, the method, the
 * path without its query, the host and, where there is one, the body's digest.
 */
export function signatureHeaders(
  key: SigningKey,
  message: { method: string; url: string; body?: string | Uint8Array },
  now: Date,
): Record<string, string> {
  const { method, url, body } = message
  const { pathname, host } = new URL(url)
  const digest = body === undefined ? null : `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
  const covered: [name: string, value: string][] = [
    ...(digest === null ? [] : [['content-digest', digest] as [string, string]]),
    ['x-ebay-signature-key', key.jwe],
    ['@method', method],
    ['@path', pathname],
    ['@authority', host],
  ]
  const names = covered.map(([name]) => `"${name}"`).join(' ')
  const params = `(${names});created=${Math.floor(now.getTime() / 1000)}`
  const base = [...covered.map(([name, value]) => `"${name}": ${value}`), `"@signature-params": ${params}`]
  const privateKey = createPrivateKey({
    ...{ key: Buffer.from(key.privateKey, 'base64'), format: 'der', type: 'pkcs8' },
  })
  return {
    ...(digest !== null && { 'content-digest': digest }),
    'x-ebay-signature-key': key.jwe,
    'signature-input': `sig1=${params}`,
    signature: `sig1=:${sign(null, Buffer.from(base.join('\n')), privateKey).toString('base64')}:`,
  }
}
