import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'

/** What decodeBody understands, for accept-encoding. */
export const acceptedEncodings = 'gzip, deflate, br, zstd'

export class BodyTooLarge extends Error {}

/** Wire bytes allowed on top of the limit: a body that decompresses to nothing must end too. */
const overheadBytes = 65_536

/**
 * Reads a body and undoes its content-encoding; throws BodyTooLarge as soon as more than `bytesMax` bytes have
 * come out, and an Error for a broken or unknown encoding. The stream is destroyed on failure.
 */
export async function decodeBody(body: Readable, contentEncoding: string, bytesMax: number): Promise<Buffer> {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',', 4)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (encodings.length > 2) {
    body.destroy()
    throw new Error('The body is encoded more than twice.')
  }
  const reader: AsyncIterator<Buffer> = body[Symbol.asyncIterator]()
  const first = await reader.next()
  if (first.done) return Buffer.alloc(0)

  async function* wire() {
    let received = 0
    try {
      for (let part = first as IteratorResult<Buffer>; !part.done; part = await reader.next()) {
        received += part.value.length
        if (received > bytesMax + overheadBytes) throw new BodyTooLarge()
        yield part.value
      }
    } finally {
      body.destroy()
    }
  }

  const chunks: Buffer[] = []
  let size = 0
  async function collect(decoded: AsyncIterable<Buffer>) {
    for await (const chunk of decoded) {
      size += chunk.length
      if (size > bytesMax) throw new BodyTooLarge()
      chunks.push(chunk)
    }
  }

  let decoders: Transform[]
  try {
    // Encodings are listed in the order they were applied.
    decoders = encodings
      .reverse()
      .map((name, index) => decoder(name, index === 0 ? first.value[0] : undefined))
  } catch (error) {
    body.destroy()
    throw error
  }
  const [outer, inner] = decoders
  const source = Readable.from(wire())
  await (inner && outer
    ? pipeline(source, outer, inner, collect)
    : outer
      ? pipeline(source, outer, collect)
      : pipeline(source, collect))
  return Buffer.concat(chunks, size)
}

function decoder(name: string, firstByte: number | undefined): Transform {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      // Some servers send the bare stream without the zlib header that the standard asks for.
      return firstByte !== undefined && (firstByte & 0x0f) !== 8 ? createInflateRaw() : createInflate()
    case 'br':
      return createBrotliDecompress()
    case 'zstd':
      // 8 MiB is the largest window RFC 9659 allows on the web.
      return createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 23 } })
    default:
      throw new Error('The body has an encoding that is not supported.')
  }
}

/** Text of a body: by its byte order mark, else by the charset of content-type, else utf-8; never throws. */
export function decodeText(body: Buffer, contentType: string | undefined): string {
  const marked =
    body[0] === 0xff && body[1] === 0xfe
      ? 'utf-16le'
      : body[0] === 0xfe && body[1] === 0xff
        ? 'utf-16be'
        : body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf
          ? 'utf-8'
          : undefined
  const named = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec((contentType ?? '').slice(0, 500))?.[1]
  return textDecoder(marked ?? named).decode(body)
}

function textDecoder(charset: string | undefined) {
  try {
    return new TextDecoder(charset ?? 'utf-8')
  } catch {
    return new TextDecoder('utf-8')
  }
}
