import type { z } from 'zod'
import type { ItemPhotos, looseGroups } from './arrange.ts'
import type { Candidate, StoredPhoto } from './photo.ts'
import { photoProblems } from './photo-problems.ts'
import type { groupsSchema, itemPhotosSchema, PhotoView } from './photo-schema.ts'

export function photoView(photo: StoredPhoto): PhotoView {
  return {
    ...{ id: photo.id, sha256: photo.sha256, name: photo.name, bytes: photo.bytes },
    ...{
      state: photo.state,
      problem: photo.problem && photoProblems[photo.problem],
      width: photo.width,
      height: photo.height,
    },
    problemCode: photo.problem,
    ...{ takenAt: photo.takenAt, used: photo.used, versions: photo.versions, did: photo.did, cut: photo.cut },
    candidates: photo.candidates?.map(candidateView) ?? null,
    mayShowPerson: mayShowPerson(photo.candidates ?? []),
    itemId: photo.itemId,
    createdAt: photo.createdAt.toISOString(),
  }
}

const candidateView = ({ listingId, ...candidate }: Candidate) => ({
  ...candidate,
  listingId: listingId ?? null,
})

/** Labels of parcels, bills and name plates: a mail address, a phone number, or a place with its code. */
const personal = [
  /[\w.+-]+@[\w-]+\.[a-z]{2,}/i,
  /(?:\+\d{1,3}[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b/,
  /\b[A-Z]{2} \d{5}(?:-\d{4})?\b/,
  /\b\d{1,5} (?:[A-Z][a-z]+ ){1,3}(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Ln|Lane|Blvd|Way|Court|Ct)\b/,
]

export function mayShowPerson(candidates: readonly Candidate[]): boolean {
  return candidates.some(
    ({ field, value }) => field === 'words' && personal.some((pattern) => pattern.test(value)),
  )
}

export function groupsView(found: Awaited<ReturnType<typeof looseGroups>>): z.output<typeof groupsSchema> {
  return {
    groups: found.groups.map(({ photos, title }) => ({
      photos: photos.map(photoView),
      title: title && candidateView(title),
    })),
    refused: found.refused.map(photoView),
    waiting: found.waiting,
    isCut: found.isCut,
  }
}

export function itemPhotosView({ photos, facts }: ItemPhotos): z.output<typeof itemPhotosSchema> {
  return {
    photos: photos.map(photoView),
    facts: facts.map(({ updatedAt, ...fact }) => ({ ...fact, updatedAt: updatedAt.toISOString() })),
  }
}
