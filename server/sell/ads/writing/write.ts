import { foldText } from '../../../core/text.ts'
import type { Posting } from '../../../model/posting.ts'
import { cutAtWord, lengthOf } from './cut.ts'
import type { ThingFacts, WritingStyle } from './facts.ts'
import { adWords } from './words.ts'

/** Of what buyers type into a search: `256 GB`, `140 × 70 cm`, `Size 42`. */
const isSearched = (detail: string) => detail.length <= 24 && /\d/.test(detail)

/**
 * The title of an ad: what the thing is called, with its maker before it and the figures behind it that buyers search for, as far as
 * they fit. Nothing that the facts do not say.
 */
export function writeTitle({ title, brand, details }: ThingFacts, posting: Posting): string {
  const max = posting.titleCharactersMax
  const isNamed = brand === null || ` ${foldText(title)} `.includes(` ${foldText(brand)} `)
  let text = cutAtWord(isNamed ? title : `${brand} ${title}`, max)
  for (const detail of details.filter(isSearched)) {
    const longer = `${text} ${detail}`
    if (foldText(text).includes(foldText(detail))) continue
    if (max === null ? lengthOf(longer) <= longTitle : lengthOf(longer) <= max) text = longer
  }
  return text
}

const longTitle = 80

/** A part of a description; of those that do not fit, the ones with the highest number go first, and 0 never goes. */
interface Part {
  text: string
  goes: number
}

/**
 * The description of an ad: the facts in sentences and lists, in the marketplace's language, within its limit. What is wrong with the
 * thing is never left out: then it is longer than the limit, which `checkDraft` finds.
 */
export function writeDescription(facts: ThingFacts, style: WritingStyle, posting: Posting): string {
  const words = adWords[posting.language]
  const { condition, quantity, included, defects } = facts
  const own = (kind: 'opening' | 'closing') => style[kind][posting.language] ?? words[kind][style.tone]
  const isShort = style.tone === 'short'
  const list = (lines: readonly string[]) =>
    isShort ? lines.join(', ') : lines.map((line) => `- ${line}`).join('\n')
  const named = (name: string, lines: readonly string[]) =>
    isShort ? `${name}: ${list(lines)}` : `${name}:\n${list(lines)}`
  const parts: (Part | false)[] = [
    part(own('opening'), 6),
    { text: nameOf(facts), goes: 5 },
    part(facts.about, 8),
    condition !== null && { text: words.condition[condition], goes: 0 },
    ...facts.details.map((line, at) => ({ text: isShort ? line : `- ${line}`, goes: 10 + at })),
    included.length > 0 && { text: named(words.included, included), goes: 3 },
    defects.length > 0 && { text: named(words.defects, defects), goes: 0 },
    quantity > 1 && { text: words.quantity(quantity), goes: 2 },
    { text: words.handover(style.handover, style.place), goes: 4 },
    part(own('closing'), 7),
  ]
  return fitted(
    parts.filter((one) => one !== false),
    posting.descriptionCharactersMax,
    isShort,
  )
}

const part = (text: string | null, goes: number): Part | false => text !== null && { text, goes }

function nameOf({ title, brand }: ThingFacts): string {
  const isNamed = brand === null || foldText(title).includes(foldText(brand))
  return /[.!?]$/.test(title) ? title : `${isNamed ? title : `${brand} ${title}`}.`
}

function fitted(parts: readonly Part[], charactersMax: number | null, isShort: boolean): string {
  const kept = [...parts]
  for (;;) {
    const text = joined(kept, isShort)
    const last = Math.max(...kept.map(({ goes }) => goes))
    if (charactersMax === null || lengthOf(text) <= charactersMax || last === 0) return text
    kept.splice(
      kept.findIndex(({ goes }) => goes === last),
      1,
    )
  }
}

/** Lists stand in lines of their own, with an empty one before what follows. */
function joined(parts: readonly Part[], isShort: boolean): string {
  if (isShort) return parts.map(({ text }) => (/[.!?:]$/.test(text) ? text : `${text}.`)).join(' ')
  return parts
    .map(({ text }, at) => {
      const before = parts[at - 1]?.text
      if (before === undefined) return text
      const isList = text.startsWith('- ')
      return `${isList && before.startsWith('- ') ? '\n' : isList || before.includes('\n') || text.includes('\n') || before.startsWith('- ') ? '\n\n' : ' '}${text}`
    })
    .join('')
}
