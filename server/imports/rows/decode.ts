import { isAscii, isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { createGunzip, type Gunzip } from 'node:zlib'
import { badInput, errorMessage } from '../../core/errors.ts'

/** The last thing a source yields when it stops before its end; what came before is whole. */
export interface EndsEarly {
  endsEarly: string
}

// Small slices bound what one write can inflate to: deflate reaches about 1000 : 1.
const inflateSliceBytes = 16_384

/** Tables and JSON shrink to a tenth, very even ones to a fiftieth; what shrinks more holds nothing. */
const inflationMax = 200
/** Below it the share says little. */
const inflatedBytesMin = 16 * 1024 * 1024
const inflatedBytesMax = 4 * 1024 * 1024 * 1024

/** Why what comes out of a packed file is too much for what went in; null when it is not. */
function tooMuch(bytesIn: number, bytesOut: number): string | null {
  if (bytesOut > inflatedBytesMax) return 'it holds more than 4 GiB unpacked; split it'
  if (bytesOut > inflatedBytesMin && bytesOut > bytesIn * inflationMax)
    return `it unpacks to more than ${inflationMax} times its size, which no list of listings does`
  return null
}

/**
 * Inflates as far as the data goes; a cut or damaged file, and one that inflates to more than listings can, ends with
 * EndsEarly instead of losing what was read.
 */
export async function* gunzip(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer | EndsEarly> {
  const unzip = createGunzip()
  const ready: Buffer[] = []
  let failure: Error | null = null
  let bytesIn = 0
  let bytesOut = 0
  unzip.on('data', (chunk: Buffer) => ready.push(chunk))
  unzip.on('error', (error: Error) => {
    failure = error
  })
  const take = () => {
    const taken = ready.splice(0)
    for (const chunk of taken) bytesOut += chunk.length
    return taken
  }
  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length && failure === null; at += inflateSliceBytes) {
        const slice = chunk.subarray(at, at + inflateSliceBytes)
        await written(unzip, slice)
        bytesIn += slice.length
        yield* take()
        const endsEarly = tooMuch(bytesIn, bytesOut)
        if (endsEarly !== null) {
          yield { endsEarly }
          return
        }
      }
      if (failure !== null) break
    }
    if (failure === null) await ended(unzip)
    yield* take()
  } finally {
    unzip.destroy()
  }
  if (failure === null) return
  if (bytesOut === 0 && !isCut(failure)) throw badInput('The file is named .gz but is not gzip data.')
  yield {
    endsEarly: isCut(failure)
      ? 'the gzip data is cut off'
      : `the gzip data is damaged (${errorMessage(failure)})`,
  }
}

function isCut(error: Error): boolean {
  return (error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR'
}

/** A failing write never calls back, it only emits `error`. */
function written(unzip: Gunzip, chunk: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      unzip.off('error', done)
      resolve()
    }
    unzip.once('error', done)
    unzip.write(chunk, done)
  })
}

function ended(unzip: Gunzip): Promise<void> {
  return new Promise((resolve) => {
    unzip.once('end', resolve)
    unzip.once('error', () => resolve())
    unzip.end()
  })
}

/**
 * Text of UTF-8, or UTF-16 with a byte order mark. With `fallback`, bytes that are not UTF-8 turn a file which was
 * plain ASCII so far into Windows-1252, as old spreadsheets write; otherwise they become U+FFFD.
 */
export async function* decode(
  source: AsyncIterable<Buffer | EndsEarly>,
  options: { fallback: boolean },
): AsyncGenerator<string | EndsEarly> {
  let decoder: Decoder | null = null
  let start: Buffer = Buffer.alloc(0)
  for await (const chunk of source) {
    if (!Buffer.isBuffer(chunk)) {
      yield chunk
      return
    }
    if (decoder !== null) {
      yield decoder.write(chunk)
      continue
    }
    start = start.length === 0 ? chunk : Buffer.concat([start, chunk])
    if (start.length < 3) continue
    decoder = decoderFor(start, options.fallback)
    yield decoder.write(start)
  }
  decoder ??= decoderFor(start, options.fallback)
  if (start.length < 3) yield decoder.write(start)
  yield decoder.end()
}

interface Decoder {
  write(bytes: Buffer): string
  end(): string
}

function decoderFor(start: Buffer, fallback: boolean): Decoder {
  const wide =
    start[0] === 0xff && start[1] === 0xfe
      ? 'utf-16le'
      : start[0] === 0xfe && start[1] === 0xff
        ? 'utf-16be'
        : null
  return wide === null ? utf8Decoder(fallback) : streaming(new TextDecoder(wide))
}

function streaming(decoder: TextDecoder): Decoder {
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
}

function utf8Decoder(fallback: boolean): Decoder {
  let carry: Buffer = Buffer.alloc(0)
  let legacy: TextDecoder | null = null
  let sawUtf8 = false
  let first = true
  const decodeWhole = (bytes: Buffer): string => {
    if (legacy !== null) return legacy.decode(bytes)
    if (isAscii(bytes)) return bytes.toString('latin1')
    const text = bytes.toString('utf8')
    if (isUtf8(bytes)) {
      sawUtf8 = true
      return text
    }
    if (!fallback || sawUtf8 || !mostlyBroken(text)) return text
    legacy = new TextDecoder('windows-1252')
    return legacy.decode(bytes)
  }
  return {
    write(bytes) {
      const all = carry.length === 0 ? bytes : Buffer.concat([carry, bytes])
      const whole = all.length - unfinished(all)
      carry = Buffer.from(all.subarray(whole))
      const text = decodeWhole(all.subarray(0, whole))
      if (!first || text === '') return text
      first = false
      return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
    },
    end: () => decodeWhole(carry),
  }
}

/** Bytes at the end that begin a UTF-8 sequence which the next chunk continues. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? back : 0
  }
  return 0
}

/** True when most characters beyond ASCII failed to decode: then the text is another encoding, not a bad byte. */
function mostlyBroken(text: string): boolean {
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const foreign = text.match(/[^\x20-\x7e\s]/g)?.length ?? 0
  return broken * 2 >= foreign
}
