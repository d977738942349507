/** Largest amount stored, in minor units. */
const minorUnitsMax = 10_000_000_000_000

/** ISO 4217 currencies whose minor unit is not a hundredth (Intl follows CLDR, which differs for some). */
const unusualDigits = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((c) => [c, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((c) => [c, 3] as const),
  ...'CLF UYW'.split(' ').map((c) => [c, 4] as const),
])

/** Decimal places of a currency's minor unit by ISO 4217; 2 for unknown codes. */
export function minorDigits(currency: string | null): number {
  return currency === null ? 2 : (unusualDigits.get(currency) ?? 2)
}

/** `whole.fraction` × 10^power as an integer, half up; null beyond what is stored. */
export function scale(whole: string, fraction: string, power: number): number | null {
  const all = whole + fraction
  let zeros = 0
  while (zeros < all.length && all[zeros] === '0') zeros++
  const digits = all.slice(zeros)
  if (digits === '') return 0
  const point = whole.length + power - zeros
  if (point > 14) return null
  if (point < 0) return 0
  const kept = Number(digits.slice(0, point).padEnd(point, '0'))
  const value = kept + ((digits[point] ?? '0') >= '5' ? 1 : 0)
  return value > minorUnitsMax ? null : value
}

/**
 * ASCII digits and separators whatever the script; bidi marks dropped; every space plain, but for those that do not
 * break, which join the groups of a figure and are U+00A0 afterwards.
 */
export function normalise(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.trim()
  return text
    .replace(/[\u200b-\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u2007\u2009\u202f]/g, '\u00a0')
    .replace(/[^\S\u00a0]/g, ' ')
    .replace(/[^\P{Nd}0-9]/gu, digitReader())
    .replace(/\u066b/g, '.')
    .replace(/[\u066c\u060c]/g, ',')
    .replace(/[\u2018\u2019\u02bc\u00b4]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\uffe1/g, '£')
    .replace(/\uffe5/g, '¥')
    .replace(/\uffe6/g, '₩')
    .trim()
}

/** Remembers what it read: a text has few digits, and each many times. */
function digitReader(): (character: string) => string {
  const read = new Map<string, string>()
  return (character) => {
    const digit = read.get(character) ?? digitOf(character)
    read.set(character, digit)
    return digit
  }
}

/** Decimal digits of a script stand in runs of ten from zero, so the distance to the run's start tells the value. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  let start = code
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start--
  return String((code - start) % 10)
}

/** A run of digits with its separators. */
export interface Figure {
  start: number
  end: number
  runs: string[]
  separators: string[]
  /** Nobody can tell whether a space in or before it separates thousands or a model from an amount. */
  uncertain: boolean
}

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9'

/** Whether a plain space before three digits joins them to the figure that begins at `start`. */
export type JoinsSpace = (text: string, start: number, end: number) => boolean | null

/** Every figure of a text, left to right; linear time. */
export function figures(text: string, joinsSpace: JoinsSpace): Figure[] {
  const found: Figure[] = []
  let at = 0
  while (at < text.length) {
    if (!isDigit(text[at])) {
      at++
      continue
    }
    const leadingPoint =
      (text[at - 1] === '.' || (text[at - 1] === ',' && !isDigit(text[at + 2]))) &&
      isDigit(text[at]) &&
      (text[at - 2] === undefined || !/[\p{L}\p{M}\p{N}.,/]/u.test(text[at - 2]!))
    const figure: Figure = {
      start: leadingPoint ? at - 1 : at,
      end: at,
      runs: [],
      separators: [],
      uncertain: false,
    }
    if (leadingPoint) {
      figure.runs.push('0')
      figure.separators.push('.')
    }
    const attached = !leadingPoint && at > 0 && /\p{L}/u.test(text[at - 1]!)
    for (;;) {
      const from = at
      while (isDigit(text[at])) at++
      figure.runs.push(text.slice(from, at))
      const separator = text[at]
      if (separator === undefined || !".,' \u00a0".includes(separator) || !isDigit(text[at + 1])) break
      if (separator === ' ' || separator === '\u00a0') {
        // A space joins digits only as a thousands separator: exactly three digits follow.
        if (figure.runs.at(-1)!.length > 3 || !threeDigitsAt(text, at + 1)) {
          // A hard space keeps figures together that are none as we write them.
          if (separator === '\u00a0' && !attached) figure.uncertain = true
          break
        }
        if (figure.separators.some((other) => other !== ' ' && other !== '\u00a0')) break
        // Behind a hard space follows a group; behind a plain one perhaps the next amount.
        if (separator === ' ' && figure.separators.length === 0) {
          const joins = joinsSpace(text, figure.start, at)
          if (joins === null) figure.uncertain = true
          if (joins === false) break
        } else if (
          separator === '\u00a0' &&
          figure.separators.length === 0 &&
          attached &&
          text[at + 1] !== '0'
        )
          break
      }
      figure.separators.push(separator === '\u00a0' ? ' ' : separator)
      at++
    }
    figure.end = at
    found.push(figure)
  }
  return found
}

function threeDigitsAt(text: string, at: number): boolean {
  return isDigit(text[at]) && isDigit(text[at + 1]) && isDigit(text[at + 2]) && !isDigit(text[at + 3])
}

/** Whole and fraction of a figure, or null where its separators fit no way of writing numbers. */
export function readFigure(
  { runs, separators }: Figure,
  digits: number,
  multiplied: boolean,
): [string, string] | null {
  const last = separators.at(-1)
  if (last === undefined) return [runs[0]!, '']
  const isPoint = last === '.' || last === ','
  const first = separators[0]!
  if (separators.length === 1) {
    const [whole, rest] = runs as [string, string]
    const grouping = rest.length === 3 && whole.length <= 3 && !whole.startsWith('0')
    if (grouping && multiplied && isPoint) return [whole, rest]
    if (grouping && (digits <= 2 || !isPoint)) return [whole + rest, '']
    // More than three decimals are float noise of an export, which knows no comma.
    return last === '.' || (last === ',' && rest.length <= 3) ? [whole, rest] : null
  }
  const decimal = isPoint && last !== first
  const groups = decimal ? runs.slice(0, -1) : runs
  const used = decimal ? separators.slice(0, -1) : separators
  if (!used.every((s) => s === first) || !groupsFit(groups)) return null
  return [groups.join(''), decimal ? runs.at(-1)! : '']
}

/** 1,234,567 or the Indian 12,34,567. */
function groupsFit(groups: string[]): boolean {
  return groups.every((group, i) =>
    i === 0
      ? group.length <= 3
      : i === groups.length - 1
        ? group.length === 3
        : group.length === groups[1]!.length && (group.length === 3 || group.length === 2),
  )
}

/** "3万5000円", "1億2000万円", "2만5천원": parts of one amount, as East Asia counts, in plain digits. */
export function withoutMyriads(text: string): string {
  return text.replace(
    /(?<![\d.,])(\d{1,4})([億亿억万萬만])(?= ?\d)(?: ?(\d{1,4})([千천]?)[万萬만])?(?: ?(\d)[千천])?(?: ?(\d{3,4})(?=[円元원块]))?(?![\d.,])/g,
    (whole: string, ...parts: (string | undefined)[]) => {
      const [most, unit = '', myriads = '0', tenMillions = '', thousands = '0', ones = '0'] = parts
      const power = /[億亿억]/.test(unit) ? 8 : 4
      if (power === 4 && myriads !== '0') return whole
      return String(
        Number(most) * 10 ** power +
          Number(myriads) * (tenMillions === '' ? 10_000 : 10_000_000) +
          Number(thousands) * 1000 +
          Number(ones),
      )
    },
  )
}

// biome-ignore format: a table
/** Words of thousands and millions that stand between an amount and its currency. */
const amountWords = new Map<string, number>(
  Object.entries({
    3: `thousand grand thou tausend tsd tys tis tisíc tis тыс тис тысяч хил bin ribu rb mila mille mille ezer e tkr k千 千 천 हजार hazar elfu ngàn nghìn nghin χιλ duizend tusen tusind tuhat พัน`,
    4: '万 萬 만 หมื่น',
    5: 'lakh lakhs lac lacs lkh लाख লাখ லட்சம் แสน',
    6: `million millions mn mio mio mill mln млн миллионов мільйонів milhão milhões milhoes millón millones milioni milione milion milionů miljon miljoner miljoen milj milyon millió juta jt triệu trieu tr ล้าน mkr`,
    7: 'crore crores cr करोड़ কোটি',
    8: '億 亿 억',
    9: 'billion billions mrd млрд miliar tỷ',
  }).flatMap(([power, names]) => names.split(/\s+/).map((name) => [name, Number(power)] as const)),
)

export interface AmountWord {
  power: number
  /** Characters that it takes behind the figure, with the gap and its point. */
  length: number
  /** A letter such as `k`: between figures and models it needs a sign or words of prices. */
  letter: boolean
  /** `mil` is a thousand in Spanish and a million in English. */
  ambiguous: boolean
}

/** The word of thousands directly behind a figure. */
export function amountWord(right: string, hint: string | null): AmountWord | null {
  const letter = /^([km])(?![\p{L}\p{N}])/iu.exec(right)
  if (letter)
    return { power: letter[1]!.toLowerCase() === 'k' ? 3 : 6, length: 1, letter: true, ambiguous: false }
  const spaced = /^ ?([kK])(?= ?[€£$₹]|€)/.exec(right)
  if (spaced) return { power: 3, length: spaced[0].length, letter: true, ambiguous: false }
  // "₹12.5 L": India's and its neighbours' hundred thousand.
  const lakh = /^(INR|PKR|NPR|LKR|BDT)$/.test(hint ?? '') ? /^ ?L(?![\p{L}\p{N}.])/u.exec(right) : null
  if (lakh) return { power: 5, length: lakh[0].length, letter: true, ambiguous: false }
  const match = /^[ \u00a0]?([\p{L}\p{M}]{1,12})(?!['’-]\p{L})(\.?)/u.exec(right)
  if (!match) return null
  let word = match[1]!.toLowerCase()
  if (word === 'mil') {
    const isMillion = hint !== null && /^(?:USD|GBP|AUD|NZD|CAD|CZK|RON|RSD|BAM)$/.test(hint)
    return { power: isMillion ? 6 : 3, length: match[0].length, letter: false, ambiguous: hint === null }
  }
  // Chinese, Japanese and Korean write amount, word and currency without a space.
  const first = word[0]!
  if (/[万萬만億亿억千천]/.test(first)) {
    word = first
    return {
      power: amountWords.get(first)!,
      length: match[0].indexOf(match[1]!) + 1,
      letter: false,
      ambiguous: false,
    }
  }
  // "Grand Seiko", "grand piano": the word of thousands ends what it belongs to.
  if (
    word === 'grand' &&
    /^ \p{L}/u.test(right.slice(match[0].length)) &&
    !/^ (?:obo|ono|firm|cash|for|each|neg)/i.test(right.slice(match[0].length))
  )
    return null
  const power = amountWords.get(word)
  if (power === undefined || (word === 'e' && hint !== 'HUF') || (word === 'tr' && hint !== 'VND'))
    return null
  return { power, length: match[0].length, letter: false, ambiguous: false }
}
