import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distanceText, fromKm, toKm } from './distance.ts'
import { webAddress } from './link.ts'
import { minorDigits, moneyText, toMajor, toMinor } from './money.ts'

it('amounts have as many digits as their currency, and none that say nothing', () => {
  expect([minorDigits('USD'), minorDigits('JPY'), minorDigits('KWD')]).toEqual([2, 0, 3])
  expect(moneyText(22799, 'USD')).toBe('$227.99')
  expect(moneyText(22800, 'USD')).toBe('$228')
  expect(moneyText(22799, 'USD', { whole: true })).toBe('$228')
  expect(moneyText(300, 'JPY')).toBe('¥300')
  expect(moneyText(-500, 'USD', { signed: true })).toBe('−$5')
  expect(moneyText(500, 'USD', { signed: true })).toBe('+$5')
})

it('whole amounts come back from minor units as they went, in every currency', () => {
  const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'CLF')
  fc.assert(
    fc.property(fc.nat(100_000_000), currency, (amount, code) => {
      expect(toMajor(toMinor(amount, code), code)).toBe(amount)
    }),
  )
})

it('distances are in the unit of the person, and what was typed in it comes back', () => {
  expect(distanceText(40, 'km')).toBe('40 km')
  expect(distanceText(40, 'mi')).toBe('25 mi')
  expect(distanceText(3.2, 'both')).toBe('2 mi')
  for (let figure = 1; figure < 500; figure++)
    for (const units of ['km', 'mi'] as const) expect(fromKm(toKm(figure, units), units)).toBe(figure)
})

it('a link of a stranger leads to the web or nowhere', () => {
  expect(webAddress('https://shop.example/a?b=1')).toBe('https://shop.example/a?b=1')
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'x',
    '',
    ' javascript:1',
  ])
    expect([text, webAddress(text)]).toEqual([text, null])
})
