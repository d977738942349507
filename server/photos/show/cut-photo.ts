import sharp from 'sharp'
import { errorMessage } from '../../core/errors.ts'
import { formatOf, photoBytesMax, pixelsMaxOf } from '../hash/read-photo.ts'
import { type PhotoWidth, photoWidths } from './photo-widths.ts'

export type CutPhoto = { cuts: { width: PhotoWidth; bytes: Uint8Array }[] } | { unusable: string }

const decodeTimeoutS = 10
const quality = 78
/** Of encoding, 0–6: more costs twice the time for a few percent of the size. */
const effort = 2

/**
 * A JPEG, PNG, WebP, AVIF or GIF file as WebP in each width, or one sentence why not; never throws, whatever the bytes.
 * Upright, without EXIF (the place where it was taken is in there), on white, never larger than it came; of an animation
 * the first picture.
 */
export async function cutPhoto(bytes: Uint8Array): Promise<CutPhoto> {
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
    if (meta.width * meta.height > limit) return tooManyPixels
    const { data, info } = await sharp(bytes, options)
      .timeout({ seconds: decodeTimeoutS })
      .autoOrient()
      .resize(boxOf(photoWidths.at(-1)!))
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    const cuts: { width: PhotoWidth; bytes: Uint8Array }[] = []
    for (const wide of photoWidths)
      cuts.push({
        width: wide,
        bytes: await sharp(data, { raw: { width, height, channels } })
          .timeout({ seconds: decodeTimeoutS })
          .resize(boxOf(wide))
          .webp({ quality, effort })
          .toBuffer(),
      })
    return { cuts }
  } catch (error) {
    const message = errorMessage(error)
    if (/pixel limit/i.test(message)) return tooManyPixels
    if (/timeout/i.test(message))
      return { unusable: `The picture took longer than ${decodeTimeoutS} s to read.` }
    return { unusable: 'The picture is damaged or incomplete.' }
  }
}

/** A tower is cut down by its height: WebP has no picture of more than 16,383 pixels. */
const boxOf = (width: number) =>
  ({ width, height: width * 2, fit: 'inside', withoutEnlargement: true }) as const
