import { markBefore } from './currencies.ts'
import { priceWords } from './price-words.ts'

/** "$$$ 1996 GMC $$$", "$ Lots of extras $ 2014 truck": signs around words are ornaments. */
export function undecorated(text: string): string {
  const rows = text.replace(/([$€£])\1+/g, ' ')
  const without = rows.replace(/(?<=^|[^\d ] +)[$€£](?= +(?:\p{L}|[$€£]|$)|$)/gu, ' ')
  return without === text ? text : without.replace(/(?<=^|[^\d ] +)[$€£](?= +(?:19|20)\d\d(?!\d))/g, ' ')
}

const splitSign = /[€£$₹₺₽]|zł|Kč|kr|TL/u

/** "R$ 1. 299,90": thousands apart from their mark, behind a sign and before decimals. */
const splitThousands = /(\p{Sc} ?\d{1,3}) ?([.,]) ?(\d{3})(?= ?(?!\2)[.,] ?\d\d(?![\d.,]))/gu

/** The same where nothing else is in the cell: "3. 499, 00 TL", "1 . 250 €". */
const splitThousandsAlone = /^(\D{0,8}\d{1,3}) ?([.,]) ?(\d{3})(?=(?: ?(?!\2)[.,] ?\d\d)?(?!\d)\D{0,8}$)/u

const wordOfPrice = /^(?:preis|prix|precio|prezzo|prijs|cena|fiyat|fp|vb|nur|ab)?:? ?[€₺]? ?\d/i

/** "Preis: 99, 90 €" is one amount; in "Gr. 42, 90 €" and "Lampe 99, 90 €" the first figure may be another. */
function splitCents(whole: string, euros: string, part: string): string {
  return wordOfPrice.test(whole) ? `${euros},${part}` : whole
}

/** "1.299, 00 €", ",89 €", "35€ 99", "68 50 €": decimals that pages write apart, where nothing else is in the cell. */
export function mendSplit(text: string, alone: boolean): string {
  if (!alone)
    return text
      .replace(splitThousands, '$1$2$3')
      .replace(/(\d)(?:[ \u00a0]([.,])[ \u00a0]?|[ \u00a0]?([.,])[ \u00a0])(00)(?![\d.,])/g, '$1$2$3$4')
      .replace(/(?<![\d.,])(\d{1,3}\.\d{3}),[ \u00a0](\d{2})(?= ?[€₺])/g, '$1,$2')
      .replace(/(?<![\d.,])(\d{1,4}),\u00a0(\d{2})(?= ?[€₺])/g, '$1,$2')
      .replace(/^(\p{L}{0,8}:? ?[€₺]? ?\d{1,4}),[ \u00a0](\d{2})(?= ?[€₺]|$)/u, splitCents)
  if (text.length > 60) return text
  return mendDecimals(withoutDrop(text.replace(splitThousandsAlone, '$1$2$3')))
}

/** "↓ $25 $75" says by how much it fell, "De R$ 500 por R$ 350" what it was. */
function withoutDrop(text: string): string {
  return text
    .replace(/^[↓▼⬇]\ufe0f? ?(?:\p{Sc} ?\d[\d.,]{0,12}|\d[\d.,]{0,12} ?\p{Sc}) (?=[^\p{L}]{0,3}\d)/u, '')
    .replace(/^de (\S{0,3} ?\d[\d.,]{0,12}) por (?=\S{0,3} ?\d)/i, 'antes $1 por apenas ')
    .replace(/^von (\S{0,3} ?\d[\d.,]{0,12} ?\S{0,3}) auf (?=\S{0,3} ?\d)/i, 'vorher $1 jetzt ')
}

function mendDecimals(text: string): string {
  const mended = text.replace(
    /(\d)(?:[ \u00a0]([.,])[ \u00a0]?|[ \u00a0]?([.,])[ \u00a0])(\d{2})(?![\d.,])/g,
    '$1$2$3$4',
  )
  const inner = new RegExp(
    `^([^\\d]{0,6}\\d[\\d., \u00a0]{0,14}?) ?(${splitSign.source}) ?(\\d{2})(?=$| [^\\d]{0,12}$)`,
    'u',
  ).exec(mended)
  if (inner) {
    const [whole, amount = '', sign = '', cents = ''] = inner
    const isSecond = splitSign.test(amount)
    if (!isSecond && !/[.,]\d{1,2}$/.test(amount) && !splitSign.test(mended.slice(whole.length))) {
      const point = amount.includes('.') ? ',' : '.'
      return `${amount}${point}${cents} ${sign}${mended.slice(whole.length)}`
    }
  }
  const apart = /^([^\d]{0,6})(\d{1,3}(?:[., \u00a0]\d{3})*) (\d{2})(?= ?([^\d]{0,6})$)/u.exec(mended)
  if (apart && (splitSign.test(apart[1]!) || splitSign.test(apart[4]!))) {
    const [whole, before = '', amount = '', cents = ''] = apart
    return `${before}${amount}${amount.includes('.') ? ',' : '.'}${cents}${mended.slice(whole.length)}`
  }
  return mended
}

/** Words between which a number is one of thousands: makers and lines that are named by a number. */
const modelWords = new Set(
  `iphone ipad ipod galaxy note pixel oneplus xperia redmi poco mi huawei honor nokia lumia moto realme macbook thinkpad
  latitude inspiron elitebook probook zenbook xps surface playstation ps xbox switch wii gameboy nintendo sega gtx rtx rx
  gt geforce radeon ryzen core intel amd nvidia i3 i5 i7 i9 peugeot renault citroen citroën bmw audi mercedes opel fiat
  mazda volvo saab porsche ferrari alfa golf polo passat mk clio megane twingo mini ford seat skoda vw kia hyundai honda
  yamaha suzuki ktm ducati kawasaki vespa harley garmin forerunner fenix edge gopro hero dji mavic canon eos nikon sony
  alpha fuji leica lumix bose jbl watch serie series air max jordan yeezy dunk nike adidas lego carrera thermomix dyson
  stihl husqvarna makita bosch hilti weber kitchenaid roland korg moog gibson fender boss model modell modèle modelo
  modello size taille größe gr talla taglia type typ version generation gen mark class`.split(/\s+/),
)

/** Whether three digits behind a plain space belong to the figure; null when nobody can tell. */
export function joinsSpace(text: string, start: number, end: number, hint: string | null): boolean | null {
  if (/^ 0/.test(text.slice(end, end + 2))) return !/\p{L}$/u.test(text.slice(Math.max(0, start - 2), start))
  const left = text.slice(Math.max(0, start - 24), start)
  if (
    (hint === 'ZAR' && /(?:^|[^\p{L}\p{N}])R$/u.test(left)) ||
    (hint === 'PHP' && /(?:^|[^\p{L}\p{N}])P$/u.test(left))
  )
    return true
  if (/[\p{L}\p{N}][-/]?$/u.test(left)) return false
  const word = /([\p{L}\p{N}.]+)[ \u00a0]$/u.exec(left)?.[1]
  if (word === undefined) return true
  const plain = word.toLowerCase().replace(/\.$/, '')
  if (priceWords.has(plain) || markBefore(left, hint, true) !== null) return true
  // A year or a capacity is no model.
  if (/^(?:(?:19|20)\d\d|\d{1,2}[.,]\d)$/.test(word)) return true
  if (/\d/.test(word)) return joinsBehindModel(word, text.slice(start, end))
  if (modelWords.has(plain) || /^\p{Lu}{2,5}$/u.test(word)) return false
  if (!/^\p{Lu}/u.test(word)) return text.slice(start, end).length > 2 && /^\p{Ll}/u.test(word) ? null : true
  const isFirst = start < 24 && left.trimEnd().length === word.length
  if (!isFirst) return null
  // "Soffa 1 500": nothing is the first of its kind.
  return text.slice(start, end) === '1' ? true : null
}

/**
 * Behind a model that has its number ("MT07 4 500 €") one or two digits are thousands, but for capacities ("A52 64 150
 * €"); behind a bare number nobody can tell ("PX 125 1 800 €"), and three digits are the model's or the capacity.
 */
function joinsBehindModel(word: string, digits: string): boolean | null {
  if (digits.length > 2 || /^(?:16|32|64)$/.test(digits)) return false
  return /^\p{L}+\d+$/u.test(word) ? true : null
}
