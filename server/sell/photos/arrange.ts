import type { Authorized } from '../../core/actor.ts'
import { badInput, conflict, notFound } from '../../core/errors.ts'
import type { SellDeps } from '../deps.ts'
import { countItems, freeSku, getItem, holdItem, insertItem } from '../item-store.ts'
import { itemsMax, shownItem } from '../items.ts'
import type { ItemView } from '../schema.ts'
import { deleteFact, factsOf, type StoredFact, writeFact } from './fact-store.ts'
import { groupPhotos } from './group.ts'
import { type Candidate, type StoredFactField, type StoredPhoto, takenFields } from './photo.ts'
import { photoProblems } from './photo-problems.ts'
import type { GroupsInput, MakeItemsInput, PhotoPatch } from './photo-schema.ts'
import {
  deletePhoto,
  getPhoto,
  givePhotos,
  groupPhotosAs,
  holdPhotos,
  loosePhotos,
  photosOfItem,
  takePhotos,
  useVersion,
} from './photo-store.ts'

/** Of one page of the studio; who has more makes things of some first. */
const looseMax = 500
export const itemPhotosMax = 100
/** What a listing says of the same picture is offered as the title from here on. */
const titleSureMin = 0.5

export interface PhotoGroup {
  photos: StoredPhoto[]
  /** What the thing may be called; null = nothing is known. */
  title: Candidate | null
}

/** Photos that belong to no thing yet, one group for each thing that they seem to show; refused ones each alone. */
export async function looseGroups(
  { db, photos: { same } }: Pick<SellDeps, 'db' | 'photos'>,
  userId: Authorized<'read'>,
): Promise<{ groups: PhotoGroup[]; refused: StoredPhoto[]; waiting: number; isCut: boolean }> {
  const loose = await loosePhotos(db, userId, looseMax + 1)
  const shown = loose.slice(0, looseMax)
  return {
    groups: groupPhotos(
      shown.filter(({ state }) => state !== 'refused'),
      same,
    ).map((photos) => ({ photos, title: titleOf(photos) })),
    refused: shown.filter(({ state }) => state === 'refused'),
    waiting: shown.filter(({ state }) => state === 'waiting').length,
    isCut: loose.length > looseMax,
  }
}

export function titleOf(photos: readonly Pick<StoredPhoto, 'candidates'>[]): Candidate | null {
  const titles = photos
    .flatMap(({ candidates }) => candidates ?? [])
    .filter(({ field, confidence }) => field === 'title' && confidence >= titleSureMin)
  return titles.toSorted((a, b) => b.confidence - a.confidence)[0] ?? null
}

/** Photos stay in these groups, in this order, whatever their time and looks; each may stand in one group only. */
export async function setGroups(
  deps: Pick<SellDeps, 'db' | 'photos'>,
  userId: Authorized<'write'>,
  { groups }: GroupsInput,
): Promise<void> {
  const ids = eachOnce(groups)
  await deps.db.transaction(async (tx) => {
    const held = await holdPhotos(tx, userId, ids)
    mustBeAll(held, ids)
    const given = held.find(({ itemId }) => itemId !== null)
    if (given !== undefined) throw belongsToItem(given)
    for (const group of groups) await groupPhotosAs(tx, userId, Math.min(...group), group)
  })
}

/** A thing in stock for each group of photos; all of them or none. */
export async function makeItems(
  deps: SellDeps,
  userId: Authorized<'write'>,
  { groups }: MakeItemsInput,
): Promise<{ items: ItemView[] }> {
  const ids = eachOnce(groups.map(({ photoIds }) => photoIds))
  const now = deps.clock.now()
  return deps.db.transaction(async (tx) => {
    const held = await holdPhotos(tx, userId, ids)
    mustBeAll(held, ids)
    const given = held.find(({ itemId }) => itemId !== null)
    if (given !== undefined) throw belongsToItem(given)
    const refused = held.find(({ state }) => state === 'refused')
    if (refused !== undefined)
      throw badInput(
        `Photo ${refused.id} (${refused.name}) cannot be used: ${photoProblems[refused.problem ?? 'damaged']}`,
      )
    if ((await countItems(tx, userId)) + groups.length > itemsMax)
      throw conflict('too-many-items', `You have ${itemsMax} items, which is the most: delete some of them.`)
    const items: ItemView[] = []
    for (const { photoIds, title } of groups) {
      const sku = await freeSku(tx, userId)
      const seen = titleOf(held.filter(({ id }) => photoIds.includes(id)))
      const named = title ?? seen?.value ?? `Untitled ${sku}`
      const id = await insertItem(tx, {
        ...{
          userId,
          sku,
          title: named,
          quantity: 1,
          note: null,
          details: null,
          defects: null,
          included: null,
          aside: null,
          boughtOn: null,
        },
        ...{ brand: null, condition: null, listingId: null, predictedCents: null, predictedCurrency: null },
        ...{ category: deps.categoryOf(named), createdAt: now, updatedAt: now },
      })
      await givePhotos(tx, userId, id, photoIds)
      items.push(await shownItem(tx, userId, id))
    }
    return { items }
  })
}

function eachOnce(groups: readonly (readonly number[])[]): number[] {
  const ids = groups.flat()
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw badInput(`Photo ${twice} stands there twice: name each once.`)
  return ids
}

function mustBeAll(held: readonly StoredPhoto[], ids: readonly number[]): void {
  if (held.length !== ids.length) throw notFound('photo')
}

const belongsToItem = ({ id, itemId }: StoredPhoto) =>
  conflict('photo-has-item', `Photo ${id} belongs to item ${itemId} already: take it away from there first.`)

export interface ItemPhotos {
  photos: StoredPhoto[]
  facts: StoredFact[]
}

export async function photosOf(
  { db }: Pick<SellDeps, 'db'>,
  userId: Authorized<'read'>,
  itemId: number,
): Promise<ItemPhotos> {
  if ((await getItem(db, userId, itemId)) === null) throw notFound('item')
  return { photos: await photosOfItem(db, userId, itemId), facts: await factsOf(db, userId, itemId) }
}

/** These are the photos of a thing, in this order; what it had beside them is loose again. */
export async function setItemPhotos(
  deps: Pick<SellDeps, 'db'>,
  userId: Authorized<'write'>,
  itemId: number,
  photoIds: readonly number[],
): Promise<ItemPhotos> {
  const ids = eachOnce([photoIds])
  await deps.db.transaction(async (tx) => {
    if ((await holdItem(tx, userId, itemId)) === null) throw notFound('item')
    const held = await holdPhotos(tx, userId, ids)
    mustBeAll(held, ids)
    const others = held.find((photo) => photo.itemId !== null && photo.itemId !== itemId)
    if (others !== undefined) throw belongsToItem(others)
    const before = await photosOfItem(tx, userId, itemId)
    await takePhotos(
      tx,
      userId,
      before.map(({ id }) => id).filter((id) => !ids.includes(id)),
    )
    await givePhotos(tx, userId, itemId, ids)
  })
  return photosOf(deps, userId, itemId)
}

/** Which version of a photo is shown and sold by: `plain` undoes what was cleaned. */
export async function changePhoto(
  deps: Pick<SellDeps, 'db'>,
  userId: Authorized<'write'>,
  id: number,
  { used }: PhotoPatch,
): Promise<StoredPhoto> {
  return deps.db.transaction(async (tx) => {
    const [photo] = await holdPhotos(tx, userId, [id])
    if (photo === undefined) throw notFound('photo')
    if (!photo.versions.includes(used))
      throw badInput(
        photo.versions.length === 0
          ? 'There is no version of this photo yet: it waits to be read, or could not be.'
          : `There is no such version of this photo: there are ${photo.versions.join(', ')}.`,
        { used: 'is not there' },
      )
    await useVersion(tx, userId, id, used)
    return (await getPhoto(tx, userId, id))!
  })
}

/** With its file; a copy elsewhere is not touched. */
export async function removePhoto(
  deps: Pick<SellDeps, 'db'>,
  userId: Authorized<'write'>,
  id: number,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    if (!(await deletePhoto(tx, userId, id))) throw notFound('photo')
  })
}

/**
 * What a person says a field is: as a recogniser offered it, with its confidence and origin, or typed. Null takes it back.
 */
export async function setFact(
  deps: Pick<SellDeps, 'db' | 'clock'>,
  userId: Authorized<'write'>,
  itemId: number,
  { field, value }: { field: StoredFactField; value: string | null },
): Promise<ItemPhotos> {
  if (value !== null && takenFields.some((own) => own === field))
    throw badInput(`Change the ${field} of the thing itself: PATCH /api/items/${itemId}.`, {
      field: 'belongs to the thing itself',
    })
  await deps.db.transaction(async (tx) => {
    if ((await holdItem(tx, userId, itemId)) === null) throw notFound('item')
    if (value === null) return deleteFact(tx, userId, itemId, field)
    const offers = (await photosOfItem(tx, userId, itemId)).flatMap(({ id, candidates }) =>
      (candidates ?? []).map((candidate) => ({ ...candidate, photoId: id })),
    )
    const [offer] = offers
      .filter((one) => one.field === field && one.value === value)
      .toSorted((a, b) => b.confidence - a.confidence)
    await writeFact(tx, userId, itemId, {
      ...{ field, value, updatedAt: deps.clock.now() },
      ...(offer === undefined
        ? { confidence: 1, origin: 'typed', evidence: null, photoId: null }
        : {
            ...{ confidence: offer.confidence, origin: offer.origin },
            ...{ evidence: offer.evidence, photoId: offer.photoId },
          }),
    })
  })
  return photosOf(deps, userId, itemId)
}
