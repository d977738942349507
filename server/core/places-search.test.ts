import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestPlace, suggestPlaces } from './places-search.ts'

const labels = (text: string, near = {}) => suggestPlaces(text, near, 8).map(({ label }) => label)
const home = { lat: 37.8, lon: -122.27, country: 'US' }

describe('places that a text may be the beginning of', () => {
  it('what it means as it stands comes first, then what begins so', () => {
    expect(labels('94110')[0]).toBe('San Francisco, CA 94110')
    expect(labels('Oakland, CA')[0]).toBe('Oakland, CA')
    expect(labels('berl', { country: 'DE' })).toContain('Berlin, Germany')
    expect(labels('são pau')[0]).toMatch(/^São Paulo/)
  })

  it('those near come before larger ones far away', () => {
    expect(labels('alam', home)[0]).toBe('Alameda, CA')
    expect(labels('rich', home)[0]).toBe('Richmond, CA')
    expect(labels('rich')[0]).not.toBe('Richmond, CA')
  })

  it('what stands behind a comma narrows, also while it is typed', () => {
    expect(labels('portland, me')[0]).toBe('Portland, ME')
    for (const label of labels('portland, or')) expect(label).toMatch(/, OR/)
    for (const label of labels('london, can')) expect(label).toMatch(/Canada|ON/)
  })

  it('no text breaks it, and none gives more than was asked for', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
        const found = suggestPlaces(text, home, limit)
        expect(found.length).toBeLessThanOrEqual(limit)
        expect(new Set(found.map(({ label }) => label)).size).toBe(found.length)
      }),
    )
    expect(labels('')).toEqual([])
    expect(labels(',,,')).toEqual([])
  })
})

describe('the nearest town', () => {
  it('is that of a point, and none in the middle of an ocean', () => {
    expect(nearestPlace({ lat: 37.804, lon: -122.271 })?.label).toBe('Oakland, CA')
    expect(nearestPlace({ lat: 52.52, lon: 13.405 })?.country).toBe('DE')
    expect(nearestPlace({ lat: 0, lon: -140 })).toBeNull()
  })
})
