import { decideCluster, type FoundCluster } from '../server/clusters/linkage/grouping.ts'
import type { ComparingRecordIndex, ListingRecord } from '../server/clusters/schema.ts'
import { words } from '../server/core/text.ts'

/** Clusters that a stream of things makes through index and grouping, as the program does it; cluster by listing id. */
export function clusterStream(
  index: ComparingRecordIndex,
  records: readonly ListingRecord[],
): Map<number, number> {
  const clusterOf = new Map<number, number>()
  const members = new Map<number, ListingRecord[]>()
  const nothing = { mustLinks: new Set<string>(), cannotLinks: new Set<string>() }
  for (const record of records) {
    const found = Map.groupBy(index.find(record, 12), ({ listingId }) => clusterOf.get(listingId)!)
    const clusters: FoundCluster[] = [...found].map(([clusterId, best]) => ({
      clusterId,
      members: members.get(clusterId)!,
      best,
    }))
    const { join, merge } = decideCluster(record, clusters, nothing, index.compare)
    const into = join ?? record.listingId
    const joined = members.get(into) ?? []
    members.set(into, joined)
    for (const other of merge) {
      for (const member of members.get(other)!) {
        joined.push(member)
        clusterOf.set(member.listingId, into)
      }
      members.delete(other)
    }
    joined.push(record)
    clusterOf.set(record.listingId, into)
    index.upsert(record)
  }
  return clusterOf
}

const textCharsMin = 60
const textShareMin = 0.7
const titleShareMin = 0.5
const priceRatioMax = 1.35

export interface GoldReposts {
  /** The same description under another id: what must be found. */
  exact: ReadonlySet<string>
  /** The same or an edited description: what may be found, `exact` among it. */
  near: ReadonlySet<string>
}

/**
 * Pairs of listings that are taken for reposts, as `lower id:higher id`, found without the program. A pair is `exact`
 * if both descriptions have at least 60 characters and are equal but for case and punctuation, at least half of the
 * shorter title's words stand in the other, and the prices are at most 35 % apart: a dealer's standard text over
 * different goods is no repost. It is `near` if the descriptions share at least 70 % of all their distinct words (a
 * sentence added, a price changed) and the rest holds as before; that also takes in one dealer's similar goods, so it
 * only serves to tell what is not a mistake. Shorter descriptions are too few words to tell by: such a pair is `near`
 * if title, description and price are all equal.
 */
export function goldReposts(records: readonly ListingRecord[]): GoldReposts {
  const texts = records
    .map((record) => ({ record, list: words(record.description ?? ''), title: new Set(words(record.title)) }))
    .filter(({ list }) => list.join(' ').length >= textCharsMin)
  const frequency = new Map<string, number>()
  for (const { list } of texts)
    for (const word of new Set(list)) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const byWord = new Map<string, number[]>()
  const sets = texts.map(({ list }) => new Set(list))
  const near = new Set<string>(equalPostings(records))
  const exact = new Set<string>()
  for (const [at, { record, list, title }] of texts.entries()) {
    // Two sets with such a share have one of their seldomest words in common: no pair is missed.
    const own = [...sets[at]!].sort((x, y) => frequency.get(x)! - frequency.get(y)! || (x < y ? -1 : 1))
    const prefix = own.slice(0, own.length - Math.ceil(textShareMin * own.length) + 1)
    for (const other of new Set(prefix.flatMap((word) => byWord.get(word) ?? []))) {
      const before = texts[other]!
      const [fewer, more] = [own.length, sets[other]!.size].sort((x, y) => x - y)
      if (fewer! < textShareMin * more!) continue
      const common = commonOf(sets[at]!, sets[other]!)
      if (common < textShareMin * (own.length + sets[other]!.size - common)) continue
      const titles = Math.min(title.size, before.title.size)
      if (commonOf(title, before.title) < titleShareMin * titles) continue
      if (!closePrices(record, before.record)) continue
      const key = pairOf(before.record.listingId, record.listingId)
      near.add(key)
      if (before.list.join(' ') === list.join(' ')) exact.add(key)
    }
    for (const word of prefix) {
      const places = byWord.get(word)
      if (places) places.push(at)
      else byWord.set(word, [at])
    }
  }
  return { exact, near }
}

/** Pairs with the same words in title and description, and the same price. */
function equalPostings(records: readonly ListingRecord[]): string[] {
  const described = records.filter(({ description }) => words(description ?? '').length > 0)
  const groups = Map.groupBy(described, ({ title, description, priceCents, currency }) =>
    JSON.stringify([words(title), words(description ?? ''), priceCents, currency]),
  )
  return [...groups.values()].flatMap((group) =>
    group.flatMap((a, at) => group.slice(at + 1).map((b) => pairOf(a.listingId, b.listingId))),
  )
}

export const pairOf = (a: number, b: number): string => (a < b ? `${a}:${b}` : `${b}:${a}`)

function commonOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const word of a) if (b.has(word)) common++
  return common
}

function closePrices(a: ListingRecord, b: ListingRecord): boolean {
  if (a.priceCents === null || b.priceCents === null || a.currency !== b.currency) return true
  return Math.max(a.priceCents, b.priceCents) <= priceRatioMax * Math.min(a.priceCents, b.priceCents)
}
