import { randomUUID } from 'node:crypto'
import type { Authorized } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import { badInput, notFound } from '../../core/errors.ts'
import { askedDeals } from '../deals/deals.ts'
import { listDeals } from '../deals/order-store.ts'
import type { DealDeps } from '../listing-pages.ts'
import {
  type ManyMarked,
  type MarkChange,
  type MarksInput,
  type MarkUndo,
  type MarkValues,
  type MarkView,
  markedMax,
} from './mark-schema.ts'
import {
  holdListings,
  holdMarks,
  keepUndo,
  type MarkRow,
  readMarks,
  readSeenUpTo,
  takeUndo,
  writeMarks,
  writeSeenUpTo,
} from './mark-store.ts'
import { markView } from './mark-view.ts'

const undoneWithinMs = 86_400_000

type Marking = Pick<DealDeps, 'db' | 'clock'>
type Field = keyof MarkValues

/** Marks one; throws when there is none that the person sees. */
export async function markListing(deps: Marking, userId: Authorized<'own'>, id: number, change: MarkChange) {
  return deps.db.transaction(async (tx) => {
    await holdMarks(tx, userId)
    const { marked, undo } = await changeMarks(deps, tx, userId, { ids: [id], change })
    if (marked === 0) throw notFound('listing')
    const mark: MarkView = markView((await readMarks(tx, userId, [id])).get(id))
    return { listingId: id, mark, undo }
  })
}

/** Marks many, or notes that all was seen until then, in one go that one undo takes back. */
export async function markListings(
  deps: DealDeps,
  userId: Authorized<'own'>,
  { ids, filter, mark, seenUpTo }: MarksInput,
): Promise<ManyMarked> {
  const now = deps.clock.now()
  const at = seenUpTo === undefined ? undefined : new Date(seenUpTo)
  if (at !== undefined && at > now)
    throw badInput('seenUpTo lies in the future: nobody has seen what is still to come.', {
      seenUpTo: 'lies in the future',
    })
  const chosen = ids ?? (filter === undefined ? [] : await fitting(deps, userId, filter))
  return deps.db.transaction(async (tx) => {
    await holdMarks(tx, userId)
    return changeMarks(deps, tx, userId, { ids: chosen, change: mark ?? {}, seenUpTo: at })
  })
}

/** Takes a change back, for a day; what was changed since in other fields stays. The answer names how to take that back. */
export async function undoMarks(deps: Marking, userId: Authorized<'own'>, id: string): Promise<ManyMarked> {
  return deps.db.transaction(async (tx) => {
    await holdMarks(tx, userId)
    const back = await takeUndo(tx, userId, id, deps.clock.now())
    if (back === null) throw notFound('change that can still be taken back')
    const held = new Set(
      await holdListings(
        tx,
        userId,
        back.marks.map(({ listingId }) => listingId),
      ),
    )
    const marks = back.marks.filter(({ listingId }) => held.has(listingId))
    const was = await readMarks(tx, userId, [...held])
    const before: MarkUndo = {
      fields: back.fields,
      marks: marks.map(({ listingId }) => ({ listingId, ...only(back.fields, was.get(listingId)) })),
    }
    await writeMarks(tx, userId, back.fields, marks)
    const seenBefore = await readSeenUpTo(tx, userId)
    if (back.seenUpTo !== undefined) {
      before.seenUpTo = seenBefore?.toISOString() ?? null
      await writeSeenUpTo(tx, userId, back.seenUpTo === null ? null : new Date(back.seenUpTo))
    }
    return {
      marked: marks.length,
      missing: back.marks.flatMap(({ listingId }) => (held.has(listingId) ? [] : [listingId])),
      seenUpTo: back.seenUpTo === undefined ? (seenBefore?.toISOString() ?? null) : back.seenUpTo,
      undo: await noteUndo(deps, tx, userId, before),
    }
  })
}

/** Whose marks these are is held. */
async function changeMarks(
  deps: Marking,
  tx: Tx,
  userId: Authorized<'own'>,
  { ids, change, seenUpTo }: { ids: readonly number[]; change: MarkChange; seenUpTo?: Date | undefined },
): Promise<ManyMarked> {
  const now = deps.clock.now()
  const held = ids.length === 0 ? [] : await holdListings(tx, userId, ids)
  const fields = fieldsOf(change)
  const was = await readMarks(tx, userId, held)
  const marks = held.map((listingId) => ({ listingId, ...changed(change, was.get(listingId), now) }))
  const before: MarkUndo = {
    fields,
    marks: held.map((listingId) => ({ listingId, ...only(fields, was.get(listingId)) })),
  }
  await writeMarks(tx, userId, fields, marks)
  let seen = await readSeenUpTo(tx, userId)
  if (seenUpTo !== undefined) {
    before.seenUpTo = seen?.toISOString() ?? null
    // A page that was opened earlier does not make new again what was seen since.
    seen = seen === null || seenUpTo > seen ? seenUpTo : seen
    await writeSeenUpTo(tx, userId, seen)
  }
  const found = new Set(held)
  return {
    marked: held.length,
    missing: [...new Set(ids)].filter((id) => !found.has(id)),
    seenUpTo: seen?.toISOString() ?? null,
    undo: await noteUndo(deps, tx, userId, before),
  }
}

async function noteUndo({ clock }: Marking, tx: Tx, userId: Authorized<'own'>, before: MarkUndo) {
  const id = randomUUID()
  const expiresAt = new Date(clock.now().getTime() + undoneWithinMs)
  await keepUndo(tx, userId, { id, before, expiresAt })
  return { undo: id, expiresAt: expiresAt.toISOString() }
}

/** All that fits; refused where that is more than is marked at once. */
async function fitting(
  deps: DealDeps,
  userId: Authorized<'own'>,
  filter: NonNullable<MarksInput['filter']>,
): Promise<number[]> {
  const asOfMs = deps.clock.now().getTime()
  const asked = await askedDeals(deps, userId, filter, { asOfMs, limit: markedMax + 1 })
  if (asked.isUnsearchable) return []
  const positions = await listDeals(deps.db, asked.filter, 'newest', asked.look, null)
  if (positions.length > markedMax)
    throw badInput(`More than ${markedMax} listings fit the filter: narrow it, and mark them in parts.`, {
      filter: `more than ${markedMax} fit`,
    })
  return positions.map(({ id }) => id)
}

/** Which fields a change sets. Whoever hides, contacts or buys something has seen it. */
function fieldsOf(change: MarkChange): Field[] {
  const isSeen = change.seen !== undefined || change.hidden || change.contacted || change.bought
  return [
    ...(isSeen ? (['seenAt'] as const) : []),
    ...(change.hidden === undefined ? [] : (['hiddenAt', 'hiddenReason'] as const)),
    ...(change.contacted === undefined ? [] : (['contactedAt'] as const)),
    ...(change.bought === undefined ? [] : (['boughtAt'] as const)),
    ...(change.note === undefined ? [] : (['note'] as const)),
    ...(change.tags === undefined ? [] : (['tags'] as const)),
  ]
}

function changed(change: MarkChange, was: MarkRow | undefined, now: Date): Partial<MarkValues> {
  // What was so already stays so since then.
  const since = (isSo: boolean | undefined, at: Date | null | undefined) =>
    isSo === false ? null : (at ?? now).toISOString()
  return only(fieldsOf(change), {
    seenAt: since(change.seen, was?.seenAt),
    hiddenAt: since(change.hidden, was?.hiddenAt),
    hiddenReason: change.hidden === true ? (change.hiddenReason ?? was?.hiddenReason ?? null) : null,
    contactedAt: since(change.contacted, was?.contactedAt),
    boughtAt: since(change.bought, was?.boughtAt),
    note: change.note ?? null,
    tags: change.tags === undefined || change.tags.length === 0 ? null : change.tags,
  })
}

/** These fields as they are stored, times as text. */
function only(fields: readonly Field[], mark: MarkRow | MarkValues | undefined): Partial<MarkValues> {
  return Object.fromEntries(
    fields.map((field) => {
      const value = mark?.[field] ?? null
      return [field, value instanceof Date ? value.toISOString() : value]
    }),
  )
}
