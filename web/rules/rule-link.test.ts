import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyRule, type RuleForm } from './rule-form.ts'
import { fromLink, linkCharsMax, toLink } from './rule-link.ts'

const form: RuleForm = {
  ...emptyRule,
  ...{ name: 'Chaises «Aeron» 椅子', all: 'herman miller', query: '(a OR b) NOT /c+/', priceMax: '300' },
  ...{ places: [{ place: 'Oakland, CA', radius: '25' }], conditions: ['good'], weights: 'flipper' as const },
  ...{
    channels: ['email', 'telegram'],
    sellersNot: 'somebody',
    snoozedUntil: '2030-01-01T00:00',
    enabled: false,
  },
}
const sent = { form, currency: 'EUR', units: 'km' as const }

describe('a rule in a link', () => {
  it('comes out as it went in, but for what is its person’s own', () => {
    const { channels, sellersNot, snoozedUntil, enabled } = emptyRule
    const theirs = { channels, sellersNot, snoozedUntil, enabled }
    expect(fromLink(toLink(sent, { withPlaces: true })!)).toEqual({ ...sent, form: { ...form, ...theirs } })
    expect(fromLink(toLink(sent, { withPlaces: false })!)).toEqual({
      ...sent,
      form: { ...form, ...theirs, places: [] },
    })
  })

  it('does so whatever is typed', () => {
    const typed = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .filter((text) => !/[\p{Cc}\p{Cf}]/u.test(text))
    fc.assert(
      fc.property(typed, typed, fc.integer({ min: 0, max: 99_999_999 }), (name, all, price) => {
        const one = { ...emptyRule, name, all, priceMax: String(price) }
        const back = fromLink(toLink({ ...sent, form: one }, { withPlaces: false })!)
        expect(back?.form).toEqual(one)
      }),
    )
  })

  it('carries no channel, seller or place unless that is said', () => {
    const text = atob(toLink(sent, { withPlaces: false })!.replaceAll('-', '+').replaceAll('_', '/'))
    expect(text).not.toMatch(/email|telegram|somebody|Oakland|2030/)
  })

  it('fits an address, and is refused where it would not', () => {
    expect(toLink(sent, { withPlaces: true })).toMatch(/^[\w-]+$/)
    const long = { ...form, all: '字'.repeat(2_000), none: '字'.repeat(2_000) }
    expect(toLink({ ...sent, form: long }, { withPlaces: false })).toBeNull()
  })
})

describe('what somebody else wrote into a link', () => {
  const linkOf = (value: unknown) => {
    const bytes = new TextEncoder().encode(JSON.stringify(value))
    return btoa(String.fromCharCode(...bytes)).replace(/=+$/, '')
  }
  const good = { v: 1, c: 'USD', u: 'mi', r: { all: 'lamp' } }

  it('is read where it is a rule', () => {
    expect(fromLink(linkOf(good))?.form.all).toBe('lamp')
  })

  it.each([
    ['another version', { ...good, v: 2 }],
    ['a field that no rule has', { ...good, r: { all: 'lamp', channels: ['webhook'] } }],
    ['a prototype', JSON.parse('{"v":1,"c":"USD","u":"mi","r":{"__proto__":{"all":"x"}}}')],
    ['another type', { ...good, r: { all: ['lamp'] } }],
    ['no figure', { ...good, r: { priceMax: '1e9' } }],
    ['too long a text', { ...good, r: { all: 'x'.repeat(2_001) } }],
    ['too many', { ...good, r: { categories: Array.from({ length: 51 }, () => 'bikes') } }],
    ['no currency', { ...good, c: 'usd' }],
    ['what turns a text around', { ...good, r: { name: 'abc\u202edef' } }],
    ['a list', []],
    ['nothing', null],
  ])('%s is refused', (_, value) => {
    const link = linkOf(value)
    expect(fromLink(link)).toBeNull()
  })

  it('whatever it is, is a valid form or nothing, and no error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.json().map((text) => btoa(encodeURI(text))),
        ),
        (link) => {
          const read = fromLink(link)
          expect(read === null || typeof read.form.all === 'string').toBe(true)
        },
      ),
    )
    expect(fromLink('A'.repeat(linkCharsMax + 4))).toBeNull()
  })
})
