import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phoneNumber } from './phone.ts'

describe('a phone number', () => {
  it.each([
    ['+1 (500) 555-0006', '+15005550006'],
    ['+15005550006', '+15005550006'],
    [' +1-500-555.0006 ', '+15005550006'],
    ['+1\u00a0500\u00a05550006', '+15005550006'],
    ['+1‐500‐555‐0006', '+15005550006'],
    ['+49 170/1234567', '+491701234567'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['+33612345678', '+33612345678'],
  ])('%s is read', (text, number) => {
    expect(phoneNumber(text)).toBe(number)
  })

  it.each([
    ['without a country code', '5005550006'],
    ['with one that does not exist', '+999 12345678'],
    ['that begins with 0', '+0123456789'],
    ['with too few digits for its country', '+1 500 555 000'],
    ['with too many', '+1 500 555 0006 00'],
    ['with an extension', '+1 500 555 0006 ext. 7'],
    ['in a sentence', 'call +15005550006'],
    ['twice', '+15005550006 +15005550007'],
    ['with a parameter', '+15005550006;phone-context=x'],
    ['in letters', '+1-800-FLOWERS'],
    ['that is none', '+'],
    ['of nothing', ''],
  ])('%s is refused', (_, text) => {
    expect(phoneNumber(text)).toBeNull()
  })

  it('that was read is read the same again, and has only a plus and digits', () => {
    const between = fc.constantFrom('', '', ' ', '-', '.', '/', ' (', ') ')
    const written = fc
      .tuple(
        fc.constantFrom('1', '44', '49'),
        fc.integer({ min: 2, max: 9 }),
        fc.array(fc.tuple(between, fc.nat(9)), { minLength: 9, maxLength: 9 }),
      )
      .map(([country, first, rest]) => `+${country} ${first}${rest.flat().join('')}`)
    fc.assert(
      fc.property(written, (text) => {
        const number = phoneNumber(text)
        expect(number).toBe(text.replace(/[^+\d]/g, ''))
        expect(phoneNumber(number!)).toBe(number)
      }),
    )
  })
})
