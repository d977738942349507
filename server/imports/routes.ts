import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { AppError, badInput, errorMessage } from '../core/errors.ts'
import type { Http } from '../core/http.ts'
import { runPageImport } from './page.ts'
import { defaultsOf, type PreviewDeps, previewImport } from './preview.ts'
import { type Progress, progressOf } from './progress.ts'
import { type ImportDeps, openImport, ownerOfFile, type Reject, runImport } from './run.ts'
import { importPreviewSchema, importQuery, importResultSchema, previewQuery } from './schema.ts'

const rejectsMax = 1000
/** Each has a share of the thread that answers everybody. */
const importsMax = 2
const howTo = 'Send one file as multipart/form-data, as curl -F file=@listings.csv does.'

/** A saved page has a few MB at most; it is read whole. */
const pageBytesMax = 32 * 1024 * 1024

export interface ImportRouteDeps extends ImportDeps, PreviewDeps, Progress {}

/** `POST /api/imports`: one file as multipart/form-data, read as it arrives. */
export function importRoutes(http: Http, deps: ImportRouteDeps): void {
  let underWay = 0
  http.post(
    '/api/imports',
    {
      config: { limit: 'costly' },
      onRequest: refuseOthers,
      schema: {
        tags: ['imports'],
        description:
          'multipart/form-data with one file: CSV, JSON or JSONL, gzipped or not (docs/import.md), or with ?marketplace= a saved page of it. Importing it again changes nothing.',
        consumes: ['multipart/form-data'],
        querystring: importQuery,
        response: { 200: importResultSchema },
      },
    },
    async (request, reply) => {
      const part = await fileOf(request)
      const { marketplace, url, personal = false, ticket, ...said } = request.query
      const defaults = defaultsOf(said)
      const ownerId = ownerOfFile(request.actor, personal)
      if (marketplace !== undefined) {
        const page = await deps.parsePage(marketplace, await pageBytes(part.file), url)
        const taken = await runPageImport(deps, { name: part.filename, page, marketplace, ownerId })
        return { ...taken.summary, rejects: taken.rejects.slice(0, rejectsMax) }
      }
      if (underWay >= importsMax)
        throw new AppError({
          code: 'imports-under-way',
          status: 429,
          message: `${importsMax} imports are under way: send this one when one of them has ended.`,
        })
      const rejects: Reject[] = []
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const take = async () => {
        const { format, stream } = await openImport(part.filename, part.file)
        return runImport(deps, {
          stream,
          format,
          ownerId,
          defaults,
          stop: gone.signal,
          onReject(reject) {
            if (rejects.length < rejectsMax) rejects.push(reject)
          },
          ...(ticket !== undefined && { onProgress: progressOf(deps, request.actor.userId, ticket) }),
        })
      }
      underWay++
      const summary = await take()
        .catch((error: unknown) => {
          throw part.file.errored === null ? error : brokenUpload(part.file.errored)
        })
        .finally(async () => {
          underWay--
          await leaveBody(request, reply)
        })
      const incomplete = part.file.truncated
        ? 'The file is larger than 512 MiB; the rest was not read.'
        : summary.incomplete
      return { ...summary, incomplete, rejects }
    },
  )
  http.post(
    '/api/imports/preview',
    {
      config: { access: 'write', limit: 'costly', changesNothing: true },
      onRequest: refuseOthers,
      schema: {
        tags: ['imports'],
        description:
          'What a file would be taken in as: what its columns mean, its first rows, and why rows would be rejected. The beginning of a file is enough (?cut=true); a saved page is needed whole, and is recognised by itself. Stores nothing.',
        consumes: ['multipart/form-data'],
        querystring: previewQuery,
        response: { 200: importPreviewSchema },
      },
    },
    async (request) => {
      const part = await fileOf(request)
      const file = { name: part.filename, bytes: await pageBytes(part.file) }
      return previewImport(deps, file, request.query)
    },
  )
}

/** Before the body is looked at: the general answer to a foreign type does not say how to send a file. */
async function refuseOthers(request: FastifyRequest): Promise<void> {
  if (request.headers['content-type']?.startsWith('multipart/form-data')) return
  throw new AppError({ code: 'not-multipart', status: 415, message: howTo })
}

async function fileOf(request: FastifyRequest) {
  const part = await request.file().catch((error: unknown) => {
    throw brokenUpload(error)
  })
  if (!part) throw badInput(`${howTo} This request has no file.`, { file: 'is missing' })
  return part
}

/** How long what is left of an upload is read and thrown away: whoever is cut off while he sends never sees the answer. */
const leftMsMax = 1000

/** An upload that is not read to its end ends the connection, on which nothing else could come after it. */
async function leaveBody({ raw }: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (raw.complete && raw.readableEnded) return
  reply.header('connection', 'close')
  raw.unpipe()
  raw.resume()
  const ended = new AbortController()
  const done = () => ended.abort()
  raw.once('end', done).once('close', done)
  if (!raw.readableEnded) await sleep(leftMsMax, undefined, { signal: ended.signal }).catch(() => {})
}

async function pageBytes(file: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of file) {
    bytes += chunk.length
    if (bytes > pageBytesMax)
      throw badInput('A saved page may have 32 MiB at most.', { file: 'is too large' })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function brokenUpload(error: unknown): unknown {
  if ((error as { statusCode?: number }).statusCode !== undefined) return error
  return badInput(
    `The upload is broken: ${errorMessage(error)}. What came before is taken in; send the whole file again.`,
  )
}
