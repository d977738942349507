import { performance } from 'node:perf_hooks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minorDigits, parsePrice, toMinorUnits } from './money.ts'

const read = (text: string, hint?: string) => {
  const price = parsePrice(text, hint)
  return price && `${price.priceCents} ${price.currency}`
}

describe('parsePrice', () => {
  it.each([
    ['$1,325', '132500 USD'],
    ['£10,000,000', '1000000000 GBP'],
    ['1.234,50 €', '123450 EUR'],
    ['1 234,50 zł', '123450 PLN'],
    ['1\u202f234,50\u00a0zł', '123450 PLN'],
    ["CHF 1'234.–", '123400 CHF'],
    ['€80 VB', '8000 EUR'],
    ['80,-', '8000 null'],
    ['EUR 5,--', '500 EUR'],
    ['US $12.99', '1299 USD'],
    ['C $20', '2000 CAD'],
    ['AU$5', '500 AUD'],
    ['A $5 lamp', '500 USD'],
    ['5,00 $ CA', '500 CAD'],
    ['$20 CAD', '2000 CAD'],
    ['USD$20', '2000 USD'],
    ['₹1,20,000', '12000000 INR'],
    ['¥5000', '5000 JPY'],
    ['￥５，０００', '5000 JPY'],
    ['＄１００', '10000 USD'],
    ['١٬٢٣٤٫٥٦ US$', '123456 USD'],
    ['USD 20', '2000 USD'],
    ['20.00 USD', '2000 USD'],
    ['20 dollars', '2000 USD'],
    ['$.50', '50 USD'],
    ['99¢', '99 USD'],
    ['KWD 1.234', '1234 KWD'],
    ['$200 OBO', '20000 USD'],
    ['asking 200 firm', '20000 null'],
    ['$5k', '500000 USD'],
    ['$12.5K obo', '1250000 USD'],
    ['$20/ea', '2000 USD'],
    ['$1234567', '123456700 USD'],
    ['iPhone 12 - 400 €', '40000 EUR'],
    ['Was $100 now $80', '8000 USD'],
    ['$20 + $5 shipping', '2000 USD'],
    ['free shipping $20', '2000 USD'],
    ['0', '0 null'],
  ])('reads %s as %s', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    'free',
    'FREE!!',
    '*** Free ***',
    'Free (was $20)',
    'free, must pick up',
    'gratis',
    'Zu verschenken',
    'à donner',
    'Za darmo',
    '$0',
  ])('reads %s as given away', (text) => expect(parsePrice(text, 'EUR')?.priceCents).toBe(0))

  it.each([
    '',
    'VB',
    '€',
    'NaN',
    'Infinity',
    '1e999',
    '$1e3x',
    '-5',
    '-$5',
    '$-5',
    'iPhone 12',
    '5000 km',
    '20% off',
    '12/05/2024',
    '1.2.3',
    '$1,000.00.00',
    '$1,2345',
    '$10⁹⁹',
    'free shipping',
    'Free standing shelf',
    'Smoke free home',
    '555 12',
    `$${'9'.repeat(400)}`,
    '$100000000000000',
  ])('reads no price in %s', (text) => expect(parsePrice(text)).toBeNull())

  it('takes the first figure of a range', () => {
    expect(read('$10 - $20')).toBe('1000 USD')
    expect(read('10-20 €')).toBe('1000 EUR')
    expect(read('ab 10 bis 20', 'EUR')).toBe('1000 EUR')
  })

  it('reads three digits after one separator as thousands, fewer as decimals', () => {
    expect(read('1.234')).toBe('123400 null')
    expect(read('1,234')).toBe('123400 null')
    expect(read('12,50')).toBe('1250 null')
    expect(read('0.125')).toBe('13 null')
    expect(read('¥1.234')).toBe('1234 JPY')
  })

  it('reads scientific notation only as a whole figure', () => {
    expect(read('1.2e3')).toBe('120000 null')
    expect(read('$1.2e3')).toBe('120000 USD')
    expect(read('lot 1.2e3 x')).toBeNull()
  })

  it('lets the hint settle what a sign leaves open, and only that', () => {
    expect(read('$20', 'CAD')).toBe('2000 CAD')
    expect(read('$20', 'EUR')).toBe('2000 USD')
    expect(read('US $20', 'CAD')).toBe('2000 USD')
    expect(read('¥20', 'CNY')).toBe('2000 CNY')
    expect(read('1 200 kr', 'SEK')).toBe('120000 SEK')
    expect(read('1 200 kr')).toBe('120000 null')
    expect(read('R 500', 'ZAR')).toBe('50000 ZAR')
    expect(read('1500', 'JPY')).toBe('1500 JPY')
    expect(read('20', 'nonsense')).toBe('2000 null')
  })

  const locales = [
    'en-US',
    'en-GB',
    'de-DE',
    'de-CH',
    'de-AT',
    'fr-FR',
    'fr-CA',
    'pl-PL',
    'sv-SE',
    'es-ES',
    'pt-BR',
    'it-IT',
    'nl-NL',
    'en-IN',
    'hi-IN',
    'ja-JP',
    'ar-EG',
    'fa-IR',
    'cs-CZ',
    'ru-RU',
    'mr-IN',
  ]
  const currencies = [
    'USD',
    'EUR',
    'GBP',
    'CAD',
    'JPY',
    'CHF',
    'PLN',
    'KWD',
    'INR',
    'SEK',
    'CLP',
    'BRL',
    'AUD',
  ]

  it('is the inverse of formatting in any locale and currency', () => {
    const formats = new Map<string, Intl.NumberFormat>()
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 1e13 })),
        fc.constantFrom(...locales),
        fc.constantFrom(...currencies),
        fc.constantFrom('symbol' as const, 'code' as const),
        (priceCents, locale, currency, currencyDisplay) => {
          const digits = minorDigits(currency)
          const key = `${locale} ${currency} ${currencyDisplay}`
          const format =
            formats.get(key) ??
            new Intl.NumberFormat(locale, {
              style: 'currency',
              currency,
              currencyDisplay,
              minimumFractionDigits: digits,
              maximumFractionDigits: digits,
            })
          formats.set(key, format)
          const decimal = `${priceCents}`.padStart(digits + 1, '0')
          const exact = digits === 0 ? decimal : `${decimal.slice(0, -digits)}.${decimal.slice(-digits)}`
          const text = format.format(exact as `${number}`)
          expect(parsePrice(text, currency), `${key}: ${text}`).toEqual({ priceCents, currency })
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('never throws and never gives anything but a whole amount in range', () => {
    const pieces = fc.constantFrom(
      '$',
      '€',
      '1',
      '0',
      ',',
      '.',
      ' ',
      '-',
      "'",
      'e',
      '٣',
      'kr',
      'USD',
      'free',
      '%',
      '½',
      'k',
      '\u202f',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((p) => p.join('')),
        ),
        (text) => {
          const price = parsePrice(text)
          if (price === null) return
          expect(Number.isSafeInteger(price.priceCents)).toBe(true)
          expect(price.priceCents).toBeGreaterThanOrEqual(0)
          expect(price.priceCents).toBeLessThanOrEqual(1e13)
          if (price.currency !== null) expect(price.currency).toMatch(/^[A-Z]{3}$/)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it.each([
    '1',
    '1 ',
    '1,',
    '1.234.',
    '$',
    '$1e',
    ' ',
    'a',
    'free ',
    '٣',
    '- ',
    '12 345 ',
    '\u200e',
    '.5',
    'A $5',
  ])('reads 200,000 characters of "%s" in linear time', (unit) => {
    const spent = (size: number) => {
      const text = unit.repeat(Math.ceil(size / unit.length))
      const from = performance.now()
      parsePrice(text)
      return performance.now() - from
    }
    spent(1000)
    // A quadratic reading would need minutes.
    expect(spent(200_000)).toBeLessThan(1000)
  })
})

describe('toMinorUnits', () => {
  it('is exact for every decimal of an API', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (cents) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
        expect(toMinorUnits(text, 'USD')).toBe(cents)
        expect(toMinorUnits(`${text}00`, 'USD')).toBe(cents)
        if (cents < 1e11) expect(toMinorUnits(Number(text), 'USD')).toBe(cents)
      }),
    )
  })

  it('respects the minor unit of the currency and rounds half up beyond it', () => {
    expect(toMinorUnits('189.99', 'USD')).toBe(18999)
    expect(toMinorUnits('5000', 'JPY')).toBe(5000)
    expect(toMinorUnits('1.234', 'KWD')).toBe(1234)
    expect(toMinorUnits('1.005', 'USD')).toBe(101)
    expect(toMinorUnits(0.1 + 0.2, 'USD')).toBe(30)
    expect(toMinorUnits('1.5e2', 'USD')).toBe(15000)
    expect(toMinorUnits(1e-7, 'USD')).toBe(0)
  })

  it.each([
    '',
    '.',
    'abc',
    '1,5',
    '-1',
    '1e9999',
    '1e400',
    '100000000000.01',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -2,
    '1 2',
    '0x10',
  ])('refuses %s', (amount) => expect(toMinorUnits(amount, 'USD')).toBeNull())
})

it('knows the minor units of ISO 4217', () => {
  expect(['USD', 'JPY', 'KWD', 'CLF', 'HUF', 'XXX'].map((c) => minorDigits(c))).toEqual([2, 0, 3, 4, 2, 2])
})
