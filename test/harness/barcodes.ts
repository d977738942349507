import sharp from 'sharp'

// The seven bars of a digit: left odd, left even, right; which of the left are even says the first digit.
const odd = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
]
const right = odd.map((bars) => bars.replaceAll(/[01]/g, (bit) => (bit === '1' ? '0' : '1')))
const even = right.map((bars) => [...bars].reverse().join(''))
const parities = [
  '000000',
  '001011',
  '001101',
  '001110',
  '010011',
  '011001',
  '011100',
  '010101',
  '010110',
  '011010',
]

/** Twelve digits with their check digit. */
export function ean13Of(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return `${twelve}${(10 - (sum % 10)) % 10}`
}

/** 95 modules, 1 = dark. */
export function modulesOf(number: string): string {
  const parity = parities[Number(number[0])]!
  const left = [...number.slice(1, 7)].map((digit, at) => (parity[at] === '1' ? even : odd)[Number(digit)]!)
  const after = [...number.slice(7)].map((digit) => right[Number(digit)]!)
  return `101${left.join('')}01010${after.join('')}101`
}

export interface Drawn {
  /** Degrees. */
  tilt: number
  /** Of a Gaussian, in pixels of the photo. */
  blur: number
  /** Of the light on it, 0–1. */
  glare: number
  /** Pixels of a module. */
  modulePx: number
}

/** A photo with a printed label on it, as a camera sees it: tilted, a little out of focus, with a light on it. */
export async function withBarcode(photo: Uint8Array, number: string, drawn: Drawn): Promise<Buffer> {
  const { tilt, blur, glare, modulePx } = drawn
  const [quiet, height] = [11 * modulePx, 60 * modulePx]
  const width = 95 * modulePx + 2 * quiet
  const bars = [...modulesOf(number)]
    .map((bit, at) =>
      bit === '1'
        ? `<rect x="${quiet + at * modulePx}" y="${modulePx * 4}" width="${modulePx}" height="${height}"/>`
        : '',
    )
    .join('')
  const [whole, tall] = [width, height + 14 * modulePx]
  const light = `<defs><radialGradient id="g" cx="${0.3 + glare / 3}" cy="0.4" r="0.6"><stop stop-color="#fff" stop-opacity="${glare}"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>`
  const label = await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${tall}">${light}<rect width="${whole}" height="${tall}" fill="#f4f1ea"/><g fill="#15130f">${bars}</g><rect width="${whole}" height="${tall}" fill="url(#g)"/></svg>`,
    ),
  )
    .rotate(tilt, { background: '#00000000' })
    .png()
    .toBuffer()
  const base = sharp(photo).resize(1600, 1200, { fit: 'cover' })
  const flat = await base
    .composite([{ input: label, gravity: 'centre' }])
    .toColourspace('srgb')
    .png()
    .toBuffer()
  const seen = blur > 0.3 ? sharp(flat).blur(blur) : sharp(flat)
  return seen.jpeg({ quality: 80 }).toBuffer()
}
