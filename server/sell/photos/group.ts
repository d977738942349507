import { type PhotoHash, type SamePhoto, samePhotoMin } from '../../model/photo.ts'
import type { StoredPhoto } from './photo.ts'

type Grouped = Pick<StoredPhoto, 'id' | 'takenAt' | 'hash' | 'look' | 'groupNo' | 'position'>

/** Photos taken one after the other within so many seconds show one thing if they look so much alike. */
const together = [
  { seconds: 20, alike: 0.25 },
  { seconds: 90, alike: 0.55 },
  { seconds: 600, alike: 0.75 },
] as const
/** Without a time, only looks can tell. */
const alikeWithoutTime = 0.7

/**
 * Photos that show one thing each, by when they were taken, whether they are the same picture and how they look; in the
 * order in which they were taken. Where a person put a photo it stays.
 */
export function groupPhotos<Photo extends Grouped>(photos: readonly Photo[], same: SamePhoto): Photo[][] {
  const byPerson = Map.groupBy(
    photos.filter(({ groupNo }) => groupNo !== null),
    ({ groupNo }) => groupNo,
  )
  const placed = [...byPerson.values()].map((group) =>
    group.toSorted((a, b) => a.position - b.position || a.id - b.id),
  )
  const groups: Photo[][] = []
  for (const photo of photos.filter(({ groupNo }) => groupNo === null).toSorted(byTime)) {
    const twin = groups.find((group) => group.some((other) => isSame(photo, other, same)))
    const last = groups.at(-1)
    const group = twin ?? (last !== undefined && belongTogether(last.at(-1)!, photo) ? last : undefined)
    if (group === undefined) groups.push([photo])
    else group.push(photo)
  }
  return [...placed, ...groups].toSorted((a, b) => byTime(a[0]!, b[0]!))
}

/** By the camera's clock; those without a time in the order in which they came, behind. */
function byTime(a: Grouped, b: Grouped): number {
  if (a.takenAt !== null && b.takenAt !== null && a.takenAt !== b.takenAt)
    return a.takenAt < b.takenAt ? -1 : 1
  if ((a.takenAt === null) !== (b.takenAt === null)) return a.takenAt === null ? 1 : -1
  return a.id - b.id
}

function isSame(a: Grouped, b: Grouped, same: SamePhoto): boolean {
  return a.hash !== null && b.hash !== null && same(a.hash as PhotoHash, b.hash as PhotoHash) >= samePhotoMin
}

function belongTogether(before: Grouped, photo: Grouped): boolean {
  const alike = likeness(before.look, photo.look)
  if (before.takenAt === null || photo.takenAt === null)
    return before.takenAt === null && photo.takenAt === null && alike >= alikeWithoutTime
  const seconds = (Date.parse(`${photo.takenAt}Z`) - Date.parse(`${before.takenAt}Z`)) / 1000
  return together.some((within) => seconds <= within.seconds && alike >= within.alike)
}

/** How much of their colours two photos share, 0–1; 0 where one has not been looked at. */
export function likeness(a: string | null, b: string | null): number {
  if (a === null || b === null || a.length !== b.length || a.length === 0) return 0
  const [one, other] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')]
  const total = Math.max(sumOf(one), sumOf(other))
  let shared = 0
  for (const [at, value] of one.entries()) shared += Math.min(value, other[at]!)
  return total === 0 ? 0 : shared / total
}

const sumOf = (values: Uint8Array) => values.reduce((sum, value) => sum + value, 0)
