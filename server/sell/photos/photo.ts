import type { PhotoProblem } from './photo-problems.ts'

/** `waiting` = kept, and not looked at yet; `refused` = kept, and no photo that can be used. */
export const photoStates = ['waiting', 'ready', 'refused'] as const
export type PhotoState = (typeof photoStates)[number]

/** `plain`: upright and nothing else; `clean`: light, colour and crop put right; `cut`: the thing alone, on white. */
export const photoVersions = ['plain', 'clean', 'cut'] as const
export type PhotoVersion = (typeof photoVersions)[number]

export const photoSizes = ['large', 'small'] as const
export type PhotoSize = (typeof photoSizes)[number]

/** What cleaning changed; null = left as it was. */
export interface PhotoDid {
  /** Red, green and blue times this, plus the offset. */
  tones: { gains: [number, number, number]; offset: number } | null
  /** What was kept, in shares of the sides. */
  crop: { left: number; top: number; width: number; height: number } | null
}

/** What became of cutting it out. */
export interface PhotoCut {
  state: 'asked' | 'done' | 'bad' | 'none'
  by: 'model' | 'fill' | null
  /** 0–1; what is below `qualityMin` is not used. */
  quality: number | null
}

/** What a thing is said to be, field by field. */
export const factFields = ['title', 'brand', 'model', 'gtin', 'isbn', 'words'] as const
export type FactField = (typeof factFields)[number]

/** What else is kept of where a thing's own fields came from; a description is one for each language of ads. */
export const takenFields = ['category', 'condition', 'details', 'defects', 'included'] as const
export const descriptionFields = ['description-en', 'description-de', 'description-nl'] as const
export const storedFactFields = [...factFields, ...takenFields, ...descriptionFields] as const
export type StoredFactField = (typeof storedFactFields)[number]

/** What a photo may say of a field of the thing: never taken over by itself. */
export interface Candidate {
  field: FactField
  value: string
  /** 0–1. */
  confidence: number
  /** Which recogniser says so. */
  origin: string
  /** What it saw, in its own words: the words on the thing, the title of a listing. */
  evidence: string
  /** The listing that it was found in. */
  listingId?: number
}

export interface StoredPhoto {
  id: number
  userId: number
  sha256: string
  name: string
  bytes: number
  state: PhotoState
  problem: PhotoProblem | null
  width: number | null
  height: number | null
  takenAt: string | null
  hash: string | null
  look: string | null
  used: PhotoVersion
  versions: PhotoVersion[]
  did: PhotoDid | null
  cut: PhotoCut | null
  candidates: Candidate[] | null
  groupNo: number | null
  itemId: number | null
  position: number
  createdAt: Date
}

/** The name under which a file of a photo is kept. */
export type PhotoFile = 'original' | `${PhotoVersion}-${PhotoSize}`
