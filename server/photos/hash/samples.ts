import sharp, { type Sharp } from 'sharp'
import { seededRandom } from '../../core/random.ts'

const drawing = (width: number, height: number, body: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`)

/** A made-up photo as JPEG: a scene of shaded things in a room with uneven light and grain; a seed is one scene. */
export async function samplePhoto(seed: number, width = 800, height = 600): Promise<Buffer> {
  const roll = seededRandom(seed * 7919 + 17)
  const between = (low: number, high: number) => low + roll() * (high - low)
  const colour = () =>
    `hsl(${Math.round(between(0, 360))} ${Math.round(between(5, 60))}% ${Math.round(between(12, 85))}%)`
  const shades: string[] = []
  const shade = () => {
    const id = `s${shades.length}`
    shades.push(
      `<linearGradient id="${id}" x1="${roll()}" y1="${roll()}" x2="${roll()}" y2="${roll()}"><stop stop-color="${colour()}"/><stop offset="1" stop-color="${colour()}"/></linearGradient>`,
    )
    return `url(#${id})`
  }
  const floor = height * between(0.5, 0.85)
  const parts = [
    `<rect width="${width}" height="${height}" fill="${shade()}"/>`,
    `<rect y="${floor}" width="${width}" height="${height - floor}" fill="${shade()}"/>`,
  ]
  const count = 5 + Math.floor(roll() * 9)
  for (let i = 0; i < count; i++) {
    const [x, y] = [between(0, width * 0.85), between(0, height * 0.85)]
    const [w, h] = [between(width * 0.06, width * 0.45), between(height * 0.06, height * 0.45)]
    const turn = `transform="rotate(${between(-40, 40)} ${x + w / 2} ${y + h / 2})" fill="${shade()}"`
    const kind = roll()
    if (kind < 0.4)
      parts.push(`<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${between(0, 30)}" ${turn}/>`)
    else if (kind < 0.7)
      parts.push(`<ellipse cx="${x + w / 2}" cy="${y + h / 2}" rx="${w / 2}" ry="${h / 2}" ${turn}/>`)
    else {
      const corners = Array.from({ length: 5 }, () => `${x + roll() * w},${y + roll() * h}`).join(' ')
      parts.push(`<polygon points="${corners}" ${turn}/>`)
    }
  }
  const scene = drawing(width, height, `<defs>${shades.join('')}</defs>${parts.join('')}`)
  const light = await sharp(grain(roll, 9, 7, 3), { raw: { width: 9, height: 7, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .png()
    .toBuffer()
  const [grainW, grainH] = [Math.ceil(width / 4), Math.ceil(height / 4)]
  const noise = await sharp(grain(roll, grainW, grainH, 1), {
    raw: { width: grainW, height: grainH, channels: 1 },
  })
    .resize(width, height, { fit: 'fill' })
    .linear(0.25, 96)
    .toColourspace('srgb')
    .png()
    .toBuffer()
  return sharp(scene)
    .flatten({ background: '#fff' })
    .composite([
      { input: light, blend: 'soft-light' },
      { input: noise, blend: 'overlay' },
    ])
    .jpeg({ quality: 90 })
    .toBuffer()
}

function grain(roll: () => number, width: number, height: number, channels: number): Buffer {
  return Buffer.from(Array.from({ length: width * height * channels }, () => Math.floor(roll() * 256)))
}

/** A photo before it is changed. */
export interface Original {
  /** As shown (turned upright), lossless. */
  png: Buffer
  width: number
  height: number
}

export async function originalOf(photo: Uint8Array): Promise<Original> {
  const { data, info } = await sharp(photo)
    .autoOrient()
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  return { png: data, width: info.width, height: info.height }
}

export type Change = (original: Original) => Promise<Buffer>

const jpeg = (image: Sharp, quality = 80) => image.jpeg({ quality }).toBuffer()
const changed =
  (make: (image: Sharp, size: { width: number; height: number }) => Sharp, quality = 80): Change =>
  ({ png, ...size }) =>
    jpeg(make(sharp(png), size), quality)

/** Cut away at left, top, right and bottom, in per cent. */
function cut(left: number, top: number, right: number, bottom: number): Change {
  return changed((image, { width, height }) =>
    image.extract({
      left: Math.floor((width * left) / 100),
      top: Math.floor((height * top) / 100),
      width: Math.floor((width * (100 - left - right)) / 100),
      height: Math.floor((height * (100 - top - bottom)) / 100),
    }),
  )
}

function drawn(body: (width: number, height: number) => string): Change {
  return changed((image, { width, height }) =>
    image.composite([{ input: drawing(width, height, body(width, height)) }]),
  )
}

/** Letters of dots, so that they look the same where no font is installed; `x` is the middle, `y` the line. */
function words(x: number, y: number, size: number, text: string, more: string): string {
  const dot = size / 7
  const left = x - (text.length * 4 * dot) / 2
  const dots = [...text].flatMap((letter, place) => {
    const roll = seededRandom(letter.charCodeAt(0))
    return Array.from({ length: letter === ' ' ? 0 : 15 }, (_, i) => {
      const [column, row] = [place * 4 + (i % 3), Math.floor(i / 3)]
      const at = `x="${left + column * dot}" y="${y - (5 - row) * dot}"`
      return roll() < 0.65 ? `<rect ${at} width="${dot}" height="${dot}"/>` : ''
    })
  })
  return `<g ${more}>${dots.join('')}</g>`
}

function framed(percent: number, background: string): Change {
  return changed((image, { width, height }) => {
    const [x, y] = [Math.round((width * percent) / 100), Math.round((height * percent) / 100)]
    return image.extend({ left: x, right: x, top: y, bottom: y, background })
  })
}

const toSquare: Change = changed((image, { width, height }) => {
  const [x, y] = [Math.max(0, height - width), Math.max(0, width - height)]
  const half = (value: number) => [Math.floor(value / 2), Math.ceil(value / 2)] as const
  const [[left, right], [top, bottom]] = [half(x), half(y)]
  return image.extend({ left, right, top, bottom, background: '#fff' })
})

const turned =
  (degrees: number, orientation: number): Change =>
  async ({ png }) => {
    const image = await sharp(png).rotate(degrees).toBuffer()
    return sharp(image).withMetadata({ orientation }).jpeg({ quality: 80 }).toBuffer()
  }

/** One change after the other. */
const both =
  (first: Change, second: Change): Change =>
  async (original) =>
    second(await originalOf(await first(original)))

const mirrored = changed((image) => image.flop())
const resized = (width: number, quality = 80) => changed((image) => image.resize(width), quality)
const cornerWords = drawn((w, h) =>
  words(w * 0.82, h * 0.95, w * 0.06, 'market.com', 'fill="#fff" stroke="#000" stroke-width="0.5"'),
)

/** What sellers and sites do to a photo, by kind; all of it the same picture. */
export const changes: Readonly<Record<string, readonly Change[]>> = {
  'resized to 640 and 300 px': [resized(640), resized(300)],
  'JPEG quality 30–80': [30, 40, 50, 60, 70, 80].map((quality) => changed((image) => image, quality)),
  'as WebP, AVIF, PNG': [
    ({ png }) => sharp(png).webp({ quality: 60 }).toBuffer(),
    ({ png }) => sharp(png).resize(400).avif({ quality: 45, effort: 1 }).toBuffer(),
    ({ png }) => sharp(png).png().toBuffer(),
  ],
  ...Object.fromEntries(
    [2, 5, 8, 10].map((p) => [
      `cropped by ${p} % at one side`,
      [cut(p, 0, 0, 0), cut(0, p, 0, 0), cut(0, 0, p, 0), cut(0, 0, 0, p)],
    ]),
  ),
  ...Object.fromEntries([2, 5, 8, 10].map((p) => [`cropped by ${p} % at all sides`, [cut(p, p, p, p)]])),
  'cropped unevenly': [
    cut(8, 5, 0, 0),
    cut(10, 0, 3, 0),
    cut(0, 4, 7, 0),
    cut(10, 0, 10, 0),
    cut(3, 9, 1, 6),
    cut(7, 0, 0, 9),
    cut(4, 4, 8, 2),
  ],
  'text in a corner': [
    cornerWords,
    drawn((w, h) => words(w * 0.2, h * 0.1, w * 0.08, 'SOLD BY', 'fill="#fe0" stroke="#000"')),
  ],
  'logo in a corner': [
    drawn(
      (w, h) =>
        `<rect x="${w * 0.78}" y="${h * 0.03}" width="${w * 0.19}" height="${h * 0.12}" rx="8" fill="#d22"/><circle cx="${w * 0.84}" cy="${h * 0.09}" r="${h * 0.04}" fill="#fff"/>`,
    ),
    drawn(
      (w, h) =>
        `<circle cx="${w * 0.09}" cy="${h * 0.9}" r="${h * 0.08}" fill="#0a5" stroke="#fff" stroke-width="4"/>`,
    ),
  ],
  'text over the middle': [
    drawn((w, h) => words(w / 2, h * 0.55, w * 0.13, 'SAMPLE PHOTO', 'fill="#fff" fill-opacity="0.5"')),
    drawn((w, h) => {
      const line = words(w / 2, h * 0.55, w * 0.15, 'MARKETPLACE', 'fill-opacity="0.4"')
      return `<g transform="rotate(-30 ${w / 2} ${h / 2})">${line}</g>`
    }),
    drawn((w, h) =>
      Array.from({ length: 12 }, (_, i) =>
        words(
          (w * (1 + (i % 3) * 2)) / 6,
          (h * (i + 3)) / 15,
          w * 0.06,
          'own photo',
          'fill="#fff" fill-opacity="0.35"',
        ),
      ).join(''),
    ),
  ],
  'banner at the bottom': [
    drawn((w, h) => {
      const band = `<rect y="${h * 0.92}" width="${w}" height="${h * 0.08}" fill-opacity="0.75"/>`
      return band + words(w / 2, h * 0.98, h * 0.07, 'CALL 555 0100', 'fill="#fff"')
    }),
  ],
  'brightness and contrast ± 15 %': [
    ...[0.85, 1.15].map((by) => changed((image) => image.modulate({ brightness: by }))),
    ...[0.85, 1.15].map((by) => changed((image) => image.linear(by, 128 * (1 - by)))),
  ],
  'border added': [framed(3, '#fff'), framed(8, '#fff'), framed(3, '#000'), framed(8, '#000'), toSquare],
  'turned, with EXIF': [turned(270, 6), turned(180, 3), turned(90, 8)],
  mirrored: [mirrored],
  'several at once': [
    both(cut(10, 10, 10, 10), resized(320, 50)),
    both(mirrored, resized(300, 50)),
    both(cut(5, 0, 0, 0), mirrored),
    both(cut(0, 4, 7, 0), cornerWords),
    both(cornerWords, resized(200, 40)),
  ],
}
