import { words as wordsOf } from '../../core/text.ts'
import type { MatchSubject, Rule } from '../../model/rule-schema.ts'
import { QuerySyntaxError } from '../query/query.ts'
import { positiveTerms, readQuery } from '../query/query-meaning.ts'
import { readSubject, readWords, stands, textCharsMax, type WordList } from '../query/terms.ts'

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

/** What a thing is called that belongs to another one, or is left of it: what people dismiss as the wrong thing. */
const accessoryWords = new Set(
  readWords(
    `accessory adapter attachment bag basket battery bracket bumper bundle cable cap card carrier case catalog catalogue
    charger clip cover cradle decal decoration dock doll dummy empty figure figurine filter frame glass guide handle hinge
    holder holster housing hub insert instruction keychain keycap kit lanyard lens lid magazine magnet manual mat miniature
    mold mould mount mug organizer packaging pad part patch plate plush pouch poster print protector rack refill remote
    repair replacement replica rental rent rim screen service shell shirt skin sleeve slipcover spare sticker stand strap
    stencil template toy tray tripod tube wanted wire wrap`,
  ).words,
)

/** How a thing looks or is, which says little of what it is. */
const attributeWords = new Set(
  readWords(
    `beautiful beige big black blue bronze brown clean color colour cool cute dark excellent extra fair gold golden gray
    green grey heavy large light lightly little long lovely medium mini mint modern nice old orange original perfect pink
    plus pretty purple rare red short silver size slightly small solid super tan thick tiny unused vintage white wide
    working works yellow brand firm must today unit item piece pcs set pair lot`,
  ).words,
)

/** "case for iPhone", "fits Aeron": what stands before is the thing, and what stands behind is not. */
const belongsTo = new Set(['for', 'fit', 'compatible'])

/**
 * Words of a listing that mark the wrong thing: more often in matches that were dismissed as such than in those that
 * were kept, in which they stand rarely or never. The clearest first (by the ratio of both shares, smoothed; of words
 * that tell the same by that, those for accessories and what stands before "for" before those for looks), words of
 * the title before others; at most five. Where a word of the title stands in kept ones too, the pair that it makes
 * with its neighbour may tell ("box only"). A word of the description alone is one only when another wrong one has it,
 * or when the title has none: a seller's turns of phrase are no mark. What the rule asks for is not among them.
 */
export function excludableWords(
  rule: Pick<Rule, 'all' | 'any' | 'none' | 'name' | 'query'>,
  listing: Text,
  wrong: readonly Text[],
  kept: readonly Text[],
): ExcludableWord[] {
  const wanted = wantedOf(rule)
  const [wrongTexts, keptTexts] = [wrong.map(readSubject), kept.map(readSubject)]
  const text = `${listing.title} ${listing.description ?? ''}`.slice(0, textCharsMax)
  const titled = candidates(listing.title)
  const isInTitle = new Set(titled.map(({ stem }) => stem))
  const notified = ({ word, terms, prior }: Candidate) => {
    const inWrong = 1 + count(wrongTexts, terms)
    const inKept = count(keptTexts, terms)
    const ratio = (inWrong + 0.5) / (wrong.length + 2) / ((inKept + 0.5) / (kept.length + 1))
    // What was seen decides, the more the more there is of it.
    return { word, inWrong, inKept, rank: ratio * prior ** (1 / (1 + wrong.length)) }
  }
  const isRare = ({ inKept }: { inKept: number }) => inKept <= keptShareMax * kept.length
  const singles = distinct(candidates(text))
    .filter(({ stem }) => !wanted.has(stem))
    .map((one) => {
      const isTitled = isInTitle.has(one.stem)
      const seen = notified(one)
      return { ...seen, rank: seen.rank * (isTitled ? 2 : 1), titled: isTitled }
    })
  const found = singles.filter(isRare)
  const clear = new Set(found.map(({ word }) => word))
  const pairs = pairsIn(listing.title, wanted, clear)
    .map((one) => ({ ...notified(one), titled: true }))
    .map((one) => ({ ...one, rank: one.rank * 2 }))
    .filter(isRare)
  const marks = [...found.filter(({ titled, inWrong }) => titled || inWrong > 1), ...pairs]
  return (marks.length > 0 ? marks : found)
    .toSorted((a, b) => b.rank - a.rank || (a.word < b.word ? -1 : 1))
    .slice(0, suggestedMax)
    .map(({ word, inWrong, inKept }) => ({ word, inWrong, inKept }))
}

/** Words that the rule asks for, or is called after: nobody names a rule after what it must not find. */
function wantedOf(rule: Pick<Rule, 'all' | 'any' | 'none' | 'name' | 'query'>): Set<string> {
  const query = rule.query === null ? null : readQuery(rule.query)
  const asked =
    query === null || query instanceof QuerySyntaxError
      ? []
      : positiveTerms(query).flatMap(({ words }) => words)
  const named = [...rule.all, ...rule.any, ...rule.none, rule.name].flatMap((term) => readWords(term).words)
  return new Set([...named, ...asked])
}

interface Candidate {
  /** As it stands in the listing, folded. */
  word: string
  terms: readonly string[]
  prior: number
}

/** Words that can stand alone as a term, with the form in which they are compared. */
function candidates(text: string): (Candidate & { stem: string })[] {
  const all = wordsOf(text).slice(0, lookedAtMax)
  return all.flatMap((word, at) => {
    if (word.length < 3 || commonWords.has(word) || !/^\p{L}+$/u.test(word)) return []
    const { words } = readWords(word)
    if (words.length !== 1 || words[0] === '') return []
    const stem = words[0]!
    return [{ word, stem, terms: [stem], prior: priorOf(stem, all, at) }]
  })
}

/** Beside what was seen, which decides wherever it tells: the first dismissal has nothing else to go by. */
function priorOf(stem: string, all: readonly string[], at: number): number {
  const relation = all.findIndex((word) => belongsTo.has(readWords(word).words[0] ?? ''))
  const isThing = relation > at && relation - at <= 3
  const belongs = relation !== -1 && at > relation
  const kind = accessoryWords.has(stem) ? 1.5 : attributeWords.has(stem) ? 0.6 : 1
  return kind * (isThing ? 1.25 : belongs ? 0.7 : 1)
}

/** Neighbours of a title of which neither tells alone: "box only", where boxes come with what was kept. */
function pairsIn(title: string, wanted: ReadonlySet<string>, clear: ReadonlySet<string>): Candidate[] {
  const all = wordsOf(title).slice(0, lookedAtMax)
  return all.slice(1).flatMap((second, at) => {
    const first = all[at]!
    const { words } = readWords(`${first} ${second}`)
    const isUsable = [first, second].every((word) => /^\p{L}{3,}$/u.test(word))
    const isNews = ![first, second].some((word) => clear.has(word)) && words.length === 2
    const isTelling = [first, second].some(
      (word, index) => !commonWords.has(word) && !wanted.has(words[index] ?? ''),
    )
    return isUsable && isNews && isTelling ? [{ word: `${first} ${second}`, terms: words, prior: 1 }] : []
  })
}

function distinct<Entry extends { stem: string }>(entries: readonly Entry[]): Entry[] {
  const first = new Map<string, Entry>()
  for (const entry of entries) if (!first.has(entry.stem)) first.set(entry.stem, entry)
  return [...first.values()]
}

function count(texts: readonly WordList[], terms: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (stands(terms, text) ? 1 : 0), 0)
}
