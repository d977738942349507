import { crc32, deflateSync } from 'node:zlib'
import { pino } from 'pino'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { watchThread } from '../../../test/harness/thread.ts'
import { createReaderPool } from '../../core/reader-pool.ts'
import { photoReader } from '../hash-photos.ts'
import { samplePhoto } from './samples.ts'

const readers = createReaderPool({ log: pino({ level: 'silent' }) })
afterAll(() => readers.close())

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A picture with so many packed texts before its pixels. */
async function withTexts(count: number, bytes: number): Promise<Buffer> {
  const png = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#a33' } })
    .png()
    .toBuffer()
  const afterHeader = 8 + 25
  const packed = deflateSync(Buffer.alloc(bytes, 97), { level: 9 })
  const texts = Array.from({ length: count }, (_, i) =>
    chunk('zTXt', Buffer.concat([Buffer.from(`text${i}\0\0`, 'latin1'), packed])),
  )
  return Buffer.concat([png.subarray(0, afterHeader), ...texts, png.subarray(afterHeader)])
}

describe('a picture made to break its reader', () => {
  it('is ended after its time, and the next one is read', async () => {
    const hostile = await withTexts(300, 8_000_000)
    expect(hostile.length).toBeLessThan(15_000_000)
    const thread = watchThread()
    const result = await readers
      .read({ ...photoReader, timeoutMs: 3000 }, [hostile])
      .catch((error: unknown) => error)
    expect(result).toMatchObject(
      result instanceof Error
        ? { kind: expect.stringMatching(/took-down|too-slow/) }
        : { unusable: expect.any(String) },
    )
    const honest = await samplePhoto(1)
    expect(await readers.read(photoReader, [honest])).toMatchObject({ width: 800, height: 600 })
    const { blockedMs, grownBytes } = thread.end()
    expect(blockedMs).toBeLessThan(200)
    expect(grownBytes).toBeLessThan(300 * 1024 * 1024)
  })
})
