import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import { constants, gunzipSync } from 'node:zlib'
import { badInput } from '../../core/errors.ts'
import { turns } from '../../core/turns.ts'
import { readCsv } from './csv.ts'
import { decode, type EndsEarly, gunzip } from './decode.ts'
import { listNames, readJsonLines, readJsonList } from './json.ts'
import type { Row } from './row.ts'

export type { GoodRow, ProblemRow, Row } from './row.ts'

export interface Format {
  kind: 'csv' | 'json' | 'jsonl'
  gzip?: boolean
}

/**
 * The rows of a file, one at a time, in bounded memory. A bad row is yielded as its problem and reading goes on; a cut
 * or damaged file yields what is whole and then one problem with `endsEarly`, and so does one that was stopped. Throws
 * AppError `bad-input` when the file is not of this format at all; an error of the stream itself passes through. Other
 * work of this thread has its turn in between, whatever the file holds.
 */
export async function* readRows(stream: Readable, format: Format, stop?: AbortSignal): AsyncGenerator<Row> {
  const packed = chunks(stream)
  const bytes = stoppable(format.gzip ? gunzip(packed) : packed, stop)
  const text = refuseMarkup(decode(bytes, { fallback: format.kind === 'csv' }))
  if (format.kind === 'csv') yield* readCsv(text)
  else if (format.kind === 'json') yield* readJsonList(text)
  else yield* readJsonLines(text)
}

async function* chunks(stream: Readable): AsyncGenerator<Buffer> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer)
}

/** Stops between two pieces, of which a file without any row has as many as one with rows. */
async function* stoppable(
  source: AsyncIterable<Buffer | EndsEarly>,
  stop: AbortSignal | undefined,
): AsyncGenerator<Buffer | EndsEarly> {
  const pause = turns()
  for await (const chunk of source) {
    await pause()
    if (stop?.aborted) {
      yield { endsEarly: 'it was stopped' }
      return
    }
    yield chunk
  }
}

async function* refuseMarkup(source: AsyncIterable<string | EndsEarly>): AsyncGenerator<string | EndsEarly> {
  let start: string | null = ''
  for await (const chunk of source) {
    if (start !== null) {
      if (typeof chunk === 'string') start += chunk
      // A few characters are enough to know, once there are any.
      if (start.trimStart().length < 5 && start.length < 4096 && typeof chunk === 'string') continue
      refuseIfMarkup(start)
      yield start
      start = null
      if (typeof chunk === 'string') continue
    }
    yield chunk
  }
  if (start) yield start
}

function refuseIfMarkup(start: string): void {
  const begin = start.trimStart().slice(0, 200).toLowerCase()
  if (/^<(?:!doctype\s+html|html|head|body|!--|div|script|table)\b|^<!--/.test(begin)) {
    throw badInput(
      'This looks like a web page, not a list of listings: use --marketplace <id> to read a saved page.',
    )
  }
  if (begin.startsWith('<')) throw badInput('This looks like XML; give CSV, JSON or JSON Lines.')
}

const signatures: [bytes: string, what: string][] = [
  ['PK\u0003\u0004', 'a spreadsheet or zip archive: save it as CSV'],
  ['%PDF', 'a PDF'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office document: save it as CSV'],
  ['SQLite format 3', 'an SQLite database'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['(\u00b5/\u00fd', 'zstd data: unpack it first'],
  ['BZh', 'bzip2 data: unpack it first'],
  ['\u00fd7zXZ', 'xz data: unpack it first'],
]

const startBytesMax = 65_536

/**
 * What a file holds, by its first bytes (some KiB) and, where these leave it open, by its name. Throws AppError
 * `bad-input` saying what it is instead when it cannot be read.
 */
export function detectFormat(fileName: string, firstBytes: Uint8Array): Format {
  const bytes = Buffer.from(
    firstBytes.buffer,
    firstBytes.byteOffset,
    Math.min(firstBytes.byteLength, startBytesMax),
  )
  if (bytes.length === 0) throw badInput('The file is empty.')
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const kind = kindOf(fileName.toLowerCase().replace(/\.gz$/, ''), gzip ? inflateStart(bytes) : bytes)
  return gzip ? { kind, gzip } : { kind }
}

function inflateStart(bytes: Buffer): Buffer {
  try {
    // A small slice, so that it cannot inflate to much.
    return gunzipSync(bytes.subarray(0, 8192), { finishFlush: constants.Z_SYNC_FLUSH }).subarray(
      0,
      startBytesMax,
    )
  } catch {
    throw badInput('The file looks like gzip but cannot be unpacked: it is damaged.')
  }
}

function kindOf(name: string, bytes: Buffer): Format['kind'] {
  const latin = bytes.subarray(0, 16).toString('latin1')
  const known = signatures.find(([signature]) => latin.startsWith(signature))
  if (known !== undefined) throw badInput(`This is ${known[1]}. Imports read CSV, JSON and JSON Lines.`)
  const text = startText(bytes)
  refuseIfMarkup(text)
  const start = text.trimStart()
  if (start === '') throw badInput('The file is empty.')
  const extension = /\.([a-z0-9]+)$/.exec(name)?.[1]
  if (start.startsWith('[')) return 'json'
  if (start.startsWith('{'))
    return extension === 'jsonl' || extension === 'ndjson' || firstLineIsObject(start) ? 'jsonl' : 'json'
  if (extension === 'json' || extension === 'jsonl' || extension === 'ndjson') {
    throw badInput('The file is named JSON but does not begin with { or [.')
  }
  if (/[,;\t|]/.test(start.split(/[\r\n]/, 1)[0]!) || extension === 'csv' || extension === 'tsv') return 'csv'
  throw badInput('The file is neither CSV, JSON nor JSON Lines.')
}

function startText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.subarray(0, 4096).includes(0))
    throw badInput('This is a binary file. Imports read CSV, JSON and JSON Lines.')
  return (isUtf8(bytes) ? bytes.toString('utf8') : bytes.toString('latin1')).replace(
    /^(?:\ufeff|\u00ef\u00bb\u00bf)/,
    '',
  )
}

/** One whole object on the first line is JSON Lines, unless it is an object around a list. */
function firstLineIsObject(start: string): boolean {
  const end = start.indexOf('\n')
  try {
    const value: unknown = JSON.parse(end < 0 ? start : start.slice(0, end))
    if (typeof value !== 'object' || value === null) return false
    return !Object.entries(value).some(([name, inner]) => listNames.has(name) && Array.isArray(inner))
  } catch {
    return false
  }
}
