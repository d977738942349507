import { crc32, deflateSync } from 'node:zlib'

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

function header(width: number, height: number, depth = 8, colour = 2, interlace = 0): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width >>> 0, 0)
  data.writeUInt32BE(height >>> 0, 4)
  data.set([depth, colour, 0, 0, interlace], 8)
  return chunk('IHDR', data)
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const end = chunk('IEND', Buffer.alloc(0))
const png = (...chunks: Buffer[]) => Buffer.concat([signature, ...chunks, end])
/** Rows of a picture of one colour, three bytes a point. */
const rows = (width: number, height: number) =>
  deflateSync(Buffer.alloc((width * 3 + 1) * height), { level: 9 })
const plain = () => png(header(200, 200), chunk('IDAT', rows(200, 200)))
const note = (bytes: number, type = 'zTXt') => {
  const packed = deflateSync(Buffer.alloc(bytes, 'a'), { level: 9 })
  const head = { zTXt: 'k\0\0', iTXt: 'k\0\x01\0\0\0', iCCP: 'k\0\0' }[type]!
  return chunk(type, Buffer.concat([Buffer.from(head, 'latin1'), packed]))
}
const megabyte = 1024 * 1024

function gif(frames: number, width = 64, height = 64): Buffer {
  const size = Buffer.alloc(4)
  size.writeUInt16LE(width, 0)
  size.writeUInt16LE(height, 2)
  const frame = Buffer.concat([
    Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0]),
    size,
    Buffer.from([0, 2, 2, 0x44, 1, 0]),
  ])
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    size,
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    ...Array.from({ length: frames }, () => frame),
    Buffer.from([0x3b]),
  ])
}

function box(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length + 8)
  return Buffer.concat([size, Buffer.from(type, 'latin1'), body])
}
const avif = (...boxes: Buffer[]) =>
  Buffer.concat([box('ftyp', Buffer.from('avif\0\0\0\0avifmif1', 'latin1')), ...boxes])
const deepBoxes = (depth: number) =>
  Array.from({ length: depth }).reduce<Buffer>(
    (inner) => box('meta', Buffer.alloc(4), inner),
    Buffer.alloc(0),
  )

function jpeg(width: number, height: number, segments: Buffer[] = []): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...segments,
    frame,
    Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0xff, 0xd9]),
  ])
}
const segment = (marker: number, data: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}
const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0])

function webp(width: number, height: number): Buffer {
  const vp8x = Buffer.alloc(18)
  vp8x.write('VP8X', 0, 'latin1')
  vp8x.writeUInt32LE(10, 4)
  vp8x.writeUIntLE(width - 1, 12, 3)
  vp8x.writeUIntLE(height - 1, 15, 3)
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), vp8x])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

/** Pictures that cost more than they show, by name. */
export const hostilePictures: Record<string, () => Buffer> = {
  'png-300-notes': () =>
    png(
      header(200, 200),
      ...Array.from({ length: 300 }, () => note(8 * megabyte)),
      chunk('IDAT', rows(200, 200)),
    ),
  'png-300-long-notes': () =>
    png(
      header(200, 200),
      ...Array.from({ length: 300 }, () => note(40 * megabyte)),
      chunk('IDAT', rows(200, 200)),
    ),
  'png-900-notes-behind': () =>
    png(
      header(200, 200),
      chunk('IDAT', rows(200, 200)),
      ...Array.from({ length: 900 }, () => note(4 * megabyte)),
    ),
  'png-200-other-notes': () =>
    png(
      header(200, 200),
      ...Array.from({ length: 200 }, () => note(8 * megabyte, 'iTXt')),
      chunk('IDAT', rows(200, 200)),
    ),
  'png-profile-of-1-gb': () =>
    png(header(200, 200), note(1024 * megabyte, 'iCCP'), chunk('IDAT', rows(200, 200))),
  'png-100000-empty-chunks': () =>
    png(
      header(200, 200),
      ...Array.from({ length: 100_000 }, () => chunk('tEXt', Buffer.from('k\0v'))),
      chunk('IDAT', rows(200, 200)),
    ),
  'png-2-billion-wide': () => png(header(2 ** 31 - 1, 2 ** 31 - 1), chunk('IDAT', rows(10, 10))),
  'png-29-megapixels': () => png(header(29_000, 1_000), chunk('IDAT', rows(29_000, 1_000))),
  'png-29-megapixels-interlaced': () =>
    png(
      header(5_400, 5_400, 16, 6, 1),
      chunk('IDAT', deflateSync(Buffer.alloc(8 * 5_400 * 5_400 + 20_000), { level: 9 })),
    ),
  'png-says-small-unfolds-to-1-gb': () =>
    png(header(100, 100), chunk('IDAT', deflateSync(Buffer.alloc(1024 * megabyte), { level: 9 }))),
  'png-cut': () => plain().subarray(0, 300),
  'png-without-end': () => plain().subarray(0, -12),
  'png-wrong-sums': () => Buffer.from(plain().map((byte, at) => (at === 29 ? byte ^ 255 : byte))),
  'png-palette-missing': () =>
    png(header(200, 200, 8, 3), chunk('IDAT', deflateSync(Buffer.alloc(201 * 200)))),
  'gif-100000-frames': () => gif(100_000),
  'gif-one-large-frame': () => gif(1, 65_535, 65_535),
  'gif-small-canvas': () => gif(2_000, 5_000, 5_000),
  'avif-claim': () => avif(),
  'avif-deep-boxes': () => avif(deepBoxes(500)),
  'avif-box-of-no-size': () => avif(Buffer.from('\0\0\0\0meta', 'latin1')),
  'avif-box-of-all-sizes': () =>
    avif(Buffer.from('\0\0\0\x01meta\xff\xff\xff\xff\xff\xff\xff\xff', 'latin1')),
  'avif-many-items': () =>
    avif(
      box(
        'meta',
        Buffer.alloc(4),
        box(
          'iinf',
          Buffer.from('\0\0\0\0\xff\xff', 'latin1'),
          ...Array.from({ length: 65_535 }, () => box('infe', Buffer.alloc(8))),
        ),
      ),
    ),
  'jpeg-65500-squared': () => jpeg(65_500, 65_500),
  'jpeg-10000-profiles': () =>
    jpeg(
      200,
      200,
      Array.from({ length: 10_000 }, () => segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'))),
    ),
  'jpeg-200-exifs': () =>
    jpeg(
      200,
      200,
      Array.from({ length: 200 }, () =>
        segment(
          0xe1,
          Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08\xff\xff', 'latin1'), Buffer.alloc(65_000, 1)]),
        ),
      ),
    ),
  'jpeg-100000-scans': () => {
    const one = jpeg(4_000, 4_000)
    const progressive = Buffer.from(one)
    progressive[3] = 0xc2
    return Buffer.concat([progressive.subarray(0, -13), ...Array.from({ length: 100_000 }, () => scan)])
  },
  'webp-16000-squared': () => webp(16_383, 16_383),
  'svg-in-disguise': () =>
    Buffer.from(
      '\xff\xd8\xff<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
      'latin1',
    ),
  svg: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="1e9"/>'),
  empty: () => Buffer.alloc(0),
  'fifteen-megabytes-of-nothing': () => Buffer.concat([signature, Buffer.alloc(15 * megabyte - 8)]),
}
