import { z } from 'zod'
import { idInAddress } from '../core/id-param.ts'
import { type PhotoWidth, photoWidths } from './show/photo-widths.ts'

export const photoParams = z.object({
  listing: idInAddress,
  /** From 0 on, in the order of `imageUrls`. */
  n: z.coerce.number().int().min(0).max(999),
})

export const photoQuery = z.object({
  /** In pixels; a photo that is narrower comes as it is. */
  w: z
    .enum(photoWidths.map(String))
    .default('704')
    .transform((width) => Number(width) as PhotoWidth),
})

export const photoSchema = z.string().describe('A WebP picture.').meta({ format: 'binary' })
