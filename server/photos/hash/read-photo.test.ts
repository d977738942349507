import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { hashPhoto, photoBytesMax } from './read-photo.ts'
import { samePhoto } from './same.ts'
import { samplePhoto } from './samples.ts'

const svg = (body: string, width = 600, height = 450) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#234"/><stop offset="1" stop-color="#fed"/></linearGradient></defs>${body}</svg>`,
  )
const asJpeg = (body: string) =>
  sharp(svg(body)).flatten({ background: '#fff' }).jpeg({ quality: 50 }).toBuffer()

async function unusable(bytes: Uint8Array): Promise<string> {
  const result = await hashPhoto(bytes)
  return 'unusable' in result ? result.unusable : 'it has a hash'
}

describe('every kind of picture that sites serve has a hash', () => {
  it('JPEG, PNG, WebP, AVIF, GIF, grey, CMYK, 16 bit, palette and half transparent ones, all of them the same', async () => {
    const photo = sharp(await samplePhoto(1, 400, 300))
    const kinds = {
      jpeg: photo.clone().jpeg(),
      progressive: photo.clone().jpeg({ progressive: true }),
      png: photo.clone().png(),
      palette: photo.clone().png({ palette: true }),
      webp: photo.clone().webp(),
      avif: photo.clone().avif({ effort: 1 }),
      gif: photo.clone().gif(),
      grey: photo.clone().greyscale().jpeg(),
      cmyk: photo.clone().toColourspace('cmyk').jpeg(),
      deep: photo.clone().toColourspace('rgb16').png(),
      'grey and deep': photo.clone().toColourspace('grey16').png(),
      transparent: photo.clone().ensureAlpha(0.999).png(),
      'grey and transparent': photo.clone().greyscale().ensureAlpha(0.999).png(),
    }
    const first = await hashPhoto(await kinds.jpeg.toBuffer())
    for (const [kind, image] of Object.entries(kinds)) {
      const result = await hashPhoto(await image.toBuffer())
      expect([kind, result]).toEqual([kind, expect.objectContaining({ width: 400, height: 300 })])
      if ('hash' in result && 'hash' in first)
        expect([kind, samePhoto(result.hash, first.hash)]).toEqual([kind, 1])
    }
  })

  it('reads the size as shown', async () => {
    const turned = await sharp(await samplePhoto(1, 400, 300))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(await hashPhoto(turned)).toMatchObject({ width: 300, height: 400 })
  })
})

describe('pictures that would equal each other have no hash', () => {
  it.each([
    ['one colour', '<rect width="600" height="450" fill="#777"/>'],
    ['a gradient', '<rect width="600" height="450" fill="url(#g)"/>'],
    [
      'a placeholder',
      '<rect width="600" height="450" fill="#eee"/><rect x="220" y="150" width="160" height="110" rx="14" fill="#bbb"/><circle cx="300" cy="205" r="36" fill="#eee"/><text x="300" y="340" text-anchor="middle" font-size="48" font-family="sans-serif" fill="#888">No image available</text>',
    ],
    [
      'big words',
      '<rect width="600" height="450" fill="#f4f4f4"/><text x="300" y="200" text-anchor="middle" font-size="110" font-family="sans-serif" fill="#999">NO PHOTO</text>',
    ],
    [
      'an icon',
      '<circle cx="300" cy="225" r="150" fill="#c22"/><rect x="200" y="210" width="200" height="30" fill="#fff"/>',
    ],
  ])('%s', async (_, body) => {
    expect(await unusable(await asJpeg(body))).toMatch(/blank|detail/)
  })

  it('tiny ones', async () => {
    expect(
      await unusable(
        await sharp(await samplePhoto(1))
          .resize(80, 60)
          .png()
          .toBuffer(),
      ),
    ).toMatch(/small/)
    expect(
      await unusable(Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')),
    ).toMatch(/small/)
  })
})

describe('a hostile or broken file gets a sentence and nothing worse', () => {
  it('no picture at all, and kinds that are programs more than pictures', async () => {
    const photo = await samplePhoto(2, 200, 150)
    const files: Uint8Array[] = [
      Buffer.from('<!doctype html><title>Access denied</title>'),
      svg('<rect width="600" height="450" fill="url(#g)"/>'),
      Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj'),
      await sharp(photo).tiff().toBuffer(),
      Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic', 'latin1'),
      Buffer.from('BM\x36\x00\x00\x00', 'latin1'),
    ]
    for (const file of files) expect(await unusable(file)).toMatch(/no JPEG, PNG, WebP, AVIF or GIF/)
    expect(await unusable(new Uint8Array())).toMatch(/empty/)
    expect(await unusable(new Uint8Array(photoBytesMax + 1))).toMatch(/15 MB/)
    const disguised = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), svg('<rect width="9" height="9"/>')])
    expect(await unusable(disguised)).toMatch(/damaged|not the kind/)
  })

  it('animations', async () => {
    const frames = await Promise.all([1, 2, 3].map((seed) => samplePhoto(seed, 120, 90)))
    const joined = sharp(frames, { join: { animated: true } })
    expect(await unusable(await joined.clone().gif().toBuffer())).toMatch(/animation/)
    expect(await unusable(await joined.clone().webp().toBuffer())).toMatch(/animation/)
  })

  it('a few bytes that claim a huge picture', async () => {
    expect(await unusable(pngOf(40_000, 40_000))).toMatch(/30 million pixels/)
    expect(await unusable(pngOf(0xffffff, 0xffffff))).toMatch(/30 million pixels|damaged/)
  })

  it('truncated files', async () => {
    const photo = sharp(await samplePhoto(2, 400, 300))
    for (const image of [
      photo.clone().jpeg(),
      photo.clone().png(),
      photo.clone().webp(),
      photo.clone().avif({ effort: 1 }),
    ]) {
      const whole = await image.toBuffer()
      for (const share of [0.02, 0.3, 0.7, 0.9])
        expect(await unusable(whole.subarray(0, Math.floor(whole.length * share)))).toMatch(/damaged|no JPEG/)
    }
  })

  it('any bytes, and pictures with any bytes changed', async () => {
    const heads = [
      '\xff\xd8\xff',
      '\x89PNG\r\n\x1a\n',
      'RIFF\0\0\0\0WEBPVP8 ',
      '\0\0\0\x20ftypavif',
      'GIF89a',
      '',
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), async (head, tail) => {
        expect(await unusable(Buffer.concat([Buffer.from(head, 'latin1'), tail]))).toMatch(/\.$/)
      }),
      { numRuns: 200 },
    )
    const photo = sharp(await samplePhoto(2, 120, 90))
    const files = [await photo.jpeg().toBuffer(), await photo.png().toBuffer(), await photo.webp().toBuffer()]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        async (file, edits) => {
          const bytes = Buffer.from(file)
          for (const [at, value] of edits) bytes[at % bytes.length] = value
          const result = await hashPhoto(bytes)
          expect('unusable' in result ? result.unusable : result.hash).toMatch(/\.$|^[0-9a-f]+$/)
        },
      ),
      { numRuns: 200 },
    )
  })
})

/** A PNG whose header promises a size that its data does not keep. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), body.length + 4)
    return out
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
