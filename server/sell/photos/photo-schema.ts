import { z } from 'zod'
import { isStorable } from '../../core/text.ts'
import { itemSchema } from '../schema.ts'
import { factFields, photoSizes, photoStates, photoVersions, storedFactFields } from './photo.ts'
import { photoProblemCodes } from './photo-problems.ts'

const id = z.number().int().positive()
const line = (most: number) =>
  z.string().trim().min(1).max(most).refine(isStorable, 'has characters that cannot be stored')
const amount = z.number().int()
const share = z.number()

export const knownPhotosSchema = z
  .strictObject({ sha256: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(500) })
  .meta({ example: { sha256: ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'] } })

const photoIds = z.array(id).min(1).max(100)

export const groupsInputSchema = z
  .strictObject({ groups: z.array(photoIds).min(1).max(500) })
  .meta({ example: { groups: [[1, 2], [3]] } })
export type GroupsInput = z.output<typeof groupsInputSchema>

export const makeItemsSchema = z
  .strictObject({
    groups: z
      .array(
        z.strictObject({
          photoIds,
          /** Left out: what a listing with the same picture is called, else "Untitled" and its number. */
          title: line(500).optional(),
        }),
      )
      .min(1)
      .max(100),
  })
  .meta({ example: { groups: [{ photoIds: [1, 2], title: 'Oak desk' }] } })
export type MakeItemsInput = z.output<typeof makeItemsSchema>

export const photoPatchSchema = z
  .strictObject({
    /** `plain` undoes what was cleaned or cut out. */
    used: z.enum(photoVersions),
  })
  .meta({ example: { used: 'plain' } })
export type PhotoPatch = z.output<typeof photoPatchSchema>

export const itemPhotosInputSchema = z
  .strictObject({ photoIds: z.array(id).max(100) })
  .meta({ example: { photoIds: [2, 1] } })

export const factInputSchema = z
  .strictObject({
    field: z.enum(storedFactFields),
    /** As a recogniser offered it, or as you say; null takes it back. What is the thing's own is changed there. */
    value: line(1000).nullable(),
  })
  .meta({ example: { field: 'brand', value: 'Herman Miller' } })

export const photoFileQuery = z.object({
  /** `original` = the file as it came, with all that the camera wrote into it. */
  version: z.enum([...photoVersions, 'original', 'used']).default('used'),
  size: z.enum(photoSizes).default('large'),
})
export const photoZipQuery = z.object({
  /** Of the longer side, in pixels; marketplaces ask for 500 and more. */
  longest: z.coerce.number().int().min(500).max(2048).default(1600),
})

export const photoFileSchema = z.string().describe('A picture.').meta({ format: 'binary' })
export const zipSchema = z.string().describe('A ZIP file.').meta({ format: 'binary' })

const candidateSchema = z.object({
  field: z.enum(factFields),
  value: z.string(),
  /** 0–1. */
  confidence: share,
  /** Which recogniser says so: `barcode`, `words`, `listing` … */
  origin: z.string(),
  /** What it saw. */
  evidence: z.string(),
  listingId: amount.nullable(),
})

export const photoViewSchema = z.object({
  id: amount,
  sha256: z.string(),
  /** Of the file. */
  name: z.string(),
  bytes: amount,
  /** `waiting` = it is being read; `refused` = it is kept, and `problem` says why it cannot be used. */
  state: z.enum(photoStates),
  problem: z.string().nullable(),
  problemCode: z.enum(photoProblemCodes).nullable(),
  /** As shown. */
  width: amount.nullable(),
  height: amount.nullable(),
  /** By the camera's clock, without a zone. */
  takenAt: z.string().nullable(),
  /** Which version is shown and sold by. */
  used: z.enum(photoVersions),
  versions: z.array(z.enum(photoVersions)),
  /** What cleaning changed; null = nothing. */
  did: z
    .object({
      tones: z.object({ gains: z.array(share), offset: amount }).nullable(),
      crop: z.object({ left: share, top: share, width: share, height: share }).nullable(),
    })
    .nullable(),
  /** `bad` = the background could not be told from the thing, so nothing was changed; `none` = there is no way to. */
  cut: z
    .object({
      state: z.enum(['asked', 'done', 'bad', 'none']),
      by: z.enum(['model', 'fill']).nullable(),
      quality: share.nullable(),
    })
    .nullable(),
  /** Null = nobody looked yet. */
  candidates: z.array(candidateSchema).nullable(),
  /** It may show an address, a phone number or a mail address of somebody. */
  mayShowPerson: z.boolean(),
  itemId: amount.nullable(),
  createdAt: z.iso.datetime(),
})
export type PhotoView = z.output<typeof photoViewSchema>

export const photoListSchema = z.object({ photos: z.array(photoViewSchema) })

export const groupsSchema = z.object({
  groups: z.array(
    z.object({
      photos: z.array(photoViewSchema),
      /** What the thing may be called. */
      title: candidateSchema.nullable(),
    }),
  ),
  refused: z.array(photoViewSchema),
  /** Photos that are still being read: groups may change. */
  waiting: amount,
  isCut: z.boolean(),
})

export const madeItemsSchema = z.object({ items: z.array(itemSchema) })

export const itemPhotosSchema = z.object({
  photos: z.array(photoViewSchema),
  facts: z.array(
    z.object({
      field: z.enum(storedFactFields),
      value: z.string(),
      confidence: share,
      origin: z.string(),
      evidence: z.string().nullable(),
      photoId: amount.nullable(),
      updatedAt: z.iso.datetime(),
    }),
  ),
})
