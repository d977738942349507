import type { Authorized } from '../core/actor.ts'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { conflict, notFound } from '../core/errors.ts'
import { type SavedView, type ViewInput, viewsMax } from './schema.ts'
import { deleteView, insertView, listViews, lockViews, type StoredView, updateView } from './store.ts'

export interface ViewDeps {
  db: Db
  clock: Clock
}

/** Throws where the name is taken, or there are as many as a person may have. */
export async function addView(
  { db, clock }: ViewDeps,
  userId: Authorized<'own'>,
  input: ViewInput,
): Promise<SavedView> {
  return db.transaction(async (tx) => {
    await lockViews(tx, userId)
    const views = await listViews(tx, userId)
    if (views.length >= viewsMax)
      throw conflict(
        'too-many-views',
        `There are ${viewsMax} saved views already: delete one that is not needed any more.`,
      )
    refuseTaken(views, input.name, null)
    return savedView(await insertView(tx, userId, input, clock.now()))
  })
}

/** What is left out stays; throws where there is none that is theirs, or the name is taken. */
export async function changeView(
  { db, clock }: ViewDeps,
  userId: Authorized<'own'>,
  id: number,
  { name = null, search = null }: { name?: string | null | undefined; search?: string | null | undefined },
): Promise<SavedView> {
  return db.transaction(async (tx) => {
    await lockViews(tx, userId)
    const views = await listViews(tx, userId)
    if (!views.some((view) => view.id === id)) throw notFound('saved view')
    if (name !== null) refuseTaken(views, name, id)
    const changed = await updateView(tx, userId, id, { name, search, at: clock.now() })
    return savedView(changed!)
  })
}

export async function removeView({ db }: ViewDeps, userId: Authorized<'own'>, id: number): Promise<void> {
  if (!(await deleteView(db, userId, id))) throw notFound('saved view')
}

function refuseTaken(views: readonly StoredView[], name: string, id: number | null): void {
  if (views.some((view) => view.name === name && view.id !== id))
    throw conflict('view-exists', `There is a saved view named "${name}" already: choose another name.`)
}

export function savedView({ createdAt, updatedAt, ...view }: StoredView): SavedView {
  return { ...view, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }
}
