import { authorized } from '../core/actor.ts'
import { listNotifications } from '../notify/inbox-store.ts'
import { listLedger } from '../notify/ledger-store.ts'
import { undecidedOf } from '../rules/waiting/undecided-store.ts'
import { watchPage } from '../watches/routes.ts'
import { waitingInput, waitingOutput } from './schema.ts'
import { type Tool, tool } from './tool.ts'
import { lineUnitsMax } from './untrusted.ts'

/** The first of what was asked for with one more. */
function firstOf<Row, Item>(rows: readonly Row[], limit: number, view: (row: Row) => Item) {
  return { isMore: rows.length > limit, items: rows.slice(0, limit).map(view) }
}

/** What waits for the person, or for its moment. */
export const waitingTools: readonly Tool[] = [
  tool({
    name: 'list_waiting',
    title: 'What waits',
    description:
      'What waits: notifications that were not read, messages held for their moment, listings whose own page has to be read before it is known whether they fit a rule, and followed listings that were not read yet.',
    right: 'read',
    input: waitingInput,
    output: waitingOutput,
    async run({ notify, rules, watches }, actor, { limit }, marks) {
      const userId = authorized(actor, 'read')
      const asked = { userId, beforeId: null, limit: limit + 1 }
      const [unread, held, undecided, unseen] = await Promise.all([
        listNotifications(notify.db, { ...asked, unread: true }),
        listLedger(notify.db, { ...asked, state: 'held' }),
        undecidedOf(rules.db, userId, limit + 1),
        watchPage(watches, userId, { limit, state: 'unread' }),
      ])
      return {
        untrusted: marks.told,
        unread: firstOf(unread, limit, ({ id, kind, message, createdAt, demo }) => ({
          ...{ notificationId: id, kind, demo },
          title: marks.line(message.title),
          at: createdAt.toISOString(),
          itemCount: message.itemCount,
        })),
        held: firstOf(
          held,
          limit,
          ({ id, notificationId, channel, state, title, holdReason, heldUntil }) => ({
            ...{ deliveryId: id, notificationId, channel, state, holdReason },
            title: marks.line(title),
            heldUntil: heldUntil?.toISOString() ?? null,
          }),
        ),
        undecided: firstOf(undecided, limit, ({ title, ...one }) => ({ ...one, title: marks.line(title) })),
        watches: {
          isMore: unseen.next !== null,
          items: unseen.items.map(({ id, listing, state, problem, nextPollAt }) => ({
            ...{ watchId: id, state, nextPollAt },
            listingId: listing?.id ?? null,
            title: marks.lineOrNull(listing?.title ?? null),
            problem: marks.lineOrNull(problem, lineUnitsMax),
          })),
        },
      }
    },
  }),
]
