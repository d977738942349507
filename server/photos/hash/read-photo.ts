import sharp from 'sharp'
import { errorMessage } from '../../core/errors.ts'
import type { PhotoHash } from '../../model/photo.ts'
import { hashOf } from './hash.ts'
import { pictureOf, side } from './picture.ts'

export const photoBytesMax = 15 * 1024 * 1024
/** Decoding holds up to 10 bytes a pixel, for AVIF twice that. */
const pixelsMax = 30_000_000
const avifPixelsMax = 8_000_000
/** Of the shorter side: below it is an icon or a tracking pixel. */
const sidePxMin = 64
const decodeTimeoutS = 10

export type HashedPhoto = { hash: PhotoHash; width: number; height: number } | { unusable: string }

/**
 * The hash and size in pixels (as shown, after EXIF turning) of a JPEG, PNG, WebP, AVIF or GIF file, or one sentence
 * why it has none; never throws, whatever the bytes.
 */
export async function hashPhoto(bytes: Uint8Array): Promise<HashedPhoto> {
  if (bytes.length === 0) return { unusable: 'The file is empty.' }
  if (bytes.length > photoBytesMax) return { unusable: 'The file is larger than 15 MB.' }
  const format = formatOf(bytes)
  if (format === null) return { unusable: 'The file is no JPEG, PNG, WebP, AVIF or GIF picture.' }
  const limit = pixelsMaxOf(format)
  const tooManyPixels = { unusable: `The picture has more than ${limit / 1e6} million pixels.` }
  try {
    const options = { failOn: 'error', limitInputPixels: limit, pages: 1 } as const
    const meta = await sharp(bytes, options).metadata()
    // The decoder looks by itself; what it takes the file for must be what we allowed.
    if (meta.format !== format) return { unusable: 'The file is not the kind of picture it begins as.' }
    if ((meta.pages ?? 1) > 1) return { unusable: 'The picture is an animation.' }
    const { width, height } = meta.autoOrient
    if (width * height > limit) return tooManyPixels
    if (Math.min(width, height) < sidePxMin)
      return { unusable: `The picture is too small (${width} × ${height} pixels).` }
    const { data, info } = await sharp(bytes, options)
      .timeout({ seconds: decodeTimeoutS })
      .autoOrient()
      .resize(side, side, { fit: 'fill' })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    if (info.channels !== 3) return { unusable: 'The colours of the picture are of an unknown kind.' }
    const result = hashOf(pictureOf(data))
    return 'hash' in result ? { ...result, width, height } : result
  } catch (error) {
    const message = errorMessage(error)
    if (/pixel limit/i.test(message)) return tooManyPixels
    if (/timeout/i.test(message))
      return { unusable: `The picture took longer than ${decodeTimeoutS} s to read.` }
    return { unusable: 'The picture is damaged or incomplete.' }
  }
}

type Format = 'jpeg' | 'png' | 'webp' | 'heif' | 'gif'

export const pixelsMaxOf = (format: Format): number => (format === 'heif' ? avifPixelsMax : pixelsMax)

/** By its first bytes, before any decoder sees it; null for everything that is not allowed (SVG, PDF, TIFF, HEIC …). */
export function formatOf(bytes: Uint8Array): Format | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  if (text(4, 8) === 'ftyp' && /^(?:avif|mif1)/.test(text(8, 12))) return 'heif'
  if (/^GIF8[79]a/.test(text(0, 6))) return 'gif'
  return null
}
