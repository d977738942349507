import { formatMoney } from '../../../core/money.ts'
import { compAgeMsMax } from '../../comps/comps.ts'
import type { Identity } from '../../comps/identity.ts'
import { isNotForSale, titleTraits } from '../../comps/title.ts'
import type { Appraisal } from '../appraiser.ts'
import { categoryCompsMin, similarCompsMin } from '../fair-value.ts'
import type { PiecesAppraisal } from '../pieces.ts'
import type { Asked, ValueDeps } from './value-asked.ts'
import { ageDays, notForSaleSentence } from './value-words.ts'

/** Comps older than this tell of another market. */
const oldDays = 120

/** Why there is no value, and what would help. */
export function whyNot(
  deps: Pick<ValueDeps, 'valuer'>,
  asked: Asked,
  unseen: Appraisal | null = null,
): string {
  const { person, category, categoryFrom, currency, identity, input } = asked
  if (isNotForSale(identity.traits)) return notForSaleSentence(identity.traits)
  if (unseen) return unseenSentence(identity, unseen)
  const few = 'Not enough comparable listings:'
  const holdings = deps.valuer.holdings(category, input.demo, person)
  const own = holdings.find((holding) => holding.currency === currency)
  if (holdings.length === 0) {
    const other = deps.valuer.holdings(category, !input.demo, person).length > 0
    if (input.demo) return `${few} the demo is not running. Ask without demo.`
    return other
      ? `${few} only the demo's made-up listings are here so far. Scan a source or import a file of listings; or ask with demo to see how it works.`
      : `${few} no priced listings are here yet. Scan a source or import a file of listings.`
  }
  if (own === undefined) {
    return `${few} there are comparables in ${holdings.map((one) => one.currency).join(', ')}, none in ${currency}; currencies are never mixed or converted. Ask in one of those, or import listings in ${currency}.`
  }
  if (identity.tokens.length === 0 && own.inCategory === 0) {
    return `${few} the title has no words that could be compared. Write what it is: maker, model, size.`
  }
  if (categoryFrom === 'unknown') {
    return `${few} fewer than ${similarCompsMin} are similar, and the title does not tell what kind of thing it is. Write maker and model, or name the category.`
  }
  const elsewhere = holdings.find((one) => one.currency !== currency && one.inCategory > own.inCategory)
  const known =
    own.inCategory < categoryCompsMin
      ? `of ${category} in ${currency} there ${own.inCategory === 1 ? 'is 1' : `are ${own.inCategory}`} in all (${categoryCompsMin} are needed)`
      : `of the ${own.inCategory} of ${category} in ${currency} too few are of the last ${compAgeMsMax / 86_400_000} days`
  return (
    `${few} fewer than ${similarCompsMin} are similar, and ${known}. ` +
    (elsewhere
      ? `There are ${elsewhere.inCategory} in ${elsewhere.currency}; currencies are never mixed. `
      : '') +
    'More listings of the kind would help: scan a source, import a file, or check the category.'
  )
}

/** What is known instead of a maker and model of which no listing is, or of a thing that nothing is called like. */
function unseenSentence({ brand, model }: Identity, { value, strength }: Appraisal): string {
  const { compsLowCents, compsHighCents, currency, count, basis } = value
  const named = [brand, model].filter((part) => part !== null).join(' ')
  const missing = named === '' ? 'called like it' : `of ${named}`
  const others =
    strength === 'maker'
      ? `others, some of ${brand}`
      : strength === 'category'
        ? 'listings of its category'
        : 'others with similar words'
  const prices =
    compsLowCents === undefined || compsHighCents === undefined
      ? ''
      : ` The ${count} nearest are ${others}, most ${basis === 'sold' ? 'sold' : 'asked'} at ${formatMoney(compsLowCents, currency)} to ${formatMoney(compsHighCents, currency)}: that says nothing of this one.`
  return `Unknown: none of the comparable listings is ${missing}.${prices} Scan a source or import listings of it${named === '' ? ', or name its category for the range of that' : ''}.`
}

/** What should be known beside a value; `isWidened` where the words leave much open. */
export function notesOn(
  { input, identity, condition }: Asked,
  appraisal: PiecesAppraisal | null,
  isWidened: boolean,
  nowMs: number,
): string[] {
  const notes: string[] = []
  if (condition === null && (input.condition ?? '').trim() !== '') {
    notes.push(
      `The condition ${JSON.stringify(input.condition)} is not one that is known, so it counts as unknown. Say new, like new, excellent, good, fair, poor or for parts.`,
    )
  }
  if (appraisal === null) return notes
  const { value, learned } = appraisal
  if (input.demo) notes.push("By the demo's made-up listings: no real thing is worth that.")
  if (value.method === 'similar' && (appraisal.strength === 'maker' || appraisal.strength === 'stranger')) {
    notes.push(
      'None of the comparables is of this very model: the range is that of others, and little to go by.',
    )
  }
  if (value.method === 'similar' && appraisal.strength === 'far') {
    notes.push('None of the comparables is called like it: the range is that of others, and little to go by.')
  }
  if (value.method === 'category') {
    notes.push(
      'Nothing similar enough is known: this is the range of its whole category. Maker and model help.',
    )
  }
  if (isWidened && value.method === 'similar') {
    notes.push(
      'The words fit things that differ, so the range is that of all of them. Model, size, storage or year would narrow it.',
    )
  }
  if (!learned) {
    notes.push(
      'What details are worth is not learned yet (too few prices, or learning is under way): comparables are adjusted for their condition only.',
    )
  }
  if (identity.quantity > 1) notes.push(piecesSentence(identity.quantity, appraisal.pieces))
  else if ((identity.traits & titleTraits.lot) !== 0) notes.push('The value is for the whole lot together.')
  if ((identity.traits & (titleTraits.accessory | titleTraits.part)) !== 0) {
    notes.push('By its title it is an accessory or a part, and valued as one.')
  }
  const newestDays = ageDays(value.newestAtMs, nowMs)
  if (newestDays > oldDays)
    notes.push(`The newest comparable is ${newestDays} days old: the market may have moved.`)
  return notes
}

function piecesSentence(count: number, pieces: PiecesAppraisal['pieces']): string {
  const all = `The value is for all ${count} pieces together`
  if (pieces === null) return `${all}, as the comparables are.`
  return pieces.perComp === 1
    ? `${all}: ${count} times that of one, which the comparables are.`
    : `${all}; the comparables are of ${pieces.perComp} pieces, so it is theirs in proportion.`
}
