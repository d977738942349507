import { type Dice, diceOf } from './dice.ts'
import { idOf, type Life, lifeIn, paces, type Slot, slotOf, slotsAround } from './slots.ts'
import {
  makeThing,
  openingScenes,
  priceSteps,
  roundedCents,
  type Scene,
  type Stall,
  type Thing,
  writeDescription,
  writeTitle,
} from './things.ts'

export type { Stall } from './things.ts'

/** One thing for sale at one moment. */
export interface DemoListing {
  stall: Stall
  /** 10 digits from 99 (classifieds) or 12 digits from 9900 (shop): ids that no real site has issued. */
  id: string
  thing: Thing
  title: string
  description: string
  /** null = no price stated, 0 = free. */
  priceCents: number | null
  shippingCents: number
  postedAtMs: number
  /** Of the last change of its price; `postedAtMs` when there was none. */
  updatedAtMs: number
  /** When it leaves the market; the end of an auction. */
  endsAtMs: number
  state: 'active' | 'sold' | 'gone'
  /** Of the shop. */
  format: 'fixed' | 'offer' | 'auction'
  bidCount: number
  /** The shop's choice of variants with their prices; empty for a single thing. */
  variations: { words: string; priceCents: number }[]
  /** Id of an earlier posting of the same thing in the same place. */
  repostOf: string | null
}

export interface WorldState {
  nowMs: number
  /** For sale at that moment, newest first. */
  classifieds: DemoListing[]
  shop: DemoListing[]
}

export interface World {
  readonly seed: number
  readonly startedAtMs: number
  at(nowMs: number): WorldState
  /** The listing of an id, ended ones too; null for ids that were not given out by then. */
  find(stall: Stall, id: string, nowMs: number): DemoListing | null
}

/** What of a listing does not change with time. */
interface Fixed extends Life {
  listing: Omit<DemoListing, 'priceCents' | 'updatedAtMs' | 'state' | 'bidCount' | 'variations'>
  dollars: number
  steps: { at: number; factor: number }[]
  bids: number
  variations: { words: string; dollars: number }[]
}

/** What a roll of dice is for; each purpose has its own stream. */
const purposes = { life: 1, origin: 2, thing: 3, title: 4, text: 5, price: 6, form: 7 } as const

/** Beside these, every 15th quick slot is one where anything was taken back. */
const repostShare = 0.05
const duplicateShare = 0.04
const crossPostShare = 0.07

/**
 * A market that is the same function of (seed, start, now) in every process and after every restart. Nothing is
 * replayed: what stands there at a moment follows from the few slots whose lives can reach it.
 */
export function createWorld(options: { seed: number; startedAtMs: number }): World {
  const { seed, startedAtMs } = options
  const scenes = { classifieds: openingScenes('classifieds'), shop: openingScenes('shop') }
  // Listings seen lately, in two generations; forgetting them costs only time.
  let recent = new Map<string, Fixed>()
  let older = new Map<string, Fixed>()

  function dice(slot: Slot, purpose: keyof typeof purposes): Dice {
    return diceOf(
      seed,
      slot.stall === 'shop' ? 2 : 1,
      slot.pace === 'slow' ? 2 : 1,
      slot.index,
      purposes[purpose],
    )
  }

  function lifeOf(slot: Slot): Life {
    return lifeIn(slot, dice(slot, 'life'), startedAtMs, sceneOf(slot) !== null)
  }

  /** The first minute brings one sure deal after the other; some of them return now and then. */
  function sceneOf({ stall, pace, index }: Slot): Scene | null {
    if (pace === 'slow' || index % 2 === 0) return null
    const turn = (index - 1) / 2
    const list = scenes[stall]
    if (turn < list.length) return list[turn]!
    return turn % 30 === 0 ? list[(turn / 30) % list.length]! : null
  }

  /** The slot whose thing this one shows, and in what relation. */
  function originOf(slot: Slot): { slot: Slot; relation: 'own' | 'repost' | 'duplicate' | 'cross-post' } {
    const roll = dice(slot, 'origin')
    const relation = relationAt(roll(), slot)
    if (relation === 'own') return { slot, relation }
    const { postedAtMs } = lifeOf(slot)
    const [near, far] = relation === 'repost' ? (slot.pace === 'quick' ? [8, 90] : [1, 60]) : [2, 12]
    const span = Math.max(1, Math.min(far, slot.index + 1) - near)
    const first = Math.floor(roll() * span)
    for (let attempt = 0; attempt < span; attempt++) {
      const back = near + ((first + attempt) % span)
      const other = relation === 'cross-post' ? crossSlot(slot, back) : { ...slot, index: slot.index - back }
      if (other.index < 0 || relationAt(dice(other, 'origin')(), other) !== 'own') continue
      const life = lifeOf(other)
      const isOver = life.endsAtMs < postedAtMs
      const fits =
        relation === 'repost' ? isOver && life.ending === 'gone' : !isOver && life.postedAtMs < postedAtMs
      if (fits && (slot.stall === 'classifieds' || thingOf(other).product.shop))
        return { slot: other, relation }
    }
    return { slot, relation: 'own' }
  }

  function relationAt(roll: number, slot: Slot): 'own' | 'repost' | 'duplicate' | 'cross-post' {
    if (sceneOf(slot)) return 'own'
    const isTurn = slot.pace === 'quick' && slot.index % 15 === 14
    if (isTurn || roll < repostShare) return 'repost'
    if (roll < repostShare + duplicateShare) return 'duplicate'
    const crosses = slot.stall === 'shop' && roll < repostShare + duplicateShare + crossPostShare
    return crosses ? 'cross-post' : 'own'
  }

  /** The classifieds' slot of about the same moment, and `back` earlier. */
  function crossSlot({ pace, index }: Slot, back: number): Slot {
    const { shop, classifieds } = paces[pace].gapMs
    return { stall: 'classifieds', pace, index: Math.floor((index * shop) / classifieds) - back }
  }

  function thingOf(slot: Slot): Thing {
    return makeThing(dice(slot, 'thing'), slot.stall, slot.pace === 'slow', sceneOf(slot))
  }

  function fixedOf(slot: Slot): Fixed {
    const id = idOf(slot)
    const known = recent.get(id) ?? older.get(id)
    const fixed = known ?? makeFixed(slot, id)
    if (recent.size >= 2000) {
      older = recent
      recent = new Map()
    }
    recent.set(id, fixed)
    return fixed
  }

  function makeFixed(slot: Slot, id: string): Fixed {
    const { stall } = slot
    const life = lifeOf(slot)
    const origin = originOf(slot)
    const original = thingOf(origin.slot)
    const form = dice(slot, 'form')
    // A free or unpriced ad has no place in a shop: there it asks what it is worth.
    const isPriced = stall === 'classifieds' || original.dollars > 0
    const thing: Thing = isPriced
      ? original
      : { ...original, priceKind: 'usual', dollars: original.variant[1] }
    const own = origin.relation === 'own'
    const adjusted = own ? 1 : origin.relation === 'repost' ? 0.84 + 0.14 * form() : 0.97 + 0.06 * form()
    const keepsTitle = !own && origin.slot.stall === stall && form() < 0.6
    const steps = sceneOf(slot) ? [] : priceSteps(dice(slot, 'price'), thing)
    const kind = form()
    const isAuction = stall === 'shop' && slot.pace === 'quick' && own && kind < 0.07 && !sceneOf(slot)
    const hasVariations = stall === 'shop' && own && !isAuction && kind < 0.11 && !sceneOf(slot)
    const { product } = thing
    const dollars = thing.dollars * adjusted
    return {
      ...life,
      listing: {
        stall,
        id,
        thing,
        title: writeTitle(dice(keepsTitle ? origin.slot : slot, 'title'), thing, stall),
        description: writeDescription(dice(keepsTitle ? origin.slot : slot, 'text'), thing),
        shippingCents:
          stall === 'shop' && form() > 0.3 ? Math.round(product.shipping * (80 + form() * 40)) : 0,
        postedAtMs: life.postedAtMs,
        endsAtMs: life.endsAtMs,
        format: isAuction ? 'auction' : form() < 0.5 ? 'offer' : 'fixed',
        repostOf: origin.relation === 'repost' ? idOf(origin.slot) : null,
      },
      dollars,
      steps: isAuction ? [] : steps,
      bids: isAuction ? 3 + Math.floor(form() * 14) : 0,
      variations: hasVariations
        ? product.variants.map(([words, usual]) => ({ words, dollars: (dollars * usual) / thing.variant[1] }))
        : [],
    }
  }

  function viewOf(fixed: Fixed, nowMs: number): DemoListing {
    const { listing, postedAtMs, endsAtMs } = fixed
    const { stall, thing } = listing
    const lived = Math.min(1, (nowMs - postedAtMs) / (endsAtMs - postedAtMs))
    const step = fixed.steps.findLast(({ at }) => at <= lived)
    const bidCount = Math.floor(fixed.bids * lived)
    const factor = fixed.bids > 0 ? 0.7 + (0.35 * bidCount) / fixed.bids : (step?.factor ?? 1)
    const variations = fixed.variations
      .map(({ words, dollars }) => ({ words, priceCents: roundedCents(dollars * factor, stall) }))
      .sort((a, b) => a.priceCents - b.priceCents)
    const own = thing.priceKind === 'unstated' ? null : roundedCents(fixed.dollars * factor, stall)
    return {
      ...listing,
      priceCents: variations[0]?.priceCents ?? own,
      updatedAtMs: step ? Math.round(postedAtMs + step.at * (endsAtMs - postedAtMs)) : postedAtMs,
      state: nowMs < endsAtMs ? 'active' : fixed.ending,
      bidCount,
      variations,
    }
  }

  function activeAt(stall: Stall, nowMs: number): DemoListing[] {
    const found: DemoListing[] = []
    for (const pace of ['quick', 'slow'] as const) {
      for (const slot of slotsAround(stall, pace, startedAtMs, nowMs)) {
        const { postedAtMs, endsAtMs } = lifeOf(slot)
        if (postedAtMs <= nowMs && nowMs < endsAtMs) found.push(viewOf(fixedOf(slot), nowMs))
      }
    }
    return found.sort((a, b) => b.postedAtMs - a.postedAtMs || (a.id < b.id ? 1 : -1))
  }

  return {
    seed,
    startedAtMs,
    at: (nowMs) => ({ nowMs, classifieds: activeAt('classifieds', nowMs), shop: activeAt('shop', nowMs) }),
    find(stall, id, nowMs) {
      const slot = slotOf(stall, id)
      if (!slot || lifeOf(slot).postedAtMs > nowMs) return null
      return viewOf(fixedOf(slot), nowMs)
    },
  }
}
