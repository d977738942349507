import type { Authorized } from '../core/actor.ts'
import type { Db } from '../core/db.ts'
import type { Check } from '../core/feature.ts'
import { checked } from '../model/sentences/said.ts'
import { say } from '../model/sentences/sentences.ts'
import { listMailboxes } from './store.ts'
import { mailboxView } from './views.ts'

/** Of one person, as the process that reads them last found them: the check itself signs in nowhere. */
export async function mailboxesCheck({
  db,
  userId,
}: {
  db: Db
  userId: Authorized<'read'>
}): Promise<Awaited<ReturnType<Check['run']>>> {
  const now = new Date()
  const views = (await listMailboxes(db, userId)).map((row) => mailboxView(row, [], now))
  if (views.length === 0) return checked(true, say('check-none'))
  const failing = views.filter(({ state }) => state === 'failing')
  const names = (shown: typeof views) => shown.map(({ name }) => name)
  if (failing.length === 0)
    return checked(
      true,
      say('check-mailboxes', { names: names(views), states: views.map(({ state }) => state) }),
    )
  const reasons = failing.map(({ reason }) => reason ?? '')
  return checked(false, say('check-mailboxes-failing', { names: names(failing), reasons }))
}
