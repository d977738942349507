import { signsOf } from './currency-signs.ts'

/** A mark such as "kr" that names several currencies when none of them is the source's own. */
export const unknownCurrency = '?'

/** A currency beside a figure. */
export interface Mark {
  currency: string
  /** Of the text that was given: how many characters belong to the mark and the gap to the figure. */
  length: number
  /** No space between the mark and the figure. */
  touches: boolean
  /** 4 a sign, 3 a code, 2 a word, 1 letters that are as often a model. */
  strength: 1 | 2 | 3 | 4
  /** Of ten; cents and pence are -2. */
  power: number
  /** Such a sign stands before amounts where it is used most. */
  leads: boolean
}

// biome-ignore format: a table
const symbols: Record<string, string> = {
  '£': 'GBP', '€': 'EUR', '¥': 'JPY', '円': 'JPY', '元': 'CNY', '₹': 'INR', '₩': 'KRW', '원': 'KRW', '₽': 'RUB',
  '₺': 'TRY', '₪': 'ILS', '₫': 'VND', '₱': 'PHP', '฿': 'THB', '₴': 'UAH', '₦': 'NGN', '₡': 'CRC', '₲': 'PYG',
  '₸': 'KZT', '₼': 'AZN', '₾': 'GEL', '₵': 'GHS', '₭': 'LAK', '₮': 'MNT', '₨': 'INR', '﷼': 'IRR', '৳': 'BDT', '៛': 'KHR',
  '֏': 'AMD', '؋': 'AFN',
}
const leading = new Set('$ £ ¥ ₹ ₩ ₱ ₦ ₡ ₪ ฿ ₺ ₵ ৳ ₨'.split(' '))

// biome-ignore format: a table
/** Words behind an amount that name a currency in no other sense; several: the source's own decides. */
const words = new Map<string, string[]>(Object.entries({
  zł: ['PLN'], zl: ['PLN'], złotych: ['PLN'], zlotych: ['PLN'], kč: ['CZK'], korun: ['CZK'], грн: ['UAH'], гривень: ['UAH'],
  руб: ['RUB', 'BYN'], рублей: ['RUB', 'BYN'], рубля: ['RUB', 'BYN'], лв: ['BGN'], euro: ['EUR'], euros: ['EUR'],
  dollar: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD'], dollars: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD'],
  bucks: ['USD', 'CAD', 'AUD', 'NZD'], quid: ['GBP'], yen: ['JPY'], rupees: ['INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR'],
  rs: ['INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR'], baht: ['THB'], yuan: ['CNY'], rmb: ['CNY'], 人民币: ['CNY'], 人民幣: ['CNY'],
  ringgit: ['MYR'], rupiah: ['IDR'], forint: ['HUF'], naira: ['NGN'], тенге: ['KZT'], hryvnia: ['UAH'], tl: ['TRY'],
  kr: ['?', 'SEK', 'NOK', 'DKK', 'ISK'], kronor: ['SEK'], kroner: ['?', 'NOK', 'DKK'], lei: ['RON', 'MDL'],
  fcfa: ['?', 'XOF', 'XAF'], cfa: ['?', 'XOF', 'XAF'], pesos: ['?', 'MXN', 'ARS', 'CLP', 'COP', 'PHP', 'UYU', 'DOP', 'CUP'],
  dhs: ['?', 'AED', 'MAD'], ksh: ['KES'], rp: ['IDR'], sfr: ['CHF'], франков: ['CHF'], ευρώ: ['EUR'], евро: ['EUR'],
}))
/** Of them, those that stand before amounts, too. */
const leadingWords = new Set('kr rs rp ksh rmb sfr fcfa dhs lei tl kč zł'.split(' '))
/** Words of a currency that a source of another currency uses for something else: refused there. */
const weakWords = new Set('rs lei tl rp kr dhs pesos bucks quid zl cfa'.split(' '))

// biome-ignore format: a table
const dollars: Record<string, string> = {
  US: 'USD', C: 'CAD', CA: 'CAD', CAN: 'CAD', CDN: 'CAD', A: 'AUD', AU: 'AUD', NZ: 'NZD', HK: 'HKD', S: 'SGD', SG: 'SGD',
  NT: 'TWD', R: 'BRL', MX: 'MXN', AR: 'ARS', CL: 'CLP', CO: 'COP', COL: 'COP', J: 'JMD', TT: 'TTD', B: 'BND', BZ: 'BZD',
  FJ: 'FJD', RD: 'DOP', BDS: 'BBD', EC: 'XCD', GY: 'GYD', U: 'USD', MOP: 'MOP',
}
const prefixedSigns: Record<string, string> = {
  'CN¥': 'CNY',
  'JP¥': 'JPY',
  'UK£': 'GBP',
  'EG£': 'EGP',
  'E£': 'EGP',
  'GH₵': 'GHS',
  'L£': 'LBP',
  'S£': 'SYP',
}

const dollarCurrencies = new Set([
  ...Object.values(dollars),
  ...'UYU DOP BMD BSD BBD KYD GYD LRD NAD SRD XCD CUP SBD'.split(' '),
])

/** Codes that mean nothing else in a listing's text; others count only for a source of that currency. */
const spokenCodes = new Set('USD EUR GBP AUD NZD CHF PLN SEK NOK DKK JPY INR CZK HUF BRL MXN CAD'.split(' '))
const wordLikeCodes = new Set(['ALL', 'TOP'])

// Filled on first use: asking Intl costs about a millisecond.
let isoCodes: Set<string> | undefined

/** `alone`: nothing but an amount is expected in the text, so that any code is one. */
function isoCode(word: string, hint: string | null, alone: boolean): string | null {
  if (word.length !== 3 || !/^[A-Za-z]{3}$/.test(word)) return null
  const upper = word.toUpperCase()
  if (upper === hint && (alone || word === upper || spokenCodes.has(upper))) return upper
  if (spokenCodes.has(upper) && (alone || upper !== 'CAD' || word === upper)) return upper
  if (!alone || word !== upper || wordLikeCodes.has(upper)) return null
  isoCodes ??= new Set(Intl.supportedValuesOf('currency'))
  return isoCodes.has(upper) ? upper : null
}

const plainDollar = (hint: string | null) => (hint !== null && dollarCurrencies.has(hint) ? hint : 'USD')

/** The currency of a word; `?` when it is several; null when it is none. */
function wordCurrency(word: string, hint: string | null, alone: boolean): string | null {
  const plain = word.toLowerCase().replace(/\.$/, '')
  const meant = words.get(plain)
  if (meant === undefined) return null
  if (hint !== null && meant.includes(hint)) return hint
  if (hint === null) return alone || !weakWords.has(plain) ? meant[0]! : null
  // A word of elsewhere in a source of another currency is more likely a word of something else.
  return weakWords.has(plain) ? null : meant[0]!
}

const letterOrDigit = /[\p{L}\p{N}]/u
const singleLetter = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Georgian}]\.?$/u

function ownSign(text: string, hint: string | null, side: 'before' | 'after', alone: boolean): Mark | null {
  if (hint === null) return null
  for (const sign of signsOf(hint)) {
    const isBefore = side === 'before'
    if (!(isBefore ? text.endsWith(sign) : text.startsWith(sign))) continue
    const next = isBefore ? text[text.length - sign.length - 1] : text[sign.length]
    const edge = isBefore ? sign[0]! : sign.at(-1)!
    if (next !== undefined && letterOrDigit.test(edge) && letterOrDigit.test(next)) continue
    if (isBefore && next !== undefined && /\p{L}/u.test(edge) && /[-/&'’]/.test(next)) continue
    // "$AU" begins with "$": longer foreign forms are read below.
    if (
      sign === '$' &&
      (isBefore ? /\p{L} ?$/u.test(text.slice(0, -1)) : /^\$ ?[A-Z]{2,3}(?!\p{L})/u.test(text))
    )
      return null
    if (isBefore && /^[:,/]/.test(sign)) continue
    const isWord = /^[\p{L}.']+$/u.test(sign)
    const isCode = sign.length === 1 || (sign.length === 2 && sign.endsWith('.'))
    // In a sentence small letters behind a figure are units: "12 ft", "100 km".
    if (!alone && /^(?:ft|pounds?|bob)$/.test(sign) && !isBefore) {
      return { currency: hint, length: sign.length, touches: true, strength: 1, power: 0, leads: false }
    }
    if (
      !alone &&
      isBefore &&
      /^(?:ft|bob|KM|Ar|K|S|Kw|MT|RF|FR|FC|CF|FG|DA|DT|UM|VT|LL|LD|JD|BD|KD|RO|QR)$/.test(sign)
    )
      continue
    if (isWord && isCode && singleLetter.test(sign)) {
      // "BMW R1200": a letter after a word is a model's.
      if (
        !alone &&
        !(!isBefore && (hint === 'RUB' || hint === 'VND')) &&
        (!isBefore || /[\p{L}\p{N}] ?$/u.test(text.slice(0, -sign.length)))
      ) {
        if (!/(?:^|[^\p{L}])(?:for|price|asking|now|only|at|just|is) $/iu.test(text.slice(0, -sign.length)))
          continue
      }
      return { currency: hint, length: sign.length, touches: true, strength: 1, power: 0, leads: isBefore }
    }
    return {
      currency: hint,
      length: sign.length,
      touches: true,
      strength: isWord ? 2 : 4,
      power: 0,
      leads: leading.has(sign.at(-1)!) || leading.has(sign[0]!),
    }
  }
  return null
}

const gapMax = 2

/** The currency that is written directly before a figure, at the end of `left`. */
export function markBefore(left: string, hint: string | null, alone: boolean): Mark | null {
  const text = left.slice(-16).trimEnd()
  const gap = Math.min(16, left.length) - text.length
  const edge = text.at(-1)
  if (edge === undefined || gap > gapMax || (!/[\p{L}\p{Sc}\p{M}./]/u.test(edge) && edge !== '⃀')) return null
  const found = ownSign(text, hint, 'before', alone) ?? foreignBefore(text, hint, alone)
  return found && { ...found, length: found.length + gap, touches: gap === 0 }
}

/** A sign that touches its figure; `edge` is its character at the side of the figure, by which it leads or follows. */
const signMark = (currency: string, length: number, edge: string): Mark => ({
  currency,
  length,
  touches: true,
  strength: 4,
  power: 0,
  leads: leading.has(edge),
})

function foreignBefore(text: string, hint: string | null, alone: boolean): Mark | null {
  const sign = (currency: string, length: number) => signMark(currency, length, text.at(-1)!)
  if (text.endsWith('U$S') || text.endsWith('u$s')) return sign('USD', 3)
  if (text.endsWith('$')) {
    const match = /(^|[^\p{L}\p{N}])(\p{L}{1,3})( ?)\$$/u.exec(text)
    if (match) {
      const [, before = '', letters = '', gap = ''] = match
      const named =
        /^\p{Lu}+$/u.test(letters) || letters === 'Bds' ? dollars[letters.toUpperCase()] : undefined
      const bound = !/[-/&'’.]/.test(before)
      // "Vitamin C $20", "Oakland, CA $500": apart from the sign only where the text begins, but for "US $".
      const atStart = match.index === 0 && (before === '' || before === ' ')
      const apart = letters === 'US' || (atStart && letters.length > 0 && letters !== 'A' && letters !== 'S')
      if (named !== undefined && bound && (gap === '' || apart))
        return sign(named, letters.length + gap.length + 1)
      const code = gap === '' || alone ? isoCode(letters, hint, true) : null
      if (code && bound) return sign(code, letters.length + gap.length + 1)
    }
    return sign(plainDollar(hint), 1)
  }
  const prefixed = /(?:^|[^A-Z])([A-Z]{1,2}[£¥₵])$/.exec(text)?.[1]
  if (prefixed && prefixedSigns[prefixed]) return sign(prefixedSigns[prefixed], prefixed.length)
  const symbol = symbolCurrency(text.at(-1)!, hint)
  if (symbol) return sign(symbol, 1)
  const word = /[\p{L}\p{M}]{1,9}\.?$/u.exec(text)?.[0]
  if (word === undefined) return null
  const before = text[text.length - word.length - 1]
  if (before !== undefined && /[\p{N}\-/&'’.]/u.test(before)) return null
  const code = isoCode(word, hint, alone)
  if (code) return { currency: code, length: word.length, touches: true, strength: 3, power: 0, leads: true }
  const plain = word.toLowerCase().replace(/\.$/, '')
  if (!leadingWords.has(plain) && !(alone && /^euros?$/.test(plain))) return null
  // "Audi RS 3", "Digitech RP 500": capitals are a model's.
  if (!alone && /^(?:RS|RP|TL|LEI)$/.test(word)) return null
  const currency = wordCurrency(word, hint, alone)
  return currency === null
    ? null
    : { currency, length: word.length, touches: true, strength: 2, power: 0, leads: true }
}

/** The currency that is written directly after a figure, at the start of `right`. */
export function markAfter(right: string, hint: string | null, alone: boolean): Mark | null {
  const window = right.slice(0, 16)
  const text = window.trimStart()
  const gap = window.length - text.length
  if (text === '' || gap > gapMax) return null
  if (gap === 0 && /^[:,.]-(?!\d)/.test(text)) {
    const own = text.startsWith(':') ? ['SEK', 'NOK'] : ['NOK', 'EUR', 'DKK', 'SEK', 'CHF', 'CZK']
    const currency = hint === null ? unknownCurrency : own.includes(hint) ? hint : null
    if (currency && !alone) return { currency, length: 2, touches: true, strength: 2, power: 0, leads: false }
  }
  const cents = /^(?:¢|ct\b|cents?\b|centimes?\b|céntimos?\b|centesimi\b)/i.exec(text)
  if (cents && (text.startsWith('¢') || alone)) {
    const currency = text.startsWith('¢') || hint !== 'EUR' ? plainDollar(hint) : hint
    return {
      currency,
      length: gap + cents[0].length,
      touches: gap === 0,
      strength: 4,
      power: -2,
      leads: false,
    }
  }
  const pence = alone && hint === 'GBP' ? /^(?:pence|penny|p)(?!\p{L})/iu.exec(text)?.[0] : undefined
  if (pence !== undefined && (gap === 0 || pence.length > 1))
    return {
      currency: 'GBP',
      length: gap + pence.length,
      touches: gap === 0,
      strength: 4,
      power: -2,
      leads: false,
    }
  const found = ownSign(text, hint, 'after', alone) ?? foreignAfter(text, hint, alone)
  return found && { ...found, length: found.length + gap, touches: gap === 0 }
}

function foreignAfter(text: string, hint: string | null, alone: boolean): Mark | null {
  const sign = (currency: string, length: number) => signMark(currency, length, text[0]!)
  if (text.startsWith('$')) {
    const letters = /^\$( ?[A-Z]{1,3})(?![\p{L}\d])/u.exec(text)?.[1] ?? ''
    const named = dollars[letters.trim()] ?? isoCode(letters.trim(), hint, true)
    return named && letters.trim().length > 1 ? sign(named, letters.length + 1) : sign(plainDollar(hint), 1)
  }
  const prefixed = /^([A-Z]{1,3})([$£¥₵])/.exec(text)
  if (prefixed) {
    const currency =
      prefixed[2] === '$'
        ? (dollars[prefixed[1]!] ?? isoCode(prefixed[1]!, hint, true))
        : prefixedSigns[prefixed[0]]
    return currency ? sign(currency, prefixed[0].length) : null
  }
  const symbol = symbolCurrency(text[0]!, hint)
  if (symbol) return sign(symbol, 1)
  const word = /^[\p{L}\p{M}]{1,9}/u.exec(text)?.[0]
  if (word === undefined || /[\p{L}\p{N}]/u.test(text[word.length] ?? '')) return null
  const code = isoCode(word, hint, alone)
  if (code) return { currency: code, length: word.length, touches: true, strength: 3, power: 0, leads: false }
  if (alone && hint === 'GBP' && /^pounds?$/i.test(word))
    return { currency: 'GBP', length: word.length, touches: true, strength: 2, power: 0, leads: false }
  // "2 Dollar Shave Club": of one dollar nobody writes so.
  if (!alone && /^(?:RS|RP|LEI|dollar|Dollar|DOLLAR)$/.test(word)) return null
  const currency = wordCurrency(word, hint, alone)
  return currency === null
    ? null
    : { currency, length: word.length, touches: true, strength: 2, power: 0, leads: false }
}

function symbolCurrency(symbol: string, hint: string | null): string | null {
  if (symbol === '¥' && hint === 'CNY') return hint
  if (symbol === '£' && hint !== null && signsOf(hint).includes('£')) return hint
  if (symbol === '₨' && hint !== null && words.get('rs')!.includes(hint)) return hint
  return symbols[symbol] ?? null
}
