import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FairValue } from '../server/model/score-schema.ts'
import { weighRisk } from '../server/scoring/risk/risk.ts'
import { teach } from '../server/scoring/samples.ts'
import { createAppraiser } from '../server/scoring/value/appraiser.ts'
import { readFiles, type ValueRow } from './value.ts'

const data = fileURLToPath(new URL('../../shared/data/', import.meta.url))

/** Public listings that are nearly all honest, and which of them are valued by the others, too. */
const sources: Readonly<Record<string, { valued: boolean }>> = {
  'craigslist-eastbay-2017': { valued: true },
  'gumtree-uk-2022': { valued: true },
  'offerup-2019': { valued: true },
  'craigslist-phones-2019': { valued: true },
  'mercari-2017': { valued: false },
  'ebay-sold-handbags-2026': { valued: false },
  'vinted-2021': { valued: false },
}

interface Alarms {
  listings: number
  /** Risk above low by words alone, and with fair values. */
  byWords: number
  withValues: number | null
}

/** How many listings of each source are more than of low risk; null where the shared data is not at hand. */
export async function falseAlarms(): Promise<Record<string, Alarms> | null> {
  const files = Object.keys(sources).map((name) => `${data}${name}.jsonl.gz`)
  if (!files.every((file) => existsSync(file))) return null
  const latest = new Map<number, ValueRow>()
  for (const row of await readFiles(files, new Map())) latest.set(row.listingId, row)
  const rows = [...latest.values()]
  const nowMs = Math.max(...rows.map(({ observedAtMs }) => observedAtMs))
  const newest = new Map<string, number>()
  for (const { source, observedAtMs } of rows) {
    newest.set(source, Math.max(newest.get(source) ?? 0, observedAtMs))
  }
  // As if each file had been read to its end just now.
  const observed = rows.map((row) => {
    const newestMs = newest.get(row.source)!
    return { ...row, observedAtMs: nowMs - newestMs + (row.observedAtMs || newestMs) }
  })
  const appraiser = createAppraiser()
  for (const row of observed) appraiser.upsert(row)
  await teach(appraiser, nowMs)
  return Object.fromEntries(
    Object.entries(sources).map(([source, { valued }]) => {
      const own = observed.filter((row) => row.source === source)
      const alarms = (value: (row: ValueRow) => FairValue | null) =>
        own.filter((row) => isAlarm(row, value(row))).length
      return [
        source,
        {
          listings: own.length,
          byWords: alarms(() => null),
          withValues: valued ? alarms((row) => appraiser.estimate(row, nowMs)) : null,
        },
      ]
    }),
  )
}

/** By what the listing says itself: sellers and photos are not given. */
function isAlarm(row: ValueRow, value: FairValue | null): boolean {
  const { title, category, condition, priceCents, currency, observedAtMs } = row
  const { level } = weighRisk({
    ...{ title, category, condition, priceCents, currency, value },
    description: row.description ?? null,
    shipping: null,
    location: null,
    photoCount: row.photoCount ?? 0,
    stockPhoto: null,
    photoReusedElsewhere: 0,
    textReusedElsewhere: 0,
    seller: null,
    postedAtMs: observedAtMs,
  })
  return level !== 'low'
}
