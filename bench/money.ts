import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { parsePrice, priceIn } from '../server/core/money.ts'

const data = fileURLToPath(new URL('../../shared/data/', import.meta.url))
const perFileMax = 3000

interface Sample {
  text: string
  hint: string
  /** What the listing's own price says, in minor units; null where it has none. */
  priceCents: number | null
  isTitle: boolean
}

/**
 * How fast titles are read, against the shortest regular expression that finds "$400", and how often what titles and
 * raw prices of real listings say agrees with the listings' own prices. A title may state another amount than the
 * listing ("over $2k in upgrades", a price that fell since), so `wrong` of titles are those to read by hand:
 * `--show N` prints them.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  if (!existsSync(data)) return { skipped: 'the shared data is absent' }
  const samples = readdirSync(data)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .sort()
    .flatMap((name) => samplesOf(data + name))
  const counts = { n: 0, right: 0, wrong: 0, unknown: 0 }
  const shown: string[] = []
  for (const { text, hint, priceCents, isTitle } of samples) {
    const price = isTitle ? priceIn(text, hint) : parsePrice(text, hint)
    if (price === null && isTitle && !/\p{Sc}/u.test(text)) continue
    counts.n++
    if (price === null) counts.unknown++
    else if (priceCents === null || price.priceCents === priceCents) counts.right++
    else {
      counts.wrong++
      shown.push(`${price.priceCents} of ${priceCents}: ${text.slice(0, 120)}`)
    }
  }
  const titles = samples.filter(({ isTitle }) => isTitle)
  const ours = secondsFor(titles, ({ text, hint }) => priceIn(text, hint))
  const bare = secondsFor(titles, ({ text }) => /[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?[$€£]/.exec(text))
  const show = args.includes('--show') ? Number(args[args.indexOf('--show') + 1]) || 20 : 0
  return {
    readsPerSecond: Math.round(titles.length / ours),
    bareRegexRatio: Number((ours / bare).toFixed(1)),
    corpus: counts,
    ...(show > 0 && { wrong: shown.slice(0, show) }),
  }
}

function samplesOf(file: string): Sample[] {
  const lines = gunzipSync(readFileSync(file)).toString().split('\n').slice(0, perFileMax)
  return lines.flatMap((line): Sample[] => {
    if (line === '') return []
    const row = JSON.parse(line) as Record<string, unknown>
    const hint = String(row.currency ?? 'USD').slice(0, 3)
    const priceCents = typeof row.priceCents === 'number' ? row.priceCents : null
    const raw = (row.extra as Record<string, unknown> | undefined)?.raw_price ?? row.price
    return [
      ...(typeof row.title === 'string' ? [{ text: row.title, hint, priceCents, isTitle: true }] : []),
      ...(typeof raw === 'string' ? [{ text: raw, hint, priceCents, isTitle: false }] : []),
    ]
  })
}

function secondsFor(samples: Sample[], read: (sample: Sample) => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3; round++) {
    const from = performance.now()
    for (const sample of samples) read(sample)
    best = Math.min(best, performance.now() - from)
  }
  return best / 1000
}
