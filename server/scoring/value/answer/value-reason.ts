import { type SaidOf, say } from '../../../model/sentences/sentences.ts'
import type { NotForSale } from '../../../model/sentences/unvalued-sentences.ts'
import { compAgeMsMax } from '../../comps/comps.ts'
import type { Identity } from '../../comps/identity.ts'
import { isNotForSale, titleTraits } from '../../comps/title.ts'
import type { Appraisal } from '../appraiser.ts'
import { categoryCompsMin, similarCompsMin } from '../fair-value.ts'
import type { PiecesAppraisal } from '../pieces.ts'
import type { Asked, ValueDeps } from './value-asked.ts'
import { ageDays } from './value-words.ts'

/** Comps older than this tell of another market. */
const oldDays = 120

/** Why there is no value, and what would help. */
export function whyNot(
  deps: Pick<ValueDeps, 'valuer'>,
  asked: Asked,
  unseen: Appraisal | null = null,
): SaidOf<'unvalued'> {
  const { person, category, categoryFrom, currency, identity, input } = asked
  if (isNotForSale(identity.traits))
    return say('unvalued-not-for-sale', { offered: offered(identity.traits) })
  if (unseen) return unseenSaid(identity, unseen)
  const holdings = deps.valuer.holdings(category, input.demo, person)
  const own = holdings.find((holding) => holding.currency === currency)
  if (holdings.length === 0) {
    if (input.demo) return say('unvalued-demo-off')
    const other = deps.valuer.holdings(category, true, person).length > 0
    return other ? say('unvalued-demo-only') : say('unvalued-nothing')
  }
  if (own === undefined)
    return say('unvalued-currency', { known: holdings.map((one) => one.currency), currency })
  if (identity.tokens.length === 0 && own.inCategory === 0) return say('unvalued-words')
  if (categoryFrom === 'unknown') return say('unvalued-kind', { similarMin: similarCompsMin })
  const elsewhere = holdings.find((one) => one.currency !== currency && one.inCategory > own.inCategory)
  return say('unvalued-few', {
    ...{ similarMin: similarCompsMin, categoryMin: categoryCompsMin, days: compAgeMsMax / 86_400_000 },
    ...{ category, currency, inCategory: own.inCategory },
    ...{ elsewhere: elsewhere?.inCategory ?? 0, elsewhereCurrency: elsewhere?.currency ?? null },
  })
}

function offered(traits: number): NotForSale {
  const kinds = ['wanted', 'service', 'rental', 'trade'] as const
  return kinds.find((kind) => (traits & titleTraits[kind]) !== 0) ?? 'fake'
}

/** What is known instead of a maker and model of which no listing is, or of a thing that nothing is called like. */
function unseenSaid({ brand, model }: Identity, { value, strength }: Appraisal) {
  const { compsLowCents = null, compsHighCents = null, currency, count, basis } = value
  const nearest = strength === 'maker' || strength === 'category' ? strength : 'words'
  return say('unvalued-unseen', {
    ...{ brand, model, nearest, compsLowCents, compsHighCents, currency, count, basis },
  })
}

/** What should be known beside a value; `isWidened` where the words leave much open. */
export function notesOn(
  { input, identity, condition }: Asked,
  appraisal: PiecesAppraisal | null,
  isWidened: boolean,
  nowMs: number,
): SaidOf<'value'>[] {
  const notes: SaidOf<'value'>[] = []
  if (condition === null && (input.condition ?? '').trim() !== '')
    notes.push(say('value-note-condition', { given: input.condition! }))
  if (appraisal === null) return notes
  const { value, learned, strength, pieces } = appraisal
  const isSimilar = value.method === 'similar'
  if (input.demo) notes.push(say('value-note-demo'))
  if (isSimilar && (strength === 'maker' || strength === 'stranger'))
    notes.push(say('value-note-other-models'))
  if (isSimilar && strength === 'far') notes.push(say('value-note-other-names'))
  if (value.method === 'category') notes.push(say('value-note-category'))
  if (isWidened && isSimilar) notes.push(say('value-note-wide'))
  if (!learned) notes.push(say('value-note-unlearned'))
  const { quantity, traits } = identity
  if (quantity > 1) notes.push(say('value-note-pieces', { quantity, perComp: pieces?.perComp ?? null }))
  else if ((traits & titleTraits.lot) !== 0) notes.push(say('value-note-lot'))
  if ((traits & (titleTraits.accessory | titleTraits.part)) !== 0) notes.push(say('value-note-accessory'))
  const days = ageDays(value.newestAtMs, nowMs)
  if (days > oldDays) notes.push(say('value-note-old', { days }))
  return notes
}
