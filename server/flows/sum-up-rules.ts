import type { Authorized } from '../core/actor.ts'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { messageDays } from '../notify/day-store.ts'
import { perDate } from '../rules/explain/backtest.ts'
import { type RuleStats, statsDays } from '../rules/stats/stats-schema.ts'
import { lastMatches, matchDays } from '../rules/stats/stats-store.ts'
import { nextScansOf } from '../sources/scanning/next-scan-store.ts'
import type { ScanDeps } from '../sources/scanning/scan.ts'
import { allowedMarketplaces } from '../sources/terms/allowed.ts'

const dayMs = 86_400_000

export interface SumUpRulesDeps {
  db: Db
  clock: Clock
  marketplaces: ScanDeps['marketplaces']
  adapterOptions: ScanDeps['adapterOptions']
}

/** What became of a person's rules lately, by rule: four questions, however many rules. */
export async function sumUpRules(
  { db, clock, ...scanned }: SumUpRulesDeps,
  userId: Authorized<'read'>,
  { ruleIds, timeZone }: { ruleIds: readonly number[]; timeZone: string },
): Promise<Map<number, RuleStats>> {
  const now = clock.now()
  const dates = perDate([], now.getTime() - (statsDays - 1) * dayMs, now.getTime(), timeZone).map(
    ({ date }) => date,
  )
  // A day earlier than the oldest date begins anywhere; what is of no date of these is left out.
  const ask = { ruleIds, timeZone, since: new Date(now.getTime() - (statsDays + 1) * dayMs) }
  const [matched, told, last, next] = await Promise.all([
    matchDays(db, userId, ask),
    messageDays(db, userId, ask),
    lastMatches(db, userId, ruleIds),
    nextScansOf(db, ruleIds, await allowedMarketplaces(scanned, db)),
  ])
  const key = ({ ruleId, date }: { ruleId: number; date: string }) => `${ruleId} ${date}`
  const matchesOf = new Map(matched.map((day) => [key(day), day]))
  const messagesOf = new Map(told.map((day) => [key(day), day.messages]))
  return new Map(
    ruleIds.map((ruleId) => {
      const days = dates.map((date) => ({
        date,
        matches: matchesOf.get(key({ ruleId, date }))?.matches ?? 0,
        messages: messagesOf.get(key({ ruleId, date })) ?? 0,
      }))
      const matches = sum(days.map((day) => day.matches))
      const dismissed = sum(dates.map((date) => matchesOf.get(key({ ruleId, date }))?.dismissed ?? 0))
      const stats: RuleStats = {
        days,
        matches,
        messages: sum(days.map((day) => day.messages)),
        dismissedPct: matches === 0 ? null : Math.round((dismissed * 100) / matches),
        lastMatchAt: last.get(ruleId)?.toISOString() ?? null,
        nextScanAt: next.get(ruleId)?.toISOString() ?? null,
      }
      return [ruleId, stats]
    }),
  )
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
