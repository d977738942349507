import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placesOf } from './range-bar.tsx'

it('whatever the amounts, everything is drawn within the bar and in its order', () => {
  const amounts = fc.array(fc.nat(1e9), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(amounts, ([at = 0, ...others]) => {
      const [low, mid, high] = others.toSorted((a, b) => a - b) as [number, number, number]
      const places = placesOf({ low, mid, high, at })
      for (const place of Object.values(places)) {
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThanOrEqual(100)
      }
      expect(places.low).toBeLessThanOrEqual(places.mid)
      expect(places.mid).toBeLessThanOrEqual(places.high)
      if (at < low) expect(places.at).toBeLessThanOrEqual(places.low)
    }),
  )
})
