/**
 * What is kept of a photo to recognise it again: several perceptual hashes in one hexadecimal text of fixed length.
 * Opaque outside this slice; compare two with `samePhoto`.
 */
export type PhotoHash = string

/** Two hashes, each of one photo: how sure it is that they show the same picture, 0–1. */
export type SamePhoto = (a: PhotoHash, b: PhotoHash) => number

/** From this value of `samePhoto` on, two photos count as the same picture. */
export const samePhotoMin = 0.5
