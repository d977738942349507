import { type CountryCode, findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** Digits and what people write between them. */
const plain = /^\+[\d\s().\-/\u2010-\u2015]{6,39}$/

/**
 * A phone number as E.164 (`+15551234567`), whatever people write between its digits; null for what has no country code
 * that exists, or not as many digits as numbers of that country have.
 */
export function phoneNumber(text: string): string | null {
  const trimmed = text.trim()
  if (!plain.test(trimmed)) return null
  const number = parsePhoneNumberFromString(trimmed, { extract: false })
  return number?.isPossible() ? number.number : null
}

/** Phone numbers that stand in a text, as they are written there: with a country code, or as within a country. */
export function phonesIn(text: string, country: CountryCode): { text: string; at: number }[] {
  return findPhoneNumbersInText(text, country).map(({ startsAt, endsAt }) => ({
    ...{ text: text.slice(startsAt, endsAt), at: startsAt },
  }))
}
