import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { seededRandom } from '../server/core/random.ts'
import { readCsv } from '../server/imports/rows/csv.ts'
import type { Category } from '../server/model/listing-schema.ts'
import { type RiskSubject, sellerFacts, weighRisk } from '../server/scoring/risk/risk.ts'
import { contactWeights } from '../server/scoring/risk/risk-contact.ts'
import { factWeights } from '../server/scoring/risk/risk-facts.ts'
import { phrases } from '../server/scoring/risk/risk-phrases.ts'
import { priceWeights } from '../server/scoring/risk/risk-price.ts'
import { falseAlarms } from './lib-risk-alarms.ts'

const defaultFile = fileURLToPath(new URL('../../shared/data/scam-facebook-labelled.csv.gz', import.meta.url))
const draws = 2000

interface Labelled {
  subject: RiskSubject
  scam: boolean
  joinYear: number
  images: number
  words: number
}

/**
 * How well the risk score ranks labelled scams above honest listings: AUC (ties count half) with a 95 % bootstrap
 * interval, beside single facts of the same rows; and how many public listings, nearly all honest, are above low risk by
 * their words alone and with fair values. `--file PATH` reads another table with the same columns. Nothing
 * is fitted to these rows: the weights are those of the program.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const at = args.indexOf('--file')
  const file = at >= 0 ? (args[at + 1] ?? '') : defaultFile
  if (!existsSync(file)) return { skipped: `There is no file of labelled listings at ${file}.` }
  const rows = await readLabelled(file)
  const assessed = rows.map(({ subject }) => weighRisk(subject))
  const auc = (scores: number[]): number => aucOf(rows.map(({ scam }, i) => [scores[i]!, scam]))
  const scores = assessed.map(({ score }) => score)
  const counts = new Map<string, number>()
  for (const { signals } of assessed)
    for (const { name } of signals) counts.set(name, (counts.get(name) ?? 0) + 1)
  return {
    auc: rounded(auc(scores)),
    auc95: bootstrap(rows.map(({ scam }, i) => [scores[i]!, scam])),
    n: rows.length,
    positives: rows.filter(({ scam }) => scam).length,
    baselines: {
      joinYearLater: rounded(auc(rows.map(({ joinYear }) => joinYear))),
      fewerImages: rounded(auc(rows.map(({ images }) => -images))),
      moreImages: rounded(auc(rows.map(({ images }) => images))),
      shorterText: rounded(auc(rows.map(({ words }) => -words))),
    },
    withoutSeller: rounded(auc(rows.map(({ subject }) => weighRisk({ ...subject, seller: null }).score))),
    levels: {
      scam: levelsOf(assessed.filter((_, i) => rows[i]!.scam).map(({ level }) => level)),
      honest: levelsOf(assessed.filter((_, i) => !rows[i]!.scam).map(({ level }) => level)),
    },
    signals: Object.fromEntries([...counts].sort(([, a], [, b]) => b - a)),
    falseAlarms: at >= 0 ? null : await falseAlarms(),
    microsPerListing: microsPerListing(),
    weights: { ...priceWeights, ...factWeights, ...contactWeights, ...phraseWeights() },
  }
}

/** By name; where several phrases share one, the strongest first. */
function phraseWeights(): Record<string, number | number[]> {
  const byName = Map.groupBy(phrases, ({ name }) => name)
  return Object.fromEntries(
    [...byName].map(([name, same]) => {
      const weights = same.map(({ weight }) => weight).sort((a, b) => b - a)
      return [name, weights.length === 1 ? weights[0]! : weights]
    }),
  )
}

const timingRounds = 5
const timingListings = 4000
const timingText =
  'Solid oak dining table with six chairs, two owners, bought new in 2018 and kept in a dry room. One chair has a loose leg that is easy to glue. ' +
  'The table is 180 x 90 cm and comes apart for transport. Smoke free home. Cash or Venmo at pick up, no shipping, first come first served. ' +
  'Text me at 555-010-4477 after five, please do not ask whether it is still available: the listing goes when the table is gone.'

/** Processor time, which neighbours on the machine disturb little: the best of some rounds over an invented text of 410 characters. */
function microsPerListing(): number {
  const subject: RiskSubject = {
    ...labelledOf({}, 0).subject,
    title: 'Oak dining table and 6 chairs',
    currency: 'USD',
  }
  let best = Infinity
  for (let round = 0; round < timingRounds; round++) {
    const before = process.cpuUsage()
    for (let i = 0; i < timingListings; i++)
      weighRisk({ ...subject, description: `${timingText} ${i}`, priceCents: 24_000 + i })
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / timingListings)
  }
  return rounded(best)
}

async function readLabelled(file: string): Promise<Labelled[]> {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  const records: Record<string, string>[] = []
  for await (const row of readCsv(one(text))) {
    if ('value' in row) records.push(row.value as Record<string, string>)
  }
  // The rows have no date: they are looked at from the end of the latest year that one of them names.
  const latestYear = Math.max(...records.map((record) => Number(record.Join_date) || 0))
  const seenAtMs = Date.UTC(latestYear, 11, 31)
  return records.map((record) => labelledOf(record, seenAtMs))
}

async function* one(text: string): AsyncGenerator<string> {
  yield text
}

function labelledOf(record: Record<string, string>, seenAtMs: number): Labelled {
  const words = wordsOf(record.Description ?? '')
  const images = Number(record.Image_Counts) || 0
  return {
    subject: {
      title: '',
      description: words.join(' '),
      category: categoryOf(record.Category ?? ''),
      condition: null,
      priceCents: null,
      currency: null,
      value: null,
      shipping: null,
      location: record.Location ?? null,
      photoCount: images,
      stockPhoto: null,
      photoReusedElsewhere: 0,
      textReusedElsewhere: 0,
      seller: sellerFacts(record, seenAtMs),
      postedAtMs: seenAtMs,
    },
    scam: (record.label ?? '').trim().toLowerCase() === 'scam',
    joinYear: Number(record.Join_date) || 0,
    images,
    words: words.length,
  }
}

/** The words of a Python dict of counts, each as often as it is counted; their order is lost but for the first. */
function wordsOf(dict: string): string[] {
  return [...dict.matchAll(/(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"): (\d{1,4})/g)].flatMap(
    ([, a, b, count]) => Array.from({ length: Math.min(20, Number(count)) }, () => a ?? b ?? ''),
  )
}

/** The marketplace's numbers of categories, rounded by the file to three figures; ambiguous ones stay out. */
const categoryNumbers: Readonly<Record<string, Category>> = {
  '1.79E+15': 'electronics',
  '6.87E+14': 'games',
  '2.15E+14': 'jewelry',
  '8.07E+14': 'cars',
  '6.06E+14': 'toys',
  '6.79E+14': 'appliances',
  '1.58E+15': 'furniture',
  '1.67E+15': 'tools',
  '1.38E+15': 'sports',
  '1.66E+15': 'bikes',
  '9.31E+14': 'clothing',
  '1.27E+15': 'clothing',
  '6.77E+14': 'instruments',
  '7.58E+14': 'vehicle-parts',
}

function categoryOf(number: string): Category {
  return categoryNumbers[number.trim()] ?? 'other'
}

/** Share of pairs (scam, honest) that are ranked right, ties half; NaN without one of both. */
function aucOf(pairs: readonly (readonly [score: number, scam: boolean])[]): number {
  const scams = pairs.filter(([, scam]) => scam).map(([score]) => score)
  const honest = pairs.filter(([, scam]) => !scam).map(([score]) => score)
  let right = 0
  for (const s of scams) for (const h of honest) right += s > h ? 1 : s === h ? 0.5 : 0
  return right / (scams.length * honest.length)
}

/** 2.5th and 97.5th percentile over draws with a fixed seed. */
function bootstrap(pairs: readonly (readonly [number, boolean])[]): [number, number] {
  const random = seededRandom(20_231_231)
  const values: number[] = []
  for (let i = 0; i < draws; i++) {
    const value = aucOf(pairs.map(() => pairs[Math.floor(random() * pairs.length)]!))
    if (!Number.isNaN(value)) values.push(value)
  }
  values.sort((a, b) => a - b)
  const at = (share: number): number => rounded(values[Math.floor(share * (values.length - 1))] ?? Number.NaN)
  return [at(0.025), at(0.975)]
}

function levelsOf(levels: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = { low: 0, elevated: 0, high: 0 }
  for (const level of levels) counts[level] = (counts[level] ?? 0) + 1
  return counts
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
