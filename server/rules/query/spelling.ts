import { apostropheSigns, words } from '../../core/text.ts'

/**
 * The folded words (`foldText`) of a rule's term or of a text that rules look at, in the one spelling that both are
 * brought to: apostrophes of any kind and the possessive 's, dotted acronyms, "&" for "and", marks of thousands and
 * decimal commas, plurals of two capitals; every character of a script without spaces is a word of its own, so that
 * its words are found inside of runs, and so is what stands within them.
 */
export function ruleWords(text: string): string[] {
  const plain = respelled(text)
  return ascii.test(plain) ? words(plain) : words(plain).flatMap(apart)
}

const ascii = /^[\t\n\r\x20-\x7e]*$/

/** A text with the spellings that mean the same made one; not yet folded. */
function respelled(text: string): string {
  let plain = text
  if (!ascii.test(plain)) {
    // What parts the letters beside the signs looked for here, unseen.
    plain = plain.replace(/\p{Default_Ignorable_Code_Point}+/gu, '').replace(/[™℠®]/g, ' ')
    plain = plain.replace(fullForms, (sign) => sign.normalize('NFKC'))
  }
  if (anyApostrophe.test(plain)) plain = plain.replace(apostrophes, "$1'")
  if (plain.includes("'")) plain = plain.replace(possessive, '$1').replace(apostropheWithin, '')
  if (dotted.test(plain)) plain = plain.replace(acronym, withoutDots)
  if (plain.includes('&')) plain = plain.replace(ampersand, ' and ')
  if (otherAnd.test(plain)) plain = plain.replace(otherAnds, 'and')
  if (bareFraction.test(plain)) plain = plain.replace(bareFractions, '$10$2')
  if (gluedModel.test(plain)) plain = plain.replace(gluedModels, '$1 $2')
  if (roundNumber.test(plain)) plain = plain.replace(roundNumbers, (written) => written.replace(/\s/g, ''))
  if (markedNumber.test(plain)) plain = plain.replace(number, plainNumber)
  if (capitalPlural.test(plain)) plain = plain.replace(capitalPlurals, '$1')
  return plain
}

/** Full-width forms of what is looked for here; the rest is the fold's. */
const fullForms = /[＆．，＇０-９]/g
const anyApostrophe = new RegExp(`[${apostropheSigns}]`)
/** Behind a letter. */
const apostrophes = new RegExp(`(\\p{L}\\p{M}*)[${apostropheSigns}]`, 'gu')
const possessive = /(\p{L}\p{M}*)'s(?![\p{L}\p{N}])/giu

/**
 * Within a name or a contraction ("arc'teryx", "hallowe'en", "don't"), which many write without; what the Romance
 * languages leave a vowel out of ("l'armadio", "dell'acqua", "qu'un") is a word of its own.
 */
const apostropheWithin =
  /(?<=(?<![\p{L}\p{M}\p{N}'])(?!\p{L}*(?:ll|un|qu|sant|quest|grand|mezz)')\p{L}{2,})'(?=\p{L}{2}|t(?!\p{L}))(?!\p{L}+')/giu

/** Cheap to ask; most texts have none. */
const dotted = /(?:^|[^\p{L}\p{N}.])\p{L}\.\p{L}/u
const acronym = /(?<![\p{L}\p{M}\p{N}.])(?:\p{L}\.)+\p{L}(?![\p{L}\p{M}\p{N}])\.?([\p{L}\p{N}])?/gu
/** "L.L.Bean": the word behind is its own. */
const withoutDots = (letters: string, behind?: string): string =>
  behind === undefined
    ? letters.replaceAll('.', '')
    : `${letters.slice(0, -behind.length).replaceAll('.', '')} ${behind}`

/** Between two words, brackets and the like beside it allowed. */
const ampersand =
  /(?<=[\p{L}\p{M}\p{N}][^\p{L}\p{M}\p{N}&]{0,3})&(?:amp;)?(?=[^\p{L}\p{N}&]{0,3}[\p{L}\p{N}])/gu

/** In German and Swedish names: "Villeroy und Boch" is "Villeroy & Boch". */
const otherAnd = /\b(?:und|och)\b/i
const otherAnds =
  /(?<=[\p{L}\p{M}\p{N}][^\p{L}\p{M}\p{N}]{0,3})(?<![\p{L}\p{M}])(?:und|och)(?![\p{L}\p{M}])/giu

/** Two capitals with an s: "PCs", also where the pair is no known word. */
const capitalPlural = /[A-Z]{2}s\b/
const capitalPlurals = /(?<![\p{L}\p{M}\p{N}])([A-Z]{2})s(?![\p{L}\p{M}\p{N}])/gu

/** ".5 l" is written without its zero; ".22" alone is a calibre, whose name it is. */
const bareFraction = /(?:^|\s)[.,]\d/
const bareFractions =
  /(^|\s)([.,]\d{1,2})(?= ?(?:l|ltr|lit(?:er|re)s?|ct|ctw|carats?|kg|gal|tb|oz|kw|hp)\b)/gi
/** "GalaxyS21", "NikonD750": a capital between small letters and digits begins the model. */
const gluedModel = /[a-z]{2}[A-Z]\d/
const gluedModels = /([a-z]{2})([A-Z]\d)/g

/** "20 000": no word begins with so many zeros. */
const roundNumber = /\d[ \u00a0]000/
const roundNumbers = /(?<![\d.,])[1-9]\d{0,2}(?:[ \u00a0]\d{3})*(?:[ \u00a0]000)(?![\d.,]*\d)/g
const markedNumber = /\d[,.'’\u2009\u202f\u066c]\d/
const number = /(?<![\d.,])\d+(?:[,.'’\u2009\u202f\u066c]\d+)+(?![\d]|[.,]\d)/g
const thousands = /^([1-9]\d{0,2}(?:([,.'’\u2009\u202f\u066c])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?$/
/** India counts in hundreds above the first thousand. */
const lakhs = /^([1-9]\d?(?:,\d{2})+,\d{3})(?:\.(\d+))?$/
const decimalComma = /^(\d+),(\d{1,2})$/

/** Groups of three are thousands whatever the mark, a comma before one or two digits is a point; else as it is. */
function plainNumber(written: string): string {
  const grouped = thousands.exec(written)
  if (grouped !== null) return withFraction(grouped[1]!, grouped[3])
  const indian = lakhs.exec(written)
  if (indian !== null) return withFraction(indian[1]!, indian[2])
  const [, whole, rest] = decimalComma.exec(written) ?? []
  if (whole !== undefined && !isList(whole, rest!)) return `${whole}.${rest}`
  // "0,375": no thousand begins with 0.
  return /^0,\d+$/.test(written) ? written.replace(',', '.') : written
}

function withFraction(whole: string, fraction: string | undefined): string {
  const digits = whole.replace(/\D/g, '')
  return fraction === undefined ? digits : `${digits}.${fraction}`
}

/** "36,37": sizes one after the other, no decimals. */
function isList(one: string, other: string): boolean {
  const step = Number(other) - Number(one)
  return one.length === 2 && other.length === 2 && step > 0 && step <= 2
}

const spaceless =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Bopomofo}]/u
const unit = new RegExp(
  `(?:(?=\\p{L})${spaceless.source})\\p{M}*|(?:(?!(?=\\p{L})${spaceless.source})[^])+`,
  'gu',
)

/** Each character of a script without spaces, and what is between such characters. */
function apart(word: string): string[] {
  return spaceless.test(word) ? (word.match(unit) ?? []) : [word]
}
