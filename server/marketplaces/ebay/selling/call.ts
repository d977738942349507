import { createHash } from 'node:crypto'
import { FetchError, type FetchResponse } from '../../../core/fetch.ts'
import type { SellingProblem } from '../../../model/selling.ts'
import { parseRetryAfter } from '../../http-outcome.ts'
import type { SellingContext } from '../../selling-contract.ts'
import { asOperator } from '../account/account.ts'
import { type Connection, connectionOf, text } from '../connection.ts'
import { jsonOfBytes } from '../sign-in.ts'
import { type Json, objectOf, textOf } from './json.ts'
import { connectAgain, explained, fieldsOf, lookedUp, type Said, saidIn, sentenceOf } from './words.ts'

/** Hosts of eBay's APIs; a gateway stands for all of them. */
export type Host = 'api' | 'apiz' | 'apim'

export interface Ask {
  /** As the ledger of calls names it. */
  step: string
  method: 'GET' | 'POST' | 'PUT'
  /** With its query. */
  path: string
  host?: Host
  /** Sent as JSON. */
  body?: Json
  /** Sent in place of JSON. */
  file?: { bytes: Uint8Array; type: string }
  /** For `accept-language` and, of what is sent, `content-language`; en-US where the answer has no words. */
  language?: string
  headers?: Readonly<Record<string, string>>
  /** Whether the call may have changed something where its answer is missing; of all but GET, where left out. */
  changes?: boolean
  /** In place of the person's. */
  token?: string
}

export interface Came {
  status: number
  /** null = the answer had no body. */
  json: Json | null
  warnings: string[]
  location: string | null
}

export interface Failed extends SellingProblem {
  status: number | null
  codes: readonly string[]
}

const bytesMax = 2 * 1024 * 1024
const timeoutMs = 30_000

export const isFailed = (value: object): value is Failed => 'outcome' in value

/** How eBay is reached for the person whose token it is. */
export function connected(ctx: SellingContext): Connection | Failed {
  const connection = connectionOf(asOperator(ctx))
  return 'outcome' in connection ? failed('away', connection.reason) : connection
}

export function failed(
  outcome: SellingProblem['outcome'],
  reason: string,
  more: {
    status?: number
    codes?: readonly string[]
    fields?: readonly string[]
    retryAfterMs?: number
  } = {},
): Failed {
  const { status = null, codes = [], fields = [], retryAfterMs } = more
  return {
    ...{ outcome, reason, codes, status },
    ...(fields.length > 0 && { fields }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  }
}

/** An address of a host of eBay's. */
export function addressOf({ base }: Connection, ctx: SellingContext, host: Host, path: string): string {
  const isGateway = text(ctx.options.EBAY_BASE_URL) !== ''
  return `${isGateway ? base : base.replace('//api.', `//${host}.`)}${path}`
}

/**
 * One call, written down before it is sent and after its answer. Throws only where it could not be written down: before
 * it was sent, or, of its answer, when nobody knows of it yet.
 */
export async function call(ask: Ask, ctx: SellingContext): Promise<Came | Failed> {
  const connection = connected(ctx)
  if (isFailed(connection)) return connection
  const { step, method, path, file, changes = method !== 'GET' } = ask
  const body = file?.bytes ?? (ask.body === undefined ? undefined : JSON.stringify(ask.body))
  const bodyHash = body === undefined ? null : createHash('sha256').update(body).digest('hex')
  const answered = await ctx.note({ step, method, path, bodyHash })
  let came: Came | Failed
  let said: Said[] = []
  try {
    const response = await ctx.fetch(addressOf(connection, ctx, ask.host ?? 'api', path), {
      method,
      headers: headersOf(ask, ctx),
      ...(body !== undefined && { body }),
      signal: ctx.signal,
      network: connection.network,
      ...{ bytesMax, timeoutMs, redirectsMax: 0, retries: 0 },
    })
    const json = jsonOfBytes(response.body)
    said = [...saidIn(json, 'errors'), ...saidIn(json, 'warnings')]
    came = read(response, json, changes, ctx)
  } catch (error) {
    came = broken(error, changes)
  }
  await answered({
    status: came.status,
    codes: said.map(({ code }) => code),
    ids: isFailed(came) ? {} : idsIn(came),
    reason: isFailed(came) ? came.reason : (came.warnings[0] ?? null),
  })
  return came
}

function headersOf(ask: Ask, ctx: SellingContext): Record<string, string> {
  const { language = 'en-US', file, body, token = ctx.accessToken } = ask
  return {
    authorization: `Bearer ${token}`,
    accept: 'application/json',
    // eBay refuses the "*" that would go out without it (25709).
    'accept-language': language,
    ...(file !== undefined && { 'content-type': file.type }),
    ...(body !== undefined && { 'content-type': 'application/json', 'content-language': language }),
    ...ask.headers,
  }
}

/** The numbers by which what was made is found again. */
function idsIn({ json, location }: Came): Record<string, string> {
  const ids: Record<string, string> = {}
  for (const name of ['offerId', 'listingId', 'imageUrl', 'signingKeyId'] as const) {
    const id = textOf(json?.[name])
    if (id !== null) ids[name] = id.slice(0, 200)
  }
  const last = location?.split('/').at(-1)
  return last ? { ...ids, location: last.slice(0, 200) } : ids
}

function read(response: FetchResponse, json: unknown, changes: boolean, ctx: SellingContext): Came | Failed {
  const { status, body, headers } = response
  if (status >= 200 && status < 300) {
    if (body.length > 0 && json === undefined)
      return notClear(changes, 'eBay’s answer broke off or is no answer of its API.', status)
    return {
      status,
      json: body.length === 0 ? null : objectOf(json),
      warnings: saidIn(json, 'warnings').map(sentenceOf),
      location: headers.location ?? null,
    }
  }
  const said = saidIn(json, 'errors')
  const codes = said.map(({ code }) => code)
  const more = { status, codes }
  if (status === 401)
    return failed(
      'consent',
      explained(said, 'eBay does not take the connection any more: connect eBay again.'),
      more,
    )
  if (status === 403)
    return failed('consent', `${explained(said, 'eBay refuses this (HTTP 403).')} ${connectAgain}`, more)
  if (status === 429) {
    const retryAfterMs = parseRetryAfter(headers['retry-after'], ctx.clock.now()) ?? slowDownMs
    return failed('away', explained(said, 'eBay asks to slow down (HTTP 429).'), { ...more, retryAfterMs })
  }
  // It says itself that it has not begun.
  if (codes.includes('25025')) return failed('away', explained(said, ''), { ...more, retryAfterMs: busyMs })
  if (status >= 500 || status === 408)
    return notClear(changes, explained(said, `eBay is out of order (HTTP ${status}).`), status, codes)
  if (status >= 400)
    return failed('refused', explained(said, `eBay refused it without a reason (HTTP ${status}).`), {
      ...more,
      fields: fieldsOf(said),
    })
  return failed('away', `eBay answered in an unexpected way (HTTP ${status}).`, more)
}

const slowDownMs = 60_000
const busyMs = 5_000

/** No clear answer: nothing is lost where nothing could have changed; else it has to be looked up. */
function notClear(changes: boolean, why: string, status?: number, codes: readonly string[] = []): Failed {
  const more = { codes, ...(status !== undefined && { status }) }
  return changes ? failed('unknown', `${why} ${lookedUp}`, more) : failed('away', why, more)
}

function broken(error: unknown, changes: boolean): Failed {
  if (!(error instanceof FetchError)) throw error
  const why = sentences[error.kind] ?? error.message
  return error.maybeDelivered ? notClear(changes, why) : failed('away', why)
}

const sentences: Readonly<Partial<Record<FetchError['kind'], string>>> = {
  timeout: 'eBay did not answer in time.',
  aborted: 'The call to eBay was called off.',
  network: 'The connection to eBay broke.',
  'too-large': 'eBay’s answer was larger than is taken.',
}
