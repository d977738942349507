import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createMatcher, type Matcher } from '../server/rules/matcher/matcher.ts'
import { benchListings, type Row } from './lib-listings.ts'
import { peopleRules, placed } from './lib-people.ts'

/** Known before, and fed in each part of a run. */
export const stockCounts = { known: 1_000, warm: 200, fed: 800 }
/** So many are made up at a time. */
const rulesAtOnce = 100_000

export interface Stock {
  known: Row[]
  feeds: { warm: Row[]; rows: Row[] }[]
  /** Like those that are fed: whose words the rules want. */
  corpus: Row[]
}

/** The same at each call: what is measured in another process is measured of the same rules. */
export async function openStock(): Promise<{ stock: Stock; origin: string }> {
  const { known, warm, fed } = stockCounts
  const { rows, origin } = await benchListings(known + 3 * (warm + fed) + 6_000)
  const listings = placed(rows)
  const stock = {
    known: listings.splice(0, known),
    feeds: [0, 1].map(() => ({ warm: listings.splice(0, warm), rows: listings.splice(0, fed) })),
    corpus: listings,
  }
  return { stock, origin }
}

/** Rules of people with ten each, of which a listing meets one, made up so many at a time; `first` gives the first person's id. */
export async function* chunksOf(
  rules: number,
  { corpus, feeds }: Stock,
  first: (persons: number) => Promise<number>,
) {
  const chunks = Math.ceil(rules / rulesAtOnce)
  for (let chunk = 0; chunk < chunks; chunk++) {
    const [count, from] = [Math.min(rulesAtOnce, rules - chunk * rulesAtOnce), chunk * rulesAtOnce]
    const persons = Math.round(count / 10)
    const turn = (chunk * 397) % corpus.length
    const turned = [...corpus.slice(turn), ...corpus.slice(0, turn)]
    const input = {
      persons,
      rules: count,
      corpus: turned,
      fed: feeds[0]!.rows,
      matchesPerListing: 1 / chunks,
    }
    yield peopleRules(input, await first(persons)).map((rule) => ({ ...rule, id: rule.id + from }))
  }
}

/** A matcher that holds so many. */
export async function filledMatcher(rules: number, stock: Stock): Promise<Matcher> {
  const matcher = createMatcher()
  const load = matcher.load()
  for await (const made of chunksOf(rules, stock, async () => 1)) for (const rule of made) load.take(rule)
  load.done()
  if (matcher.size !== rules) throw new Error('the matcher does not hold every rule')
  return matcher
}

const perRulesScript = new URL('./lib-rule-memory.ts', import.meta.url).pathname

/** Bytes that a matcher takes for so many rules, measured in a process that does nothing else. */
export async function memoryOf(rules: number): Promise<number> {
  const args = ['--expose-gc', '--max-old-space-size=8192', perRulesScript, String(rules)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return Number(stdout)
}
