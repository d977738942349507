import { readPlacesData } from '../server/core/places-data.ts'
import { seededRandom } from '../server/core/random.ts'
import { categories, conditions } from '../server/model/listing-schema.ts'
import type { MatchSubject, Rule } from '../server/model/rule-schema.ts'
import type { MatchedRule } from '../server/rules/matcher/matcher.ts'
import { sampleRule, sampleSubject } from '../server/rules/samples.ts'

type Random = () => number

/** Distinct words that listings and rules are made of. */
const vocabularySize = 150_000
/** The commonest words of texts ("with", "and") are in no rule. */
const stopWords = 60
const cityCount = 1500

/** What rules and listings of the benchmark are drawn from; the same for the same seed. */
export interface World {
  rules(count: number, seed?: number): Iterable<MatchedRule>
  listings(count: number): MatchSubject[]
  /** The deal score of a listing, whoever asks. */
  scoreOf(subject: MatchSubject): number
}

/**
 * Words by Zipf's law (the n-th is n times rarer than the first), cities of the United States by their people,
 * prices by category. Of the rules: 60 % name a category, 85 % a highest price, 70 % a place, 35 % conditions, 40 % a
 * least score; 90 % want words (one to four, or one of several), the rest a category in a place.
 */
export function createWorld(): World {
  const words = Array.from({ length: vocabularySize }, (_, n) => spelled(n))
  const textWord = zipf(0, vocabularySize)
  const ruleWord = zipf(stopWords, 60_000)
  const places = cities()
  const city = byWeight(places.map(({ population }) => population))
  const categoryOf = byWeight(categories.map((_, n) => 1 / (n + 4)))
  const typicalCents = categories.map((_, n) => [4000, 9000, 20_000, 45_000, 120_000][(n * 7) % 5]!)

  function* rules(count: number, seed = 1): Iterable<MatchedRule> {
    const random = seededRandom(seed)
    const word = () => words[ruleWord(random)]!
    const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)]!
    for (let id = 1; id <= count; id++) {
      const category = categoryOf(random)
      const kind = random()
      const priced = random()
      const placed = random() < 0.7 || kind > 0.9
      const wanted = random()
      yield sampleRule({
        id,
        // Four rules to a person.
        userId: 1 + Math.floor(random() * Math.max(1, count / 4)),
        ...keywords(kind, word, random),
        categories:
          random() < 0.6 || kind > 0.9
            ? [categories[category]!, ...(random() < 0.1 ? [categories[categoryOf(random)]!] : [])]
            : [],
        priceCentsMax: priced < 0.85 ? roundPrice(typicalCents[category]! * logNormal(random, 0.7)) : null,
        priceCentsMin: priced < 0.15 ? roundPrice(typicalCents[category]! * 0.2) : null,
        currency: random() < 0.97 ? 'USD' : 'EUR',
        conditions: random() < 0.35 ? conditions.slice(0, pick([2, 3, 4, 4, 5])) : [],
        places: placed
          ? [
              {
                text: '',
                label: '',
                ...spotOf(places[city(random)]!),
                radiusKm: pick([15, 25, 40, 40, 40, 80, 160]),
              },
            ]
          : [],
        scoreMin: wanted < 0.4 ? pick([60, 65, 70, 75, 80, 90]) : null,
        weights: wanted < 0.05 ? 'flipper' : null,
      } satisfies Partial<Rule>)
    }
  }

  function listings(count: number): MatchSubject[] {
    const random = seededRandom(77)
    const text = (length: number) => Array.from({ length }, () => words[textWord(random)]!).join(' ')
    return Array.from({ length: count }, () => {
      const category = categoryOf(random)
      const place = places[city(random)]!
      return sampleSubject({
        title: text(5 + Math.floor(random() * 5)),
        description: random() < 0.7 ? text(15 + Math.floor(random() * 30)) : null,
        category: categories[category]!,
        condition: random() < 0.85 ? conditions[Math.floor(random() * conditions.length)]! : null,
        priceCents: random() < 0.97 ? roundPrice(typicalCents[category]! * logNormal(random, 0.8)) : null,
        // Sellers live around the middle of their city.
        lat: place.lat + (random() - 0.5) * 0.3,
        lon: place.lon + (random() - 0.5) * 0.3,
        risk: Math.floor(random() * 100),
      })
    })
  }

  // Stands for the score, so that the time of scoring is not that of matching.
  return { rules, listings, scoreOf: ({ risk }) => risk }
}

function keywords(kind: number, word: () => string, random: Random): Pick<Rule, 'all' | 'any' | 'none'> {
  const some = (count: number) => Array.from({ length: count }, word)
  const none = random() < 0.15 ? some(1 + Math.floor(random() * 2)) : []
  if (kind < 0.3) return { all: some(1), any: [], none }
  if (kind < 0.6) return { all: some(2), any: [], none }
  if (kind < 0.72) return { all: some(3), any: [], none }
  if (kind < 0.8) return { all: [`${word()} ${word()}`], any: [], none }
  if (kind < 0.9) return { all: kind < 0.85 ? some(1) : [], any: some(2 + Math.floor(random() * 3)), none }
  return { all: [], any: [], none }
}

const syllables =
  'ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu'.split(' ')

/** The n-th word: the commoner, the shorter; none is a plural of another. */
function spelled(n: number): string {
  let text = ''
  for (let rest = n + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length))
    text += syllables[rest % syllables.length]
  return `${text}n`
}

function zipf(from: number, to: number): (random: Random) => number {
  const draw = byWeight(Array.from({ length: to - from }, (_, n) => 1 / (n + from + 1)))
  return (random) => from + draw(random)
}

/** Draws positions in proportion to their weights. */
function byWeight(weights: readonly number[]): (random: Random) => number {
  const sums = new Float64Array(weights.length)
  let total = 0
  for (const [n, weight] of weights.entries()) sums[n] = total += weight
  return (random) => {
    const at = random() * total
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}

function logNormal(random: Random, spread: number): number {
  return Math.exp(spread * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()))
}

/** People write round prices. */
function roundPrice(cents: number): number {
  const step = cents > 50_000 ? 5000 : cents > 10_000 ? 1000 : 500
  return Math.max(step, Math.round(cents / step) * step)
}

const spotOf = ({ lat, lon }: { lat: number; lon: number }) => ({ lat, lon })

function cities() {
  return [...readPlacesData().cities.values()]
    .flat()
    .filter(({ country }) => country === 'US')
    .sort((a, b) => b.population - a.population)
    .slice(0, cityCount)
}
