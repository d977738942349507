import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { badInput } from '../../../core/errors.ts'
import { createFetch, FetchError, type FetchOptions, type FetchResponse } from '../../../core/fetch.ts'
import { refusedBy, StoreProblem, unreachable } from './problems.ts'
import type { BucketSettings } from './settings.ts'
import { elementsIn, textIn } from './xml.ts'

export interface StoredObject {
  key: string
  bytes: number
  at: Date
}

/** One bucket, by the few requests of S3 that every compatible store has. */
export interface Store extends AsyncDisposable {
  put(key: string, body: Uint8Array): Promise<void>
  /** Bytes from `from` on, at most `bytes` of them, and how many there are in all. */
  read(key: string, from: number, bytes: number): Promise<{ body: Buffer; bytesInAll: number }>
  /** All whose keys begin so. */
  list(prefix: string): Promise<StoredObject[]>
  remove(key: string): Promise<void>
  /** Begins an object that comes in parts; there is none before `finish`. */
  begin(key: string): Promise<string>
  putPart(key: string, upload: string, part: number, body: Uint8Array): Promise<string>
  finish(key: string, upload: string, tags: readonly string[]): Promise<void>
  abort(key: string, upload: string): Promise<void>
  /** What was begun and neither finished nor aborted. */
  unfinished(prefix: string): Promise<{ key: string; upload: string }[]>
}

export interface StoreTimes {
  /** Of one request with its answer. */
  timeoutMs: number
  /** Tries of a request in all. */
  tries: number
  /** Before the second try; doubled each time. */
  pauseMs: number
}

/** Eight MiB in two minutes: half a megabit a second. */
export const patient: StoreTimes = { timeoutMs: 120_000, tries: 6, pauseMs: 500 }
/** For whoever only asks how it is, and is asked for an answer within 3 s. */
export const brief: StoreTimes = { timeoutMs: 2_500, tries: 1, pauseMs: 0 }

type Query = Readonly<Record<string, string>>

/** Opens connections of its own, which its disposal ends. The secret key only signs: it is sent to nobody. */
export async function openStore(settings: BucketSettings, times: StoreTimes = patient): Promise<Store> {
  const { accessKeyId, secretAccessKey, region } = settings
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw badInput(
      'Set BACKUP_S3_ACCESS_KEY_ID and BACKUP_S3_SECRET_ACCESS_KEY for the bucket (docs/backup.md).',
    )
  const { AwsV4Signer } = await import('aws4fetch')
  const fetch = createFetch({ userAgent: 'DealScout' })
  const root = rootOf(settings)
  const derivedKeys = new Map<string, ArrayBuffer>()

  async function once(
    method: NonNullable<FetchOptions['method']>,
    key: string,
    query: Query,
    body: Uint8Array | undefined,
    headers: Record<string, string>,
  ): Promise<FetchResponse> {
    const url = new URL(key === '' ? root.href : `${root.href.replace(/\/$/, '')}/${key}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const signed = await new AwsV4Signer({
      ...{ method, url: url.href, accessKeyId: accessKeyId!, secretAccessKey: secretAccessKey!, region },
      ...{ service: 's3', cache: derivedKeys },
      headers: {
        ...headers,
        'x-amz-content-sha256': createHash('sha256')
          .update(body ?? '')
          .digest('hex'),
      },
    }).sign()
    return fetch(signed.url.href, {
      ...{ method, timeoutMs: times.timeoutMs, bytesMax: 16 * 1024 * 1024 },
      // The operator's own address; one that another answers with is not gone to.
      ...{ network: 'any', redirectsMax: 0 },
      ...(body !== undefined && { body }),
      headers: { ...Object.fromEntries(signed.headers), 'accept-encoding': 'identity' },
    })
  }

  async function ask(
    method: NonNullable<FetchOptions['method']>,
    key: string,
    {
      query = {},
      body,
      headers = {},
    }: { query?: Query; body?: Uint8Array; headers?: Record<string, string> } = {},
  ): Promise<FetchResponse> {
    for (let tried = 1; ; tried++) {
      const answer = await once(method, key, query, body, headers).catch((error: unknown) => {
        if (tried < times.tries && error instanceof FetchError && ['timeout', 'network'].includes(error.kind))
          return null
        throw unreachable(settings, root.host, error)
      })
      if (answer !== null && answer.status < 300) return answer
      const isPassing = answer === null || answer.status >= 500 || answer.status === 429
      if (!isPassing || tried >= times.tries || answer?.status === 501)
        throw refusedBy(settings, root.host, answer!)
      await sleep(times.pauseMs * 2 ** (tried - 1))
    }
  }

  /** All pages of a list; `follow` says how the next one is asked for. */
  async function pages(query: Query, follow: (page: string) => Query): Promise<string[]> {
    const all: string[] = []
    for (let next: Query = {}; ; ) {
      const page = (await ask('GET', '', { query: { ...query, ...next } })).text()
      all.push(page)
      if (textIn(page, 'IsTruncated') !== 'true') return all
      next = follow(page)
    }
  }

  return {
    async put(key, body) {
      await ask('PUT', key, { body, headers: sumOf(body) })
    },
    async read(key, from, bytes) {
      const { body, headers } = await ask('GET', key, {
        headers: { range: `bytes=${from}-${from + bytes - 1}` },
      })
      const [, inAll] = /\/(\d+)$/.exec(headers['content-range'] ?? '') ?? []
      return { body, bytesInAll: inAll === undefined ? body.length : Number(inAll) }
    },
    async list(prefix) {
      const found = await pages({ 'list-type': '2', prefix }, (page) => ({
        'continuation-token': textIn(page, 'NextContinuationToken') ?? '',
      }))
      return found.flatMap((page) =>
        elementsIn(page, 'Contents').map((one) => ({
          key: textIn(one, 'Key') ?? '',
          bytes: Number(textIn(one, 'Size')),
          at: new Date(textIn(one, 'LastModified') ?? ''),
        })),
      )
    },
    async remove(key) {
      await ask('DELETE', key)
    },
    async begin(key) {
      const upload = textIn((await ask('POST', key, { query: { uploads: '' } })).text(), 'UploadId')
      if (upload === undefined) throw new StoreProblem('', `${root.host} began no upload: it is no S3.`)
      return upload
    },
    async putPart(key, uploadId, part, body) {
      const query = { partNumber: String(part), uploadId }
      return (await ask('PUT', key, { query, body, headers: sumOf(body) })).headers.etag ?? ''
    },
    async finish(key, uploadId, tags) {
      const parts = tags.map(
        (tag, at) =>
          `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag.replaceAll('&', '&amp;')}</ETag></Part>`,
      )
      const body = Buffer.from(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`)
      const answer = await ask('POST', key, { query: { uploadId }, body })
      // It may take long, so that its 200 is sent before it is known how it ends.
      if (textIn(answer.text(), 'Code') !== undefined) throw refusedBy(settings, root.host, answer)
    },
    async abort(key, uploadId) {
      await ask('DELETE', key, { query: { uploadId } })
    },
    async unfinished(prefix) {
      const found = await pages({ uploads: '', prefix }, (page) => ({
        'key-marker': textIn(page, 'NextKeyMarker') ?? '',
        'upload-id-marker': textIn(page, 'NextUploadIdMarker') ?? '',
      }))
      return found.flatMap((page) =>
        elementsIn(page, 'Upload').map((one) => ({
          key: textIn(one, 'Key') ?? '',
          upload: textIn(one, 'UploadId') ?? '',
        })),
      )
    },
    [Symbol.asyncDispose]: () => fetch.close(),
  }
}

/** What a bucket with a lock asks of each object: RFC 1864. */
const sumOf = (body: Uint8Array) => ({ 'content-md5': createHash('md5').update(body).digest('base64') })

/** Of all addresses in the bucket, without a slash at its end. */
export function rootOf({ endpoint, region, bucket, style }: BucketSettings): URL {
  const url = new URL(endpoint ?? `https://s3.${region}.amazonaws.com`)
  if (style === 'host') url.hostname = `${bucket}.${url.hostname}`
  const path = url.pathname.replace(/\/$/, '')
  url.pathname = style === 'host' ? path : `${path}/${bucket}`
  return url
}
