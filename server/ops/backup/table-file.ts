import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { type Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ReadableStream } from 'node:stream/web'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { badInput } from '../../core/errors.ts'

/** What went through: rows of COPY's text format, each of which ends a line, and their digest. */
export interface Counted {
  rows: number
  sha256: string
}

const newline = 10

/** Counts what passes; `counted` is whole once all of it has. */
export function counter(): { through: Transform; counted(): Counted } {
  const hash = createHash('sha256')
  let rows = 0
  const through = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) rows++
      done(null, chunk)
    },
  })
  return { through, counted: () => ({ rows, sha256: hash.digest('hex') }) }
}

/** For what is only looked through. */
export const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

/** Packs what a table is copied out to, for `recipients` (age) where there are any. A file that is there is an error. */
export async function writeTableFile(
  path: string,
  from: Readable,
  recipients: readonly string[],
): Promise<Counted> {
  const { through, counted } = counter()
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
  const packer = createZstdCompress({
    params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
  })
  if (recipients.length === 0) await pipeline(from, through, packer, file)
  else await pipeline(from, through, packer, encryptedFor(recipients), file)
  return counted()
}

/** The other way; `identities` are age's secret keys. */
export async function readTableFile(
  path: string,
  to: Writable,
  identities: readonly string[],
): Promise<Counted> {
  const { through, counted } = counter()
  const file = createReadStream(path)
  const unpacker = createZstdDecompress()
  if (path.endsWith('.age')) await pipeline(file, decryptedBy(identities), unpacker, through, to)
  else await pipeline(file, unpacker, through, to)
  return counted()
}

/** Throws where one of them is no recipient. */
export function encrypterFor(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient)
    } catch {
      throw badInput(
        `"${recipient}" is no recipient of age: they begin with age1. "age-keygen" makes a pair, and prints the one to put here.`,
      )
    }
  }
  return encrypter
}

function encryptedFor(recipients: readonly string[]) {
  const encrypter = encrypterFor(recipients)
  return async function* (source: AsyncIterable<Uint8Array>) {
    yield* await encrypter.encrypt(webStream(source))
  }
}

function decryptedBy(identities: readonly string[]) {
  return async function* (source: AsyncIterable<Uint8Array>) {
    const decrypter = new Decrypter()
    for (const identity of identities) {
      try {
        decrypter.addIdentity(identity)
      } catch {
        throw badInput('The file of --identity holds no secret key of age: it begins with AGE-SECRET-KEY-1.')
      }
    }
    const opened = await decrypter.decrypt(webStream(source)).catch(() => {
      throw badInput(
        identities.length === 0
          ? 'This backup is encrypted: name the file with the secret key (--identity FILE).'
          : 'The secret key of --identity does not open this backup: it was made for another one.',
      )
    })
    yield* opened as ReadableStream<Uint8Array>
  }
}

/** The library takes streams of the web. */
function webStream(source: AsyncIterable<Uint8Array>): globalThis.ReadableStream<Uint8Array> {
  return ReadableStream.from(source) as globalThis.ReadableStream<Uint8Array>
}
