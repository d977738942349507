/** A marker such as "kr" that names several currencies, none of them the hint. */
export const unknownCurrency = '?'

// biome-ignore format: a table
const symbols: Record<string, string> = {
  '£': 'GBP', '€': 'EUR', '¥': 'JPY', '円': 'JPY', '元': 'CNY', '₹': 'INR', '₩': 'KRW', '원': 'KRW', '₽': 'RUB',
  '₺': 'TRY', '₪': 'ILS', '₫': 'VND', '₱': 'PHP', '฿': 'THB', '₴': 'UAH', '₦': 'NGN', '₡': 'CRC', '₲': 'PYG',
  '₸': 'KZT', '₼': 'AZN', '₾': 'GEL', '₵': 'GHS', '₭': 'LAK', '₮': 'MNT', '₨': 'INR', '﷼': 'IRR',
}

// biome-ignore format: a table
/** Words and abbreviations; the first is meant unless the hint is another of them. */
const wordCurrencies = new Map<string, string[]>(
  Object.entries({
    zł: ['PLN'], zl: ['PLN'], złotych: ['PLN'], kč: ['CZK'], ft: ['HUF'], kr: [unknownCurrency, 'SEK', 'NOK', 'DKK', 'ISK'],
    rs: ['INR', 'PKR', 'LKR', 'NPR', 'MUR'], fr: ['CHF'], sfr: ['CHF'], lei: ['RON', 'MDL'], лв: ['BGN'],
    руб: ['RUB'], р: ['RUB'], грн: ['UAH'], rm: ['MYR'], rp: ['IDR'], tl: ['TRY'], euro: ['EUR'], euros: ['EUR'],
    dollar: ['USD'], dollars: ['USD'], bucks: ['USD'], pound: ['GBP'], pounds: ['GBP'], quid: ['GBP'],
    yen: ['JPY'], rupees: ['INR'], 'د.إ': ['AED'], 'د.ك': ['KWD'], 'ر.س': ['SAR'], 'ج.م': ['EGP'],
  }),
)

// biome-ignore format: a table
const dollars: Record<string, string> = {
  US: 'USD', C: 'CAD', CA: 'CAD', CAN: 'CAD', CDN: 'CAD', A: 'AUD', AU: 'AUD', NZ: 'NZD', HK: 'HKD', S: 'SGD', SG: 'SGD',
  NT: 'TWD', R: 'BRL', MX: 'MXN', AR: 'ARS', CL: 'CLP', CO: 'COP', J: 'JMD', TT: 'TTD', B: 'BND', BZ: 'BZD', FJ: 'FJD',
}

/** Signs that a country's letters make plain, as ICU writes them. */
const prefixedSigns: Record<string, string> = {
  'CN¥': 'CNY',
  'JP¥': 'JPY',
  'UK£': 'GBP',
  'EG£': 'EGP',
  'E£': 'EGP',
}

const dollarCurrencies = new Set([
  ...Object.values(dollars),
  ...'UYU DOP BMD BSD BBD KYD GYD LRD NAD SRD XCD'.split(' '),
])

/** Codes that people also write in small letters; the rest are too often words ("all", "pen", "try"). */
const spokenCodes = new Set('USD EUR GBP CAD AUD NZD CHF PLN SEK NOK DKK JPY INR CZK HUF BRL MXN'.split(' '))

/** Codes that are English words in capitals. */
const wordLikeCodes = new Set(['ALL', 'TOP'])

// Filled on first use: asking Intl costs about a millisecond.
let isoCodes: Set<string> | undefined

function isoCode(word: string, hint: string | null): string | null {
  const upper = word.toUpperCase()
  if (upper.length !== 3) return null
  if (upper === hint || spokenCodes.has(upper)) return upper
  isoCodes ??= new Set(Intl.supportedValuesOf('currency'))
  return word === upper && isoCodes.has(upper) && !wordLikeCodes.has(upper) ? upper : null
}

function dollar(prefix: string, spaced: boolean, hint: string | null): string {
  const named = dollars[prefix.toUpperCase()]
  // "A $5 lamp" is an article; "C $20" and "AU $5" are how eBay writes them.
  if (named && (!spaced || prefix.length > 1 || prefix === 'C')) return named
  const code = prefix === '' ? null : isoCode(prefix, hint)
  if (code) return code
  return hint !== null && dollarCurrencies.has(hint) ? hint : 'USD'
}

function wordCurrency(word: string, hint: string | null): string | null {
  const code = isoCode(word, hint)
  if (code) return code
  const meant = wordCurrencies.get(word.toLowerCase().replace(/\.$/, ''))
  if (meant) return hint !== null && meant.includes(hint) ? hint : meant[0]!
  return word === 'R' && hint === 'ZAR' ? 'ZAR' : null
}

function symbolCurrency(symbol: string, hint: string | null): string | null {
  if (symbol === '¥' && hint === 'CNY') return hint
  if (symbol === '₨' && hint !== null && wordCurrencies.get('rs')!.includes(hint)) return hint
  return symbols[symbol] ?? null
}

/** The currency that stands directly before a figure, at the end of `left`; null for none. */
export function leftMarker(left: string, hint: string | null): string | null {
  const text = left.slice(-12).trimEnd()
  if (text === '') return null
  if (text.endsWith('$')) {
    const match = /(?:^|[^\p{L}])(\p{L}{1,3})( ?)\$$/u.exec(text)
    return dollar(match?.[1] ?? '', match?.[2] === ' ', hint)
  }
  const sign = /(?:^|[^A-Z])([A-Z]{1,2}[£¥])$/.exec(text)?.[1]
  if (sign && prefixedSigns[sign]) return prefixedSigns[sign]
  const word = /[\p{L}.]{1,8}$/u.exec(text)?.[0] ?? ''
  return symbolCurrency(text.at(-1)!, hint) ?? (word === '' ? null : wordCurrency(word, hint))
}

/** The currency that stands directly after a figure, at the start of `right`; null for none. */
export function rightMarker(right: string, hint: string | null): string | null {
  const text = right.slice(0, 12).trimStart()
  const symbol = symbolCurrency(text[0] ?? '', hint)
  if (symbol) return symbol
  if (text.startsWith('¢')) return dollar('', false, hint)
  const after = /^\$ ?([A-Z]{2,3})?(?!\p{L})/u.exec(text)
  if (text.startsWith('$')) return dollar(after?.[1] ?? '', false, hint)
  const sign = prefixedSigns[/^[A-Z]{1,2}[£¥]/.exec(text)?.[0] ?? '']
  if (sign) return sign
  const word = /^[\p{L}.]{1,9}/u.exec(text)?.[0]
  if (word === undefined) return null
  return text[word.length] === '$' ? dollar(word, false, hint) : wordCurrency(word.replace(/\.$/, ''), hint)
}
