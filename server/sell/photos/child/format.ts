/** What a photo may come as. */
export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic'

/** Decoding a JPEG that is cut down holds little; the others are decoded whole. HEIC goes through a library of its own. */
const pixelsMax: Readonly<Record<PhotoFormat, number>> = {
  jpeg: 110_000_000,
  png: 50_000_000,
  webp: 40_000_000,
  avif: 26_000_000,
  heic: 26_000_000,
}
export const pixelsMaxOf = (format: PhotoFormat): number => pixelsMax[format]

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'])
const avifBrands = new Set(['avif', 'avis'])

/** By its first bytes, before any decoder sees it, whatever its name says; null for all that is not allowed. */
export function formatOf(head: Uint8Array): PhotoFormat | null {
  const text = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to))
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg'
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  if (text(4, 8) !== 'ftyp') return null
  // The box says how long it is: its own brand, a version, then those that it is compatible with.
  const length = Math.min(head.length, 4096, new DataView(head.buffer, head.byteOffset).getUint32(0))
  const brands = [text(8, 12)]
  for (let at = 16; at + 4 <= length; at += 4) brands.push(text(at, at + 4))
  if (brands.some((brand) => avifBrands.has(brand))) return 'avif'
  return brands.some((brand) => heicBrands.has(brand)) ? 'heic' : null
}
