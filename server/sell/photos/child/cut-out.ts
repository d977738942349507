import sharp from 'sharp'
import { rawOf, type Sizes, sizesOf } from './clean.ts'
import { figuresOf, type Mask, type MaskFigures, qualityMin, qualityOf } from './mask.ts'
import { maskByModel } from './model.ts'
import { cropAround, plainBackground } from './subject.ts'
import { type Pixels, type Tones, tonesOf } from './tones.ts'

export interface CutOut {
  /** By the network of the add-on, or by the one colour of the background. */
  by: 'model' | 'fill'
  figures: MaskFigures
  quality: number
  /** The thing on white; null where the mask is too bad: then nothing is changed. */
  sizes: Sizes | null
}

/** Longest side at which a plain background is looked at. */
const filledPx = 1024
const judgedPx = 256

/**
 * Takes the background of an upright photo away: every pixel of the thing stays as it is (but for the light, as in
 * cleaning), those around it become white. Null where there is neither a network nor a plain background.
 */
export async function cutOut(jpeg: Uint8Array, modelFolder: string | null): Promise<CutOut | null> {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
  const pixels = { data, width: info.width, height: info.height }
  const byModel = modelFolder === null ? null : await maskByModel(pixels, modelFolder)
  const mask = byModel ?? (await maskByColour(pixels))
  if (mask === null) return null
  const figures = figuresOf(mask)
  const quality = qualityOf(figures)
  const by = byModel === null ? 'fill' : 'model'
  if (quality < qualityMin) return { by, figures, quality, sizes: null }
  const crop = cropAround((at) => mask.data[at]! >= 0.5, mask.width, mask.height)
  const tones = tonesOf(await shrunk(pixels, judgedPx))
  return {
    by,
    figures,
    quality,
    sizes: await sizesOf(await onWhite(pixels, mask, tones), { crop, tones: null }),
  }
}

async function shrunk(pixels: Pixels, longestPx: number): Promise<Pixels> {
  const { data, info } = await rawOf(pixels)
    .resize({ width: longestPx, height: longestPx, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** All that is joined to the border and of its colour is background; null where the background is not plain. */
async function maskByColour(pixels: Pixels): Promise<Mask | null> {
  const small = await shrunk(pixels, filledPx)
  const background = plainBackground(small)
  if (background === null) return null
  return {
    data: Float32Array.from(background.isBackground, (is) => 1 - is),
    width: small.width,
    height: small.height,
  }
}

/** White is put behind, by the mask; the edge is mixed as the mask has it. */
async function onWhite(pixels: Pixels, mask: Mask, tones: Tones | null): Promise<Pixels> {
  const alpha = await sharp(
    Buffer.from(Uint8Array.from(mask.data, (value) => Math.round(clamp01(value) * 255))),
    {
      raw: { width: mask.width, height: mask.height, channels: 1 },
    },
  )
    .resize(pixels.width, pixels.height, { fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  const data = Buffer.alloc(pixels.data.length)
  for (let at = 0; at < alpha.length; at++) {
    const share = alpha[at]! / 255
    for (let channel = 0; channel < 3; channel++) {
      const value = pixels.data[at * 3 + channel]!
      const lit =
        tones === null ? value : Math.min(255, Math.max(0, value * tones.gains[channel]! + tones.offset))
      data[at * 3 + channel] = Math.round(lit * share + 255 * (1 - share))
    }
  }
  return { data, width: pixels.width, height: pixels.height }
}

const clamp01 = (value: number) => Math.min(1, Math.max(0, value))
