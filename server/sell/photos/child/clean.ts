import { open, readFile } from 'node:fs/promises'
import exifr from 'exifr'
import sharp, { type Sharp } from 'sharp'
import { errorMessage } from '../../../core/errors.ts'
import type { PhotoProblem } from '../photo-problems.ts'
import { formatOf, type PhotoFormat, pixelsMaxOf } from './format.ts'
import { decodeHeic } from './heic.ts'
import { lookOf } from './look.ts'
import { assertBare } from './metadata.ts'
import { type Box, cropAround, plainBackground } from './subject.ts'
import { type Pixels, type Tones, tonesOf } from './tones.ts'

/** Longest side of what goes to marketplaces, and of what is shown in lists. */
export const largePx = 2048
export const smallPx = 480
/** Of the shorter side: below it is an icon. */
const sidePxMin = 100
/** What light, colour and background are judged by. */
const judgedPx = 256
const quality = { large: 88, small: 80 } as const
const decodeTimeoutS = 20

export interface Sizes {
  large: Uint8Array
  small: Uint8Array
}

export interface CleanedPhoto {
  format: PhotoFormat
  /** As shown, after EXIF turning. */
  width: number
  height: number
  /** By the camera's own clock, without a zone: `2026-11-30T14:05:59`; null = the file does not say. */
  takenAt: string | null
  look: string
  /** Upright, cut down and without metadata; nothing else is changed. */
  plain: Sizes
  /** The same with light, colour and crop put right; null where nothing needed to be. */
  clean: Sizes | null
  did: { tones: Tones | null; crop: Box | null }
}

export type CleanResult = CleanedPhoto | { unusable: PhotoProblem }

/**
 * Reads one uploaded file and makes what is shown and sold by. One sentence instead where it is no photo that can be
 * used; what comes out is asserted to carry nothing but the picture.
 */
export async function cleanPhoto(path: string): Promise<CleanResult> {
  const format = formatOf(await headOf(path))
  if (format === null) return { unusable: 'no-picture' }
  try {
    const upright = await readUpright(path, format)
    if ('unusable' in upright) return upright
    const { pixels, width, height } = upright
    const judged = await shrink(pixels, judgedPx)
    const crop = cropOf(judged)
    const tones = tonesOf(judged)
    return {
      ...{ format, width, height, takenAt: await takenAt(path, format), look: lookOf(judged) },
      plain: await sizesOf(pixels, { crop: null, tones: null }),
      clean: crop === null && tones === null ? null : await sizesOf(pixels, { crop, tones }),
      did: { tones, crop },
    }
  } catch (error) {
    return { unusable: reasonOf(error) }
  }
}

function reasonOf(error: unknown): PhotoProblem {
  const message = errorMessage(error)
  // Of what came out, which is ours.
  if (/came out/.test(message)) throw error
  if (/pixel limit/i.test(message)) return 'too-many-pixels'
  return /timeout/i.test(message) ? 'too-slow' : 'damaged'
}

async function headOf(path: string): Promise<Uint8Array> {
  await using file = await open(path)
  const { bytesRead, buffer } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
  return buffer.subarray(0, bytesRead)
}

type Upright = { pixels: Pixels; width: number; height: number } | { unusable: PhotoProblem }

/** Decoded, turned by what the camera noted, cut down to `largePx`, without transparency, in sRGB. */
async function readUpright(path: string, format: PhotoFormat): Promise<Upright> {
  if (format === 'heic') return readHeic(path)
  const options = { failOn: 'error', limitInputPixels: pixelsMaxOf(format), pages: 1 } as const
  const meta = await sharp(path, options).metadata()
  if (meta.format !== (format === 'avif' ? 'heif' : format)) return { unusable: 'other-kind' }
  if ((meta.pages ?? 1) > 1) return { unusable: 'animation' }
  if (meta.width * meta.height > pixelsMaxOf(format)) return { unusable: 'too-many-pixels' }
  const { width, height } = meta.autoOrient
  if (Math.min(width, height) < sidePxMin) return { unusable: 'too-small' }
  return { pixels: await toPixels(sharp(path, options).autoOrient()), width, height }
}

async function readHeic(path: string): Promise<Upright> {
  const decoded = await decodeHeic(path)
  if ('tooMany' in decoded) return { unusable: 'too-many-pixels' }
  const { width, height, data } = decoded
  if (Math.min(width, height) < sidePxMin) return { unusable: 'too-small' }
  // The library turns it by itself.
  return { pixels: await toPixels(sharp(data, { raw: { width, height, channels: 4 } })), width, height }
}

async function toPixels(image: Sharp): Promise<Pixels> {
  const { data, info } = await image
    .timeout({ seconds: decodeTimeoutS })
    .resize({ width: largePx, height: largePx, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  if (info.channels === 3) return { data, width: info.width, height: info.height }
  if (info.channels !== 1) throw new Error('colours of an unknown kind')
  const rgb = Buffer.alloc(data.length * 3)
  for (let at = 0; at < data.length; at++) rgb.fill(data[at]!, at * 3, at * 3 + 3)
  return { data: rgb, width: info.width, height: info.height }
}

export const rawOf = ({ data, width, height }: Pixels) => sharp(data, { raw: { width, height, channels: 3 } })

async function shrink(pixels: Pixels, longestPx: number): Promise<Pixels> {
  const { data, info } = await rawOf(pixels)
    .resize({ width: longestPx, height: longestPx, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Only before a plain background it is sure where the thing ends. */
function cropOf(judged: Pixels): Box | null {
  const background = plainBackground(judged)
  if (background === null) return null
  return cropAround((at) => background.isBackground[at] === 0, judged.width, judged.height)
}

/** Both sizes as JPEG, with nothing in them but the picture. */
export async function sizesOf(
  pixels: Pixels,
  { crop, tones }: { crop: Box | null; tones: Tones | null },
): Promise<Sizes> {
  const sizeOf = async (longestPx: number, as: number) => {
    let image = rawOf(pixels)
    if (crop !== null) image = image.extract(areaOf(crop, pixels))
    image = image.resize({ width: longestPx, height: longestPx, fit: 'inside', withoutEnlargement: true })
    if (tones !== null)
      image = image.linear(
        tones.gains,
        tones.gains.map(() => tones.offset),
      )
    const bytes = await image.jpeg({ quality: as, chromaSubsampling: '4:2:0' }).toBuffer()
    assertBare(bytes)
    return new Uint8Array(bytes)
  }
  return { large: await sizeOf(largePx, quality.large), small: await sizeOf(smallPx, quality.small) }
}

export function areaOf(box: Box, { width, height }: { width: number; height: number }) {
  const left = Math.min(width - 1, Math.round(box.left * width))
  const top = Math.min(height - 1, Math.round(box.top * height))
  return {
    ...{ left, top },
    width: Math.max(1, Math.min(width - left, Math.round(box.width * width))),
    height: Math.max(1, Math.min(height - top, Math.round(box.height * height))),
  }
}

/** The camera's own note; a clock that was never set says a year before there were such cameras. */
async function takenAt(path: string, format: PhotoFormat): Promise<string | null> {
  const tags = await exifr
    .parse(format === 'heic' ? await tagsOfHeic(path) : path, wanted)
    .catch(() => undefined)
  const text: unknown = tags?.DateTimeOriginal ?? tags?.CreateDate
  const found =
    typeof text === 'string' ? /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)/.exec(text) : null
  if (found === null) return null
  const [, year, month, day, hours, minutes, seconds] = found
  const written = `${year}-${month}-${day}T${hours}:${minutes}:${seconds}`
  const isReal = !Number.isNaN(Date.parse(`${written}Z`)) && Number(year) >= 1995
  return isReal ? written : null
}

const wanted = { pick: ['DateTimeOriginal', 'CreateDate'], reviveValues: false }

/** From where the tags begin: where that is in the file is written in more ways than the library reads. */
async function tagsOfHeic(path: string): Promise<Uint8Array> {
  const file = await readFile(path)
  const starts = ['II*\0', 'MM\0*'].map((head) => file.indexOf(head, 0, 'latin1')).filter((at) => at >= 0)
  return file.subarray(Math.min(...starts, file.length))
}

/** JPEG of a cleaned photo for a marketplace that wants it no longer than so. */
export async function shortenPhoto(jpeg: Uint8Array, longestPx: number): Promise<Uint8Array> {
  const bytes = await sharp(jpeg)
    .resize({ width: longestPx, height: longestPx, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: quality.large })
    .toBuffer()
  assertBare(bytes)
  return new Uint8Array(bytes)
}
