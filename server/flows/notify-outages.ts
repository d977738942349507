import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import type { Log } from '../core/log.ts'
import type { OptionValues } from '../core/options.ts'
import type { Marketplace } from '../marketplaces/contract.ts'
import type { Message } from '../model/message.ts'
import type { Rule } from '../model/rule-schema.ts'
import { lined, titled } from '../model/sentences/said.ts'
import { say } from '../model/sentences/sentences.ts'
import { createNotifications, type NotifyingDeps } from '../notify/delivery/create.ts'
import type { NotificationDraft } from '../notify/delivery/plan.ts'
import { enabledRules } from '../rules/store.ts'
import {
  type Dependence,
  decideOutages,
  isUnseen,
  type Notified,
  type OpenNotice,
  outageParams,
  type ScannedSource,
  unseenSince,
} from '../sources/outages/outage.ts'
import {
  addNotices,
  closeNotices,
  lockOutages,
  noteAwake,
  openNotices,
  type Planned,
  plannedBySource,
} from '../sources/outages/outage-store.ts'
import { scanIntervalMs } from '../sources/scanning/planner.ts'
import { setRight } from '../sources/scanning/scan.ts'
import { listSources, type SourceRow } from '../sources/store.ts'
import { isAllowed, withAccepted } from '../sources/terms/allowed.ts'

export interface OutageDeps {
  db: Db
  clock: Clock
  log: Log
  marketplaces: ReadonlyMap<string, Marketplace>
  adapterOptions: OptionValues
  notifying: NotifyingDeps
}

/**
 * Notifies who depends on a source that is not seen since when and why, once, and that it is seen again. Decided and
 * written in one transaction, one at a time in all processes: a second scheduler finds it notified.
 */
export async function notifyOutages(deps: OutageDeps): Promise<void> {
  // Also where no worker runs that would: nobody is to be notified on the word of a clock that was set back.
  await setRight(deps)
  await deps.db.transaction(async (tx) => {
    await lockOutages(tx)
    const now = deps.clock.now()
    const awakeSince = await noteAwake(tx, now)
    const planned = await plannedBySource(tx)
    const known = await withAccepted(deps, tx)
    const sources = (await listSources(tx)).map((row) => scannedSource(known, row, planned.get(row.id)))
    const open = await openNotices(tx)
    // The usual minute: all is seen, and nobody waits for an all-clear. The rules may be many.
    if (open.length === 0 && !sources.some((source) => isUnseen(source, now))) return
    const { outages, recovered, closed } = decideOutages<Rule>({
      now,
      awakeSince,
      sources,
      dependences: dependencesOf(planned, await enabledRules(tx)),
      open,
    })
    const added = await addNotices(tx, outages.map(noticeOf), now)
    await closeNotices(tx, [...recovered.map(noticeOf), ...closed], now)
    const isNew = new Set(added.map(({ userId, sourceId }) => `${userId} ${sourceId}`))
    const drafts = [
      ...outages
        .filter(({ userId, source }) => isNew.has(`${userId} ${source.id}`))
        .map((notified) => draftOf('outage', notified, outageWords(notified), now)),
      ...recovered.map((notified) => draftOf('recovered', notified, recoveredWords(notified), now)),
    ]
    await createNotifications(tx, drafts, deps.notifying, now)
  })
}

/** How long each source of which scans are planned was not seen, in s; 0 = just now. */
export async function unseenSources(
  deps: Omit<OutageDeps, 'notifying'>,
): Promise<{ marketplace: string; seconds: number }[]> {
  const planned = await plannedBySource(deps.db)
  const known = await withAccepted(deps, deps.db)
  return (await listSources(deps.db)).flatMap((row) => {
    const source = scannedSource(known, row, planned.get(row.id))
    const since = unseenSince(source, deps.clock.now())
    if (!source.on || since === null) return []
    const seconds = (deps.clock.now().getTime() - since.getTime()) / 1000
    return [{ marketplace: row.marketplace, seconds: Math.max(0, seconds) }]
  })
}

function scannedSource(
  deps: Pick<OutageDeps, 'marketplaces' | 'adapterOptions'>,
  row: SourceRow,
  planned: Planned | undefined,
): ScannedSource {
  const marketplace = deps.marketplaces.get(row.marketplace)
  const { id, name, demo, lastOkAt, lastOutcome, lastReason, cooldownUntil } = row
  return {
    ...{ id, name, demo, lastOkAt, lastOutcome, lastReason, cooldownUntil },
    on: row.enabled && marketplace !== undefined && (demo || isAllowed(marketplace, deps.adapterOptions)),
    intervalMs: scanIntervalMs(row, marketplace),
    plannedSince: planned?.since ?? null,
  }
}

/** A rule depends on a source when the plan asks it for the rule. */
function dependencesOf(
  planned: ReadonlyMap<number, Planned>,
  rules: readonly (Rule & { demo: boolean })[],
): Dependence<Rule>[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return [...planned].flatMap(([sourceId, { ruleIds }]) => {
    const needing = ruleIds.flatMap((id) => byId.get(id) ?? [])
    const byUser = Map.groupBy(needing, ({ userId }) => userId)
    return [...byUser].map(([userId, own]) => ({ userId, sourceId, rules: own }))
  })
}

function noticeOf({ userId, source, since }: Notified<Rule>): OpenNotice {
  return { userId, sourceId: source.id, outageSince: since }
}

type Words = Pick<Message, 'title' | 'titleSaid' | 'lines' | 'linesSaid'>

function outageWords({ source, since, rules }: Notified<Rule>): Words {
  const { outcome, answered } = outageParams(source)
  const until = source.cooldownUntil?.toISOString() ?? null
  return {
    ...titled(say('message-outage', { source: source.name, since: since.toISOString() })),
    ...lined([
      say('message-not-seen', { since: since.toISOString(), outcome, answered }),
      say('message-remedy', { outcome, until }),
      say('message-concerns-told', concerned(rules)),
    ]),
  }
}

function recoveredWords({ source, since, rules }: Notified<Rule>): Words {
  const until = source.lastOkAt?.toISOString() ?? null
  return {
    ...titled(say('message-recovered', { source: source.name })),
    ...lined([
      say('message-unseen', { since: since.toISOString(), until }),
      say('message-concerns', concerned(rules)),
    ]),
  }
}

const namesMax = 5

function concerned(rules: readonly Rule[]) {
  const names = rules.slice(0, namesMax).map(({ name }) => [...name].slice(0, 60).join(''))
  return { ruleNames: names, rulesMore: rules.length - names.length }
}

function draftOf(
  kind: Extract<Message['kind'], 'outage' | 'recovered'>,
  { userId, source, rules, since }: Notified<Rule>,
  words: Words,
  now: Date,
): NotificationDraft {
  return {
    userId,
    dedupeKey: `${kind}:${source.id}:${since.getTime()}`,
    message: { kind, ...words, items: [], itemCount: 0, demo: false, createdAt: now.toISOString() },
    channels: [...new Set(rules.flatMap(({ channels }) => channels))],
  }
}
