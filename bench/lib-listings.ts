import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { toSeenListing } from '../server/imports/map.ts'
import { readRows } from '../server/imports/rows/read.ts'
import type { SeenListing } from '../server/model/listing-schema.ts'

export interface Row {
  marketplace: string
  seen: SeenListing
}

const data = fileURLToPath(new URL('../../shared/data/', import.meta.url))

/**
 * Up to `count` listings with ids of their own: real ones where the shared data is, else made up ones. Dates are
 * left out, so that they are as recent as the benchmark.
 */
export async function benchListings(count: number): Promise<{ rows: Row[]; origin: string }> {
  if (!existsSync(data)) return { rows: madeUp(count), origin: 'made up' }
  const rows: Row[] = []
  const seen = new Set<string>()
  const files = readdirSync(data).filter((name) => name.endsWith('.jsonl.gz'))
  const perFile = files.map((name) => readRows(createReadStream(data + name), { kind: 'jsonl', gzip: true }))
  // Round robin over the files, so that a small count is a mixture too.
  while (rows.length < count && perFile.length > 0) {
    for (const [index, reader] of [...perFile].entries()) {
      const { value, done } = await reader.next()
      if (done) {
        perFile.splice(perFile.indexOf(perFile[index] ?? reader), 1)
        continue
      }
      if (!('value' in value)) continue
      const mapped = toSeenListing(value.value, {})
      if (!mapped.ok) continue
      const { postedAt: _posted, ...listing } = mapped.seen
      const key = `${mapped.source} ${listing.externalId}`
      if (seen.has(key)) continue
      seen.add(key)
      rows.push({ marketplace: mapped.source, seen: { ...listing, state: 'active', basis: 'asking' } })
      if (rows.length === count) break
    }
  }
  return { rows, origin: `${files.length} files of real listings` }
}

const things = [
  'road bike',
  'oak table',
  'phone',
  'sectional sofa',
  'gaming laptop',
  'electric guitar',
  'espresso machine',
  'camera lens',
  'leather jacket',
  'cordless drill',
]
const brandCount = 400
const wordCount = 5000

/** Titles with a brand, a model and words of a Zipf-shaped vocabulary, as real ones have; always the same ones. */
function madeUp(count: number): Row[] {
  let seed = 1
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
  const zipf = (size: number) => Math.floor(size ** random()) - 1
  const word = () => `w${zipf(wordCount).toString(36)}x`
  return Array.from({ length: count }, (_, index) => {
    const brand = zipf(brandCount)
    const model = zipf(50)
    return {
      marketplace: `made-up-${index % 5}`,
      seen: {
        externalId: `${index}`,
        title: `brand${brand} m${model}0 ${things[(brand + model) % things.length]} ${word()} ${word()}`,
        url: `https://example.com/${index}`,
        priceCents: Math.round((2000 + brand * 300 + model * 500) * (0.6 + random() * 0.8)),
        currency: 'USD',
        description: Array.from({ length: 10 + Math.floor(random() * 60) }, word).join(' '),
        condition: ['new', 'like new', 'good', 'fair'][index % 4]!,
      },
    }
  })
}

/**
 * Rules as people write them: the first three words of a listing's title, most with a highest price around that
 * listing's, some with words to keep out or a least score.
 */
export function benchRules(rows: Row[], count: number) {
  return Array.from({ length: count }, (_, index) => {
    const { seen } = rows[(index * 7919) % rows.length]!
    const title = seen.title.match(/[\p{L}\p{N}]{2,}/gu) ?? ['thing']
    const priceCents = seen.priceCents ?? 10_000
    return {
      name: `Rule ${index}`,
      keywords: { all: title.slice(0, 3), any: [], none: index % 5 === 0 ? ['broken'] : [] },
      ...(index % 4 !== 0 && {
        priceCentsMax: Math.max(1000, Math.round(priceCents * (0.5 + (index % 7) / 8))),
        currency: seen.currency ?? 'USD',
      }),
      ...(index % 3 === 0 && { scoreMin: 50 }),
      channels: ['inbox'],
    }
  })
}
