import { minorDigits } from '../../core/money.ts'
import { fillers, inclusionWords, purposeWords } from './head-words.ts'
import { wordSet } from './phrases.ts'
import type { OfferSubject } from './subject.ts'
import { isTail } from './title-head.ts'

/** No whole car, motorcycle or boat is sold for so few whole units of any currency. */
const vehicleMin = 50
const vehicles: ReadonlySet<string> = new Set(['cars', 'motorcycles', 'boats-rv'])

/** Currencies whose unit buys about as much as a dollar: floors below are in their whole units. */
const dollarLike = wordSet('USD EUR GBP CHF CAD AUD')
const modernVehicleMin = 300
const modernFrom = 2008
/** So little is asked for none of these that is whole: who types it means "make an offer" or "read on". */
interface Floor {
  min: number
  /** The word ends what is named: "writing desk", not "desk lamp". */
  last: ReadonlySet<string>
  /** The word begins it, as nouns do in Romance and Slavic tongues. */
  first: ReadonlySet<string>
}

const floors: readonly Floor[] = [
  {
    min: 10,
    last: wordSet(
      'iphone ipad macbook imac ps4 ps5 thinkpad fridge freezer refrigerator treadmill piano canoe kayak motorcycle ' +
        'kuhlschrank klavier motorrad koelkast',
    ),
    first: wordSet('refrigerateur frigo frigorifico nevera frigorifero lodowka piano pianoforte'),
  },
  {
    min: 5,
    last: wordSet(
      'sofa couch sectional loveseat recliner desk dresser wardrobe armoire bed bedframe mattress bookcase washer dryer ' +
        'dishwasher cooker laptop bike bicycle ebike kleiderschrank schreibtisch bett matratze waschmaschine spulmaschine ' +
        'fahrrad kommode bank bureau kledingkast wasmachine fiets',
    ),
    first: wordSet(
      'canape lit matelas armoire bureau velo commode ordinateur portatil colchon escritorio bicicleta armario lavadora ' +
        'divano letto armadio scrivania bicicletta lavatrice pralka lozko rower biurko szafa',
    ),
  },
]
/** Said behind what is named. */
const said = wordSet(
  'antique vintage wooden wood oak pine solid ikea carbon inch gb tb zoll pouces pulgadas frame set',
)
const year = /^(?:19[5-9]\d|20[0-4]\d)$/

/** Whether a price above 0 is too low for any whole thing of what the words name: typed because the form wants one. */
export function isBelowAnyFloor(
  { category, priceCents, currency }: Pick<OfferSubject, 'category' | 'priceCents' | 'currency'>,
  words: readonly string[],
): boolean {
  if (!priceCents) return false
  const major = priceCents / 10 ** minorDigits(currency ?? 'USD')
  const isVehicle = vehicles.has(category ?? '')
  if (isVehicle && major < vehicleMin) return true
  if (!dollarLike.has(currency ?? 'USD')) return false
  if (isVehicle)
    return major < modernVehicleMin && words.some((word) => year.test(word) && Number(word) >= modernFrom)
  if (floors.every(({ min }) => major >= min)) return false
  const named = namedIn(words)
  return floors.some(
    ({ min, last, first }) => major < min && (last.has(named.at(-1) ?? '') || first.has(named[0] ?? '')),
  )
}

/** The words up to what comes along or what it is for, less what is only said of it. */
function namedIn(words: readonly string[]): readonly string[] {
  const from = words.findIndex((word) => !fillers.has(word))
  const end = words.findIndex((word, i) => i > 0 && (inclusionWords.has(word) || purposeWords.has(word)))
  let to = end < 0 ? words.length : end
  while (to > from && isSaid(words[to - 1]!)) to--
  return from < 0 ? [] : words.slice(from, to)
}

const isSaid = (word: string) => isTail(word) || said.has(word)
