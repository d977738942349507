import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { z } from 'zod'
import { isStorable } from '../../../core/text.ts'
import type { AccountNotices, NoticeCheck } from '../../account-contract.ts'
import type { MarketplaceContext } from '../../contract.ts'
import { callAsApp } from '../client.ts'
import { text } from '../connection.ts'
import { jsonOfBytes } from '../sign-in.ts'
import { environmentOf } from './options.ts'

export const ebayNotices: AccountNotices = {
  unavailable: (options) =>
    text(options.EBAY_DELETION_URL) === '' || text(options.EBAY_DELETION_TOKEN) === ''
      ? 'Notices of deleted eBay accounts need EBAY_DELETION_URL and EBAY_DELETION_TOKEN (docs/ebay-account.md).'
      : null,
  answerChallenge: (code, options) => ({
    challengeResponse: createHash('sha256')
      .update(`${code}${text(options.EBAY_DELETION_TOKEN)}${text(options.EBAY_DELETION_URL)}`)
      .digest('hex'),
  }),
  async check(body, header, ctx) {
    const signed = signatureIn(header('x-ebay-signature'))
    // Before anything is asked of eBay: whoever sends rubbish costs nothing.
    const message = signed === null ? null : messageIn(body)
    if (signed === null || message === null) return { outcome: 'forged' }
    const found = await publicKey(signed.kid, {
      ...ctx,
      settings: { environment: environmentOf(ctx.options) },
    })
    if ('outcome' in found) return found
    if (!verify(found.digest, body, found.key, signed.signature)) return { outcome: 'forged' }
    if (message.metadata.topic === orderTopic)
      return { outcome: 'genuine', notice: { about: 'order', people: peopleIn(message.notification) } }
    if (message.metadata.topic !== deletionTopic) return { outcome: 'genuine', notice: null }
    const { data } = notificationSchema.safeParse(message.notification)
    if (data === undefined) return { outcome: 'away', reason: 'eBay signed a notice that cannot be read.' }
    const { userId: id, username: name } = data.data
    return {
      outcome: 'genuine',
      notice: { about: 'deletion', id: data.notificationId, person: { id, name } },
    }
  },
}

const signatureSchema = z.object({
  alg: z.string().regex(/^ecdsa$/i),
  /** Becomes a part of an address. */
  kid: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,99}$/),
  signature: z.base64().min(1).max(1000),
})

function signatureIn(header: string | undefined): { kid: string; signature: Buffer } | null {
  if (header === undefined || header.length > 2000) return null
  const { success, data } = signatureSchema.safeParse(jsonOfBytes(Buffer.from(header, 'base64')))
  return success ? { kid: data.kid, signature: Buffer.from(data.signature, 'base64') } : null
}

const deletionTopic = 'MARKETPLACE_ACCOUNT_DELETION'
/** Once for each line of an order, and again where a payment that failed is made good. */
export const orderTopic = 'ORDER_CONFIRMATION'
const messageSchema = z.object({ metadata: z.object({ topic: z.string() }), notification: z.unknown() })
const word = z.string().max(200).refine(isStorable)
const notificationSchema = z.object({
  notificationId: word.min(1),
  data: z.object({ username: word.default(''), userId: word.min(1) }),
})

const peopleMax = 20
const depthMax = 6
const personField = /^(?:(?:seller|buyer)?user(?:id|name)|sellerid|seller|buyer|buyerid)$/i

/** Whoever a notice names, wherever it does: eBay does not publish where that is, and may add to it. */
function peopleIn(notification: unknown): string[] {
  const found = new Set<string>()
  const look = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > depthMax) return
    for (const [name, part] of Object.entries(value)) {
      if (found.size >= peopleMax) return
      if (typeof part === 'string' && personField.test(name) && word.min(1).safeParse(part).success)
        found.add(part)
      else look(part, depth + 1)
    }
  }
  look(notification, 0)
  return [...found]
}

function messageIn(body: Buffer): z.output<typeof messageSchema> | null {
  return messageSchema.safeParse(jsonOfBytes(body)).data ?? null
}

const keySchema = z.object({
  key: z.string().max(4000),
  algorithm: z.string().regex(/^(?:ECDSA|EC)$/i),
  digest: z.enum(['SHA1', 'SHA256']),
})
interface NoticeKey {
  key: KeyObject
  digest: string
}

const hourMs = 3_600_000
/** eBay asks to keep a key for about an hour. */
const keptMs = hourMs
/** An id that eBay does not know is not asked about again for so long. */
const unknownMs = 10 * 60_000
/** An id that was good is asked about again under a budget of its own, which ids that somebody made up cannot use up. */
const provenMs = 30 * 24 * hourMs
/** Of each id that was good, in a day. */
const provenPerDay = 48
/** Of all others together, in an hour; eBay has a few keys. */
const unprovenPerHour = 20

/** The key of this id, asked of eBay where it is not kept. */
async function publicKey(
  kid: string,
  ctx: MarketplaceContext,
): Promise<NoticeKey | Exclude<NoticeCheck, { outcome: 'genuine' }>> {
  const now = ctx.clock.now().getTime()
  const place = `ebay-notice-key:${environmentOf(ctx.options)}:${kid}`
  const kept = await ctx.cache.get(place)
  if (kept === 'unknown') return { outcome: 'forged' }
  if (kept !== null) return readKey(JSON.parse(kept)) ?? { outcome: 'forged' }
  const isProven = (await ctx.cache.get(`${place}:proven`)) !== null
  const hour = Math.floor(now / hourMs)
  const answer = await callAsApp(
    `/commerce/notification/v1/public_key/${encodeURIComponent(kid)}`,
    {
      bytesMax: 100_000,
      ...(isProven
        ? { budget: `ebay-notice-key-${kid}`, perDay: provenPerDay }
        : { budget: `ebay-notice-keys-${hour}`, perDay: unprovenPerHour }),
    },
    ctx,
  )
  if ('problem' in answer) {
    if (answer.status === 404 || answer.status === 400 || answer.errorIds.includes(195001)) {
      await ctx.cache.set(place, 'unknown', new Date(now + unknownMs))
      return { outcome: 'forged' }
    }
    const { reason } = answer.problem
    // Ours begins anew with the hour; what eBay asks for is no more than it would wait itself.
    const retryAfterMs = Math.min(answer.problem.retryAfterMs ?? 60_000, (hour + 1) * hourMs - now)
    return { outcome: 'away', reason, retryAfterMs }
  }
  const said = jsonOfBytes(answer.body)
  const key = readKey(said)
  if (key === null) return { outcome: 'away', reason: 'eBay answered with a key that cannot be read.' }
  await ctx.cache.set(place, JSON.stringify(said), new Date(now + keptMs))
  await ctx.cache.set(`${place}:proven`, 'yes', new Date(now + provenMs))
  return key
}

/** eBay writes PEM without its line breaks. */
function readKey(answer: unknown): NoticeKey | null {
  const { data } = keySchema.safeParse(answer)
  if (data === undefined) return null
  try {
    const der = Buffer.from(data.key.replace(/-----[A-Z ]+-----/g, ''), 'base64')
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ec' ? { key, digest: data.digest.toLowerCase() } : null
  } catch {
    return null
  }
}
