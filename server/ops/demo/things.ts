import type { Condition } from '../../model/listing-schema.ts'
import {
  closings,
  conditionOdds,
  conditionPhrases,
  openings,
  type Product,
  products,
  scamPhrases,
  titlePrefixes,
  titleSuffixes,
  towns,
} from './catalogue.ts'
import { between, type Dice, normal, pick, pickWeighted } from './dice.ts'

/** The two places of the made-up market: one like classified ads, one like a shop with auctions. */
export type Stall = 'classifieds' | 'shop'

/** How a price relates to what the thing is worth. */
export type PriceKind = 'usual' | 'deal' | 'high' | 'bait' | 'free' | 'unstated'

/** One physical thing and who sells it. */
export interface Thing {
  product: Product
  variant: readonly [words: string, dollars: number]
  condition: Condition
  town: (typeof towns)[number]
  lat: number
  lon: number
  priceKind: PriceKind
  /** Asked first, whole dollars and not yet rounded; 0 when free or unstated. */
  dollars: number
  /** Names of pictures, see thumbnails.ts. */
  pictures: string[]
  /** Of the shop's seller. */
  seller: { number: number; feedback: number; percentage: string }
}

/** A thing of an opening scene: certain to be there, well kept, at about half its value. */
export interface Scene {
  product: Product
  factor: number
}

const shopProducts = products.filter((product) => product.shop !== undefined)

export function makeThing(dice: Dice, stall: Stall, isOld: boolean, scene: Scene | null): Thing {
  const list = stall === 'shop' ? shopProducts : products
  const product = scene?.product ?? pickWeighted(dice, list, ({ weight }) => weight)
  const variant = pick(dice, product.variants)
  const [condition, , factor] = scene
    ? (['excellent', 0, 1.08] as const)
    : pickWeighted(dice, conditionOdds, ([, odds]) => odds)
  const town = pick(dice, towns)
  const priceKind = scene ? 'deal' : priceKindOf(dice(), stall, isOld, variant[1])
  const worth = variant[1] * factor * Math.exp(normal(dice) * product.spread * 0.7)
  const share = scene?.factor ?? shareOf(dice(), priceKind)
  const picture = `${product.picture}-${Math.floor(dice() * 0xffff)
    .toString(16)
    .padStart(4, '0')}`
  const pictureCount = priceKind === 'bait' ? 1 : scene ? 5 : between(dice, 0, 7)
  return {
    product,
    variant,
    condition,
    town,
    // About four kilometres around the town's middle.
    lat: round5(town.lat + (dice() - 0.5) * 0.07),
    lon: round5(town.lon + (dice() - 0.5) * 0.07),
    priceKind,
    dollars: scene ? variant[1] * factor * share : worth * share,
    pictures: Array.from({ length: pictureCount }, (_, n) => `${picture}-${n + 1}`),
    seller: {
      number: between(dice, 100, 999),
      feedback: priceKind === 'bait' ? 0 : between(dice, 3, 4000),
      percentage: priceKind === 'bait' ? '0.0' : (97 + dice() * 3).toFixed(1),
    },
  }
}

const round5 = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

/** About one new thing in eight is a deal; those that stood for weeks seldom are. */
function priceKindOf(roll: number, stall: Stall, isOld: boolean, dollars: number): PriceKind {
  const deals = isOld ? 0.03 : 0.125
  const bait = isOld ? 0 : 0.012
  const free = stall === 'classifieds' && !isOld && dollars <= 450 ? 0.02 : 0
  const unstated = stall === 'classifieds' ? 0.03 : 0
  const kinds = [
    ['deal', deals],
    ['bait', bait],
    ['free', free],
    ['unstated', unstated],
    ['high', 0.09],
  ] as const
  let at = roll
  for (const [kind, share] of kinds) {
    at -= share
    if (at < 0) return kind
  }
  return 'usual'
}

function shareOf(roll: number, kind: PriceKind): number {
  if (kind === 'deal') return 0.36 + 0.24 * roll
  if (kind === 'bait') return 0.12 + 0.12 * roll
  if (kind === 'high') return 1.3 + 0.4 * roll
  return kind === 'usual' ? 0.94 + 0.14 * roll : 0
}

/** What sellers type: slips, shouting, praise. */
export function writeTitle(dice: Dice, thing: Thing, stall: Stall): string {
  const { product, condition, priceKind } = thing
  let title = product.title.replace('{v}', thing.variant[0]).trim()
  if (product.brand && title.startsWith(`${product.brand} `) && dice() < 0.07) {
    title = title.slice(product.brand.length + 1)
  }
  if (dice() < 0.06) title = misspelt(dice, title)
  if (priceKind === 'free') title = `Free: ${title}`
  else if (stall === 'classifieds' && dice() < 0.15) title = `${pick(dice, titlePrefixes)} ${title}`
  if (condition === 'for-parts') title += dice() < 0.5 ? ' - for parts' : ' not working'
  else if (condition === 'new' && dice() < 0.6) title += ' brand new'
  else if (dice() < 0.3) title += ` ${pick(dice, titleSuffixes)}`
  const style = dice()
  if (style < 0.04) title = title.toUpperCase()
  else if (style < 0.1) title = title.toLowerCase()
  return cutAtWord(title, stall === 'shop' ? 80 : 70)
}

/** Two neighbouring letters of one longer word change places. */
function misspelt(dice: Dice, title: string): string {
  const list = title.split(' ')
  const long = list.flatMap((word, i) => (/^[a-z]{5,}$/i.test(word) ? [i] : []))
  if (long.length === 0) return title
  const at = pick(dice, long)
  const word = list[at]!
  const i = between(dice, 1, word.length - 3)
  list[at] = word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2)
  return list.join(' ')
}

function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max + 1)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))
}

export function writeDescription(dice: Dice, thing: Thing): string {
  const { product, condition, priceKind, variant } = thing
  if (priceKind === 'bait') return `${product.title.replace('{v}', variant[0])}. ${pick(dice, scamPhrases)}`
  const facts = product.facts.filter(() => dice() < 0.75)
  const lines = [
    `${dice() < 0.5 ? `${pick(dice, openings)} ` : ''}${product.title.replace('{v}', variant[0])}.`,
    [pick(dice, conditionPhrases[condition]), ...facts].join(' '),
    ...(priceKind === 'free' ? ['Free to whoever picks it up first.'] : []),
    ...(dice() < 0.7 ? [pick(dice, closings)] : []),
  ]
  return lines.join('\n\n')
}

/** Steps by which a price falls while the thing stands there: when, in shares of its life, and to what share. */
export function priceSteps(dice: Dice, thing: Thing): { at: number; factor: number }[] {
  if (thing.dollars === 0 || thing.priceKind === 'bait' || dice() > 0.4) return []
  const first = { at: 0.15 + dice() * 0.35, factor: 0.82 + dice() * 0.12 }
  if (dice() < 0.6) return [first]
  return [first, { at: first.at + 0.1 + dice() * 0.3, factor: first.factor * (0.8 + dice() * 0.14) }]
}

/** Prices as they are written there: round ones in an ad, `.99` in a shop. */
export function roundedCents(dollars: number, stall: Stall): number {
  if (dollars <= 0) return 0
  if (stall === 'shop')
    return Math.max(1, Math.round(dollars)) * 100 - (Math.round(dollars) % 2 === 0 ? 1 : 0)
  const step = dollars < 40 ? 1 : dollars < 200 ? 5 : dollars < 1500 ? 10 : 50
  return Math.max(step, Math.round(dollars / step) * step) * 100
}

/** The scenes of the catalogue in their order, cheap enough to surprise. */
export function openingScenes(stall: Stall): Scene[] {
  const list = stall === 'shop' ? shopProducts : products
  return list.filter((product) => product.scene !== undefined).map((product) => ({ product, factor: 0.45 }))
}
