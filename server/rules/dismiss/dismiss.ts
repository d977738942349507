import { minorDigits } from '../../core/money.ts'
import { distanceKm } from '../../core/places.ts'
import { formatPrice } from '../../model/message.ts'
import { notifiesAgain, type Price } from '../../model/notifies-again.ts'
import { againstValue, discountPct } from '../../model/price-against-value.ts'
import type { MatchSubject, Rule } from '../../model/rule-schema.ts'
import type { Outcome } from '../explain/finding.ts'
import type { DismissReason, Suggestion } from './dismiss-schema.ts'
import { excludableWords } from './dismiss-words.ts'

/** A match of the rule as it stands now. */
export interface MatchedListing {
  subject: MatchSubject
  /** Deal score for the rule. */
  score: number
  /** Prices at which it was notified again: from what was notified before. */
  drops: readonly { from: Price; to: Price }[]
}

export interface Dismissal<Listing extends MatchedListing> {
  reason: DismissReason
  rule: Rule
  listing: Listing
  /** The rule's other matches of late that were not dismissed. */
  kept: readonly Listing[]
  /** Other matches of the rule that were dismissed as the wrong thing. */
  wrong: readonly Listing[]
  /** How a rule sees a listing. */
  evaluate(rule: Rule, listing: Listing): Promise<Outcome>
  /** Whether there is no time to look at more of those that were kept. */
  isLate(): boolean
}

/** A change of a rule: what is sent to change it, and the fields as the matcher has them. */
interface Change {
  patch: Record<string, unknown>
  fields: Partial<Rule>
  sentence: string
  effect?: Suggestion['effect']
}

/**
 * Changes of the rule that would have prevented the match, those first that would have cost least. Each one was tried:
 * the changed rule refuses the listing or, of one that was seen before, does not tell its lower price.
 */
export async function suggestChanges<Listing extends MatchedListing>(
  dismissal: Dismissal<Listing>,
): Promise<Suggestion[]> {
  const { reason, rule, listing, kept } = dismissal
  const prevents = reason === 'seen' ? suppresses : refuses
  const suggestions: Suggestion[] = []
  for (const change of changesFor(dismissal)) {
    const { patch, sentence, effect = 'prevents' } = change
    const changed = { ...rule, ...change.fields }
    if (effect === 'delays') {
      suggestions.push({ patch, sentence, effect, alsoPrevents: 0, of: kept.length })
      continue
    }
    if (!(await prevents(dismissal, changed, listing))) continue
    let [alsoPrevents, of] = [0, 0]
    for (const other of kept) {
      if (dismissal.isLate()) break
      of++
      if (await prevents(dismissal, changed, other)) alsoPrevents++
    }
    suggestions.push({ patch, sentence, effect, alsoPrevents, of })
  }
  return suggestions.sort((a, b) => order(a) - order(b) || a.alsoPrevents - b.alsoPrevents)
}

const order = ({ effect }: Suggestion) => (effect === 'prevents' ? 0 : 1)

/** What else helps where no change of the rule would; null where there is nothing to add. */
export async function noteOf<L extends MatchedListing>(
  dismissal: Dismissal<L>,
  found: number,
): Promise<string | null> {
  const { reason, rule, listing, evaluate } = dismissal
  if (found > 0) return null
  if (reason === 'other')
    return 'Without a closer reason there is no change to suggest; too-expensive, too-far, wrong-thing and seen have some.'
  if (reason === 'seen')
    return 'It was notified once, as new. If it is the same thing as another listing, say so on its page.'
  if ((await evaluate(rule, listing)) === 'no')
    return 'As the listing is now, the rule does not match it any more.'
  if (reason !== 'too-far') return 'No change of the rule would keep just this away.'
  if (rule.places.length === 0)
    return 'The rule has no place: give it one, with a radius, and what is farther is not notified.'
  return listing.subject.lat === null
    ? 'Where the listing is is not known, so no radius can keep it away.'
    : 'It is in the middle of the place: a smaller radius would leave nothing.'
}

/** The rule would have notified the listing, and the changed one refuses it. */
async function refuses<L extends MatchedListing>(
  { evaluate, rule }: Dismissal<L>,
  changed: Rule,
  listing: L,
): Promise<boolean> {
  return (await evaluate(changed, listing)) === 'no' && (await evaluate(rule, listing)) !== 'no'
}

/** A lower price was notified that the changed rule would not notify of. */
async function suppresses<L extends MatchedListing>(
  { rule }: Dismissal<L>,
  changed: Rule,
  listing: L,
): Promise<boolean> {
  return listing.drops.some(
    ({ from, to }) => notifiesAgain(rule, from, to) && !notifiesAgain(changed, from, to),
  )
}

function changesFor<L extends MatchedListing>(dismissal: Dismissal<L>): Change[] {
  const { rule, listing } = dismissal
  switch (dismissal.reason) {
    case 'too-expensive':
      return [...belowPrice(rule, listing), ...moreDiscount(rule, listing), ...higherScore(rule, listing)]
    case 'too-far':
      return smallerRadius(rule, listing)
    case 'wrong-thing':
      return [...excludedWords(dismissal), ...otherCategories(dismissal)]
    case 'seen':
      return fewerDrops(rule, listing)
    case 'other':
      return []
  }
}

/** The largest whole amount below the price, or the smallest unit below where there is none. */
function belowPrice(rule: Rule, { subject }: MatchedListing): Change[] {
  const { priceCents, currency } = subject
  if (!priceCents || currency !== rule.currency) return []
  const unit = 10 ** minorDigits(currency)
  const whole = Math.ceil(priceCents / unit - 1) * unit
  const limit = whole > 0 ? whole : priceCents - 1
  if (rule.priceCentsMin !== null && limit < rule.priceCentsMin) return []
  return [
    {
      patch: { priceCentsMax: limit },
      fields: { priceCentsMax: limit },
      sentence: `Ask for at most ${formatPrice(limit, currency)}: it costs ${formatPrice(priceCents, currency)}.`,
    },
  ]
}

function moreDiscount(_rule: Rule, { subject }: MatchedListing): Change[] {
  const { priceCents, valueCents } = subject
  if (priceCents === null || valueCents === null || valueCents <= 0) return []
  const discount = discountPct(priceCents, valueCents)
  const wanted = Math.max(1, discount + 1)
  if (wanted > 100) return []
  return [
    {
      patch: { discountPctMin: wanted },
      fields: { discountPctMin: wanted },
      sentence: `Ask for at least ${wanted} % below its fair value: it is ${againstValue(discount)}${discount === 0 ? ' that' : ''}.`,
    },
  ]
}

function higherScore(_rule: Rule, { score }: MatchedListing): Change[] {
  if (score >= 100) return []
  return [
    {
      patch: { scoreMin: score + 1 },
      fields: { scoreMin: score + 1 },
      sentence: `Ask for a deal score of at least ${score + 1}: it has ${score}.`,
    },
  ]
}

/** Every place that is near enough to the listing gets a radius that just is not. */
function smallerRadius(rule: Rule, { subject }: MatchedListing): Change[] {
  const { lat, lon } = subject
  if (lat === null || lon === null || rule.places.length === 0) return []
  const places = rule.places.map((place) => {
    const km = distanceKm(place, { lat, lon })
    return km <= place.radiusKm ? { ...place, radiusKm: below(km) } : place
  })
  if (places.some(({ radiusKm }) => radiusKm <= 0)) return []
  const nearest = Math.min(...rule.places.map((place) => distanceKm(place, { lat, lon })))
  const [only] = places
  return [
    {
      patch:
        places.length === 1
          ? { radiusKm: only!.radiusKm }
          : { places: places.map(({ text, radiusKm }) => ({ place: text, radiusKm })) },
      fields: { places },
      sentence: `Look within ${only!.radiusKm} km${places.length > 1 ? ' (and less around the other places)' : ''}: it is ${nearest.toFixed(1)} km away.`,
    },
  ]
}

/** The largest whole figure below, or with one decimal where there is none; 0 where there is none either. */
function below(km: number): number {
  const whole = Math.ceil(km) - 1
  return whole >= 1 ? whole : Math.max(0, Math.ceil(km * 10) - 1) / 10
}

const noneMax = 50

function excludedWords<L extends MatchedListing>({ rule, listing, kept, wrong }: Dismissal<L>): Change[] {
  if (rule.none.length >= noneMax) return []
  const texts = (listings: readonly L[]) => listings.map(({ subject }) => subject)
  return excludableWords(rule, listing.subject, texts(wrong), texts(kept)).map(
    ({ word, inWrong, inKept }) => {
      const none = [...rule.none, word]
      return {
        patch: { keywords: { none } },
        fields: { none },
        sentence: `Leave out what says “${word}”: ${inWrong} of ${wrong.length + 1} wrong ones say it, and ${inKept} of ${kept.length} that you kept.`,
      }
    },
  )
}

/** The categories that are left without the listing's: of those that the rule names, else of what was kept. */
function otherCategories<L extends MatchedListing>({ rule, listing, kept }: Dismissal<L>): Change[] {
  const { category } = listing.subject
  const from = rule.categories.length > 0 ? rule.categories : kept.map(({ subject }) => subject.category)
  const categories = [...new Set(from)].filter((one) => one !== category).toSorted()
  if (categories.length === 0) return []
  return [
    {
      patch: { categories },
      fields: { categories },
      sentence: `Look only in ${categories.join(', ')}: it is in ${category}.`,
    },
  ]
}

const dayMinutes = 1_440

function fewerDrops(rule: Rule, { drops }: MatchedListing): Change[] {
  const last = drops.at(-1)
  if (last === undefined || rule.onlyNew) return []
  const from = last.from.priceCents!
  const to = last.to.priceCents!
  const fellPct = ((from - to) / from) * 100
  const wanted = Math.floor(fellPct) + 1
  const notified = `from ${formatPrice(from, last.from.currency!)} to ${formatPrice(to, last.to.currency!)}`
  const least: Change = {
    patch: { dropPctMin: wanted },
    fields: { dropPctMin: wanted },
    sentence: `Notify of a lower price only from ${wanted} % on: it fell ${notified}.`,
  }
  const never: Change = {
    patch: { onlyNew: true },
    fields: { onlyNew: true },
    sentence: `Notify of new things only, no lower prices: it fell ${notified}.`,
  }
  const cooldown: Change = {
    patch: { cooldownMinutes: dayMinutes },
    fields: { cooldownMinutes: dayMinutes },
    sentence: 'Give the rule a cooldown of a day after each message: what comes meanwhile is notified later.',
    effect: 'delays',
  }
  return [
    ...(wanted <= 100 ? [least] : []),
    never,
    ...((rule.cooldownMinutes ?? 0) < dayMinutes ? [cooldown] : []),
  ]
}
