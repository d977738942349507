import { type Actor, authorized, isOperator } from '../core/actor.ts'
import type { Jobs } from '../core/jobs.ts'
import { dealFilterQuery } from '../listings/deals/deal-schema.ts'
import { askedDeals } from '../listings/deals/deals.ts'
import { countDeals } from '../listings/deals/facet-store.ts'
import type { DealDeps } from '../listings/listing-pages.ts'
import { readSeenUpTo } from '../listings/marks/mark-store.ts'
import { countFailed, countUnread } from '../notify/ledger-store.ts'
import { type ChannelDeps, filledInChannels } from '../notify/targets/channels.ts'
import { countRules } from '../rules/store.ts'
import { plannedBySource } from '../sources/outages/outage-store.ts'
import type { SourceDeps } from '../sources/sources.ts'
import { sourceView } from '../sources/state/views.ts'
import { listSources } from '../sources/store.ts'
import { withAccepted } from '../sources/terms/allowed.ts'
import { needsOf } from '../summary/needs.ts'
import type { Summary } from '../summary/schema.ts'

type SumUpDeps = DealDeps &
  ChannelDeps &
  Pick<SourceDeps, 'marketplaces' | 'adapterOptions' | 'secrets'> & { jobs: Pick<Jobs, 'dead'> }

const weekMs = 7 * 86_400_000
const deadMax = 100
/** More that is new, or unread, is not counted. */
const newsMax = 1_000

/** What a person should know first: what is new, what is blind, and what needs a hand. */
export async function sumUp(deps: SumUpDeps, actor: Actor): Promise<Summary> {
  const { db, clock } = deps
  const userId = authorized(actor, 'read')
  const now = clock.now()
  const asked = await askedDeals(deps, userId, dealFilterQuery.parse({ state: 'new' }), {
    ...{ asOfMs: now.getTime(), limit: newsMax },
  })
  const newDeals = await countDeals(db, asked.filter, asked.look, newsMax)
  const planned = await plannedBySource(db)
  const known = await withAccepted(deps, db)
  const sources = (await listSources(db))
    .filter((row) => !row.demo && (row.userId === userId || row.shared))
    .map((row) => ({ view: sourceView(known, row, planned.get(row.id)), isOwn: row.userId === userId }))
  const blindSources = sources.flatMap(({ view, isOwn }) =>
    view.state === 'outage'
      ? [
          {
            ...{ id: view.id, marketplace: view.marketplace, since: view.outageSince },
            // How another called it, and what went wrong there, is theirs.
            name: isOwn ? view.name : view.marketplace,
            sentence: isOwn ? view.stateReason : null,
            sentenceSaid: isOwn ? view.stateReasonSaid : null,
          },
        ]
      : [],
  )
  const deadJobs = isOperator(actor) ? (await deps.jobs.dead(deadMax)).length : null
  const channels = (await filledInChannels(deps, userId)).filter(({ enabled }) => enabled)
  return {
    unread: await countUnread(db, userId, newsMax),
    newDeals,
    seenUpTo: (await readSeenUpTo(db, userId))?.toISOString() ?? null,
    ...{ blindSources, deadJobs },
    needs: needsOf({
      ...{ blindSources, deadJobs, sources: sources.length, channels: channels.length },
      failedDeliveries: await countFailed(db, userId, new Date(now.getTime() - weekMs)),
      rules: await countRules(db, userId),
      hasHome: (await deps.profileOf(userId)).home !== null,
    }),
  }
}
