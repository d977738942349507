import { apostropheSigns, foldText } from '../../core/text.ts'

/**
 * A title folded (`foldText`), with the signs that mean something of the thing written out: inches and feet, `+` behind
 * a model as "plus", `#5` as "no 5", decimal commas as points, thousands without marks, fractions before a unit as
 * decimals, possessives and prices gone.
 */
export function spelledTitle(title: string): string {
  let text = title
  const isPlain = plain.test(text)
  if (!isPlain) {
    text = text
      .replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
      .replace(fullForms, (sign) => sign.normalize('NFKC'))
      .replace(vulgarFractions, (sign) => ` ${sign.normalize('NFKD').replace('\u2044', '/')}`)
  }
  if (!isPlain || text.includes("'") || text.includes('"')) {
    const closed = closedAt(text)
    // Each sign by as many characters, so that `closed` still tells where quotations end.
    text = text.replace(doublePrimes, '"').replace(primePairs, '" ').replace(lookalikes, "'")
    text = withoutPossessives(withLengthSigns(text, closed))
  }
  if (text.includes('.')) text = text.replace(acronyms, withoutDots)
  // "GalaxyS21": a capital between letters and digits begins the model.
  if (gluedModel.test(text)) text = text.replace(gluedModels, '$1 $2')
  if (/\d ?[GT]o\b/.test(text))
    text = text.replace(frenchBytes, (_, figure, unit) => `${figure}${unit === 'T' ? 'tb' : 'gb'}`)
  text = foldText(text)
  if (bareFraction.test(text)) text = text.replace(bareFractions, '$10$2')
  if (/[$€£]/.test(text)) text = text.replace(prices, ' ')
  if (text.includes('+')) text = text.replace(plusSign, ' plus ').replace(plusApart, ' plus ')
  if (text.includes('#')) text = text.replace(/#\s?(?=\d)/g, ' no ')
  if (text.includes('*')) text = text.replace(/(?<=\d)\*(?=\d)/g, 'x')
  if (text.includes(',')) text = text.replace(marked, withoutMarks)
  if (text.includes('/')) text = text.replace(fractions, fraction)
  return text
}

const plain = /^[\t\n\r\x20-\x5f\x61-\x7e]*$/
const vulgarFractions = /[\xbc-\xbe\u2150-\u215e]/g
const fullForms = /[＃＋，．＂０-９Ａ-Ｚａ-ｚ]/g
/** Signs of inches, and the quotation marks that are put for them. */
const doublePrimes = /[″“”„‟˝ʺ〃❝❞]/g
const primePairs = /(?<=\d)[′’´`'＇]{2}/g
const lookalikes = new RegExp(`[${apostropheSigns}]`, 'g')

/** `men's` is men's; what else stands behind an apostrophe within a word belongs to it (`arc'teryx`, `rock'n'roll`). */
function withoutPossessives(text: string): string {
  return text
    .replace(/(?<=\p{L}\p{M}*)'s(?![\p{L}\p{N}])/giu, ' ')
    .replace(/(?<=\p{L}\p{M}*)'(?=\p{L})|(?<=\d)'(?=s\b)/gu, '')
    .replace(/(?<=[a-z]s)'(?![\p{L}\p{N}])/giu, ' ')
}

/** Longer than any thing that is told in inches, or in feet. */
const inchesMax = 400
const feetMax = 99

const lengths =
  /(?<![\p{L}\d.,/$€£]|\d-)(\d{1,3}(?:[.,]\d{1,3})?(?:[ -]\d{1,2}\/\d{1,2})?|\d{1,2}\/\d{1,2})( ?"|'(?! ?s\b)(?!\p{L}))(?: ?(\d{1,2}(?:[.,]\d{1,2})?) ?(?:"|(?![\p{L}\p{N}.])))?/giu

/** Writes the units of `6'2"`, `27"`, `8'` out, but takes a sign that ends a quotation for one. */
function withLengthSigns(text: string, closed: ReadonlySet<number>): string {
  return text.replace(
    lengths,
    (whole, figure: string, sign: string, inches: string | undefined, at: number) => {
      const value = Number(figure.replace(',', '.'))
      if (closed.has(at + figure.length + sign.length - 1)) return whole
      if (sign.trim() !== "'") return value > inchesMax ? whole : `${figure}in ${inches ?? ''}`
      if (value > feetMax) return whole
      if (inches === undefined) return `${figure}ft `
      return Number(inches) < 12 ? `${figure}ft${inches}in ` : `${figure}ft ${inches}`
    },
  )
}

const closers: Readonly<Record<string, string>> = {
  '"': '["]',
  "'": "[']",
  '“': '[”"]',
  '„': '[“”]',
  '‘': '[’]',
}

/** Where quotations end that open before a word: `"…"`, `“…”`, `'…'`. */
function closedAt(text: string): ReadonlySet<number> {
  const found = new Set<number>()
  let last = -1
  for (const { 1: sign, index } of text.matchAll(opening)) {
    if (index <= last) continue
    const close = new RegExp(`(?<=\\S)${closers[sign!]}(?![\\p{L}\\p{N}])`, 'u').exec(text.slice(index + 1))
    if (close === null) continue
    last = index + 1 + close.index
    found.add(last)
  }
  return found
}
const opening = /(?<=^|[\s([,;:/-])(["'“„‘])(?=[\p{L}\p{N}])/gu

/** `L.L. Bean`: no sizes; `L.L.Bean` is two words. */
const acronyms = /(?<![\p{L}\p{M}\p{N}.])(?:\p{L}\.){2,}(?=(\p{L}{2})?)/gu
const withoutDots = (letters: string, behind?: string): string =>
  `${letters.replaceAll('.', '')}${behind === undefined ? '' : ' '}`
const gluedModel = /[a-z]{3}[A-Z]\d/
const gluedModels = /([a-z]{3})([A-Z]\d)/g

/** `128 Go` and `1 To`, as the French write it; "8 To 10" is a range. */
const frenchBytes = /(?<![\d.,])(\d{1,4}(?:[.,]\d)?) ?([GT])o\b(?! ?\d)/g

/** A price in a title is the price, which has a field of its own. */
const prices = /[$€£]\s?\d[\d.,]*k?|\b\d[\d.,]*\s?[$€£]/g
/** `6 + gold 64gb`: what stands behind is no thing that could come with it. */
const plusApart =
  /(?<=\b[a-z]?\d{1,2}) \+ (?=(?:\d{2,4} ?gb?|gold|rose|silver|black|white|gr[ae]y|space|red|blue|green|purple|unlocked|factory|sim)\b)/g
const plusSign = /(?<![gt]b|\+)(?<=[\p{L}\p{N}])\+(?![\p{L}\p{N}+])/gu

/** ".5 l" is written without its zero; ".22" alone is a calibre, whose name it is. */
const bareFraction = /(?:^|\s)[.,]\d/
const bareFractions =
  /(^|\s)([.,]\d{1,2})(?= ?(?:l|ltr|lit(?:er|re)s?|ct|ctw|carats?|kg|gal|tb|oz|kw|hp)\b)/gi
const marked = /(?<![\d.,])\d+(?:,\d+)+(?![\d,])/g
function withoutMarks(written: string): string {
  if (/^[1-9]\d{0,2}(?:,\d{3})+$/.test(written)) return written.replaceAll(',', '')
  return /^\d+,\d{1,2}$/.test(written) ? written.replace(',', '.') : written
}

const fractions = /(?<![\d./])(?:(\d{1,3})[ -])?(\d{1,2})\/(\d{1,2}) ?-?(?=(?:in|inch|inches)\b)/g
function fraction(whole: string, before: string | undefined, above: string, below: string): string {
  const value = Number(before ?? 0) + Number(above) / Number(below)
  return Number(below) === 0 || Number(above) >= Number(below) ? whole : String(Number(value.toFixed(4)))
}
