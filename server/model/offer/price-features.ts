import type { TextAmounts } from './amounts.ts'
import type { Add, OfferSubject } from './features.ts'
import { numberless } from './features.ts'
import { deviceWords } from './head-words.ts'

/** Numbers that people type where they mean none. */
const fillers = /^(?:1{1,9}|12|123|1234|12345|123456|1234567|9{2,9}|10{6,})$/

/** The price, by itself and against the amounts that the texts name. */
export function addPrice(
  add: Add,
  { priceCents, currency, category }: OfferSubject,
  amounts: TextAmounts,
  words: readonly string[],
): void {
  const price = priceCents ?? null
  const major = price === null ? null : price / 100
  const level = major === null ? 'none' : major === 0 ? 'zero' : Math.round(Math.log2(major) * 1.5)
  const place = category ?? 'none'
  add('price', level)
  add('price in', `${level} ${place}`)
  const coarse = major === null || major === 0 ? level : Math.round(Math.log2(major) / 1.5)
  add('price of', `${coarse} ${numberless(words[0] ?? '')}`)
  if (major !== null) {
    if (fillers.test(String(major))) add('filler', String(major).length)
    add(
      'ending',
      major >= 10 && Number.isInteger(major) ? (major % 10 === 0 ? '0' : major % 5 === 0 ? '5' : 'x') : 'c',
    )
  }
  add('currency', currency ?? 'none')
  const device = words.some((word) => deviceWords.has(word))
  if (device) add('device price', coarse)
  add('amounts', Math.min(5, amounts.count))
  add('amounts same', Math.min(2, amounts.same))
  add('asked', `${amounts.askedSame} ${ratioWords(amounts.otherAsked)}`)
  add('asked other', ratioWords(amounts.otherAsked))
  add('each', `${amounts.each} ${amounts.askedSame}`)
}

function ratioWords(ratio: number | null): string {
  if (ratio === null) return 'none'
  return ratio >= 1000
    ? 'thousand'
    : ratio >= 9
      ? 'ten'
      : ratio >= 2
        ? 'double'
        : ratio > 1.15
          ? 'other'
          : 'near'
}
