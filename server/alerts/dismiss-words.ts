import { words as wordsOf } from '../core/text.ts'
import type { MatchSubject, Rule } from './schema.ts'
import { readSubject, readWords, textCharsMax } from './terms.ts'

type Text = Pick<MatchSubject, 'title' | 'description'>

export interface ExcludableWord {
  /** As it stands in the listing, folded. */
  word: string
  /** Wrong ones that have it, this one included, and kept ones. */
  inWrong: number
  inKept: number
}

const suggestedMax = 5
/** A word that more of the kept ones have is no mark of the wrong thing. */
const keptShareMax = 0.1
/** Texts are long; their mark stands early. */
const lookedAtMax = 400

/** Words that stand in any text tell nothing, and excluding them would end the rule. */
const commonWords = new Set(
  `a about all also an and any are as at be been both but by can cash come comes condition could do does each etc
  for free from get good great had has have he her here him his how i if in into is it its just like me more most my
  need new no not now obo of off on one only or other our out over pick pickup please price sale see sell selling she
  so some sold still than that the their them then there these they this those to too under up used very was we well
  were what when which who will with would you your`.split(/\s+/),
)

/**
 * Words of a listing that mark the wrong thing: more often in matches that were dismissed as such than in those that
 * were kept, in which they stand rarely or never. The clearest first (by the ratio of both shares, smoothed), words of
 * the title before others; at most five. A word of the description alone is one only when another wrong one has it,
 * or when the title has none: a seller's turns of phrase are no mark. What the rule asks for is not among them.
 */
export function excludableWords(
  rule: Pick<Rule, 'all' | 'any' | 'none' | 'name'>,
  listing: Text,
  wrong: readonly Text[],
  kept: readonly Text[],
): ExcludableWord[] {
  const wanted = new Set([...rule.all, ...rule.any, ...rule.none].flatMap((term) => readWords(term).words))
  const wrongStems = wrong.map(stemsOf)
  const keptStems = kept.map(stemsOf)
  const inTitle = new Set(candidates(listing.title).map(({ stem }) => stem))
  const text = `${listing.title} ${listing.description ?? ''}`.slice(0, textCharsMax)
  const found = [
    ...new Map(
      candidates(text)
        .reverse()
        .map((one) => [one.stem, one]),
    ).values(),
  ]
    .filter(({ stem }) => !wanted.has(stem))
    .map(({ stem, word }) => {
      const inWrong = 1 + count(wrongStems, stem)
      const inKept = count(keptStems, stem)
      const ratio = (inWrong + 0.5) / (wrong.length + 2) / ((inKept + 0.5) / (kept.length + 1))
      const titled = inTitle.has(stem)
      return { word, inWrong, inKept, titled, rank: ratio * (titled ? 2 : 1) }
    })
    .filter(({ inKept }) => inKept <= keptShareMax * kept.length)
  const marks = found.filter(({ titled, inWrong }) => titled || inWrong > 1)
  return (marks.length > 0 ? marks : found)
    .toSorted((a, b) => b.rank - a.rank || (a.word < b.word ? -1 : 1))
    .slice(0, suggestedMax)
    .map(({ word, inWrong, inKept }) => ({ word, inWrong, inKept }))
}

/** Words that can stand alone as a term, with the form in which they are compared. */
function candidates(text: string): { word: string; stem: string }[] {
  return wordsOf(text)
    .slice(0, lookedAtMax)
    .flatMap((word) => {
      if (word.length < 3 || commonWords.has(word) || !/^\p{L}+$/u.test(word)) return []
      const { words } = readWords(word)
      return words.length === 1 && words[0] !== '' ? [{ word, stem: words[0]! }] : []
    })
}

function stemsOf(text: Text): Set<string> {
  return new Set(readSubject(text).words)
}

function count(texts: readonly Set<string>[], stem: string): number {
  return texts.reduce((sum, stems) => sum + (stems.has(stem) ? 1 : 0), 0)
}
