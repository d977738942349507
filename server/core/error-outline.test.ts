import fc from 'fast-check'
import { expect, it } from 'vitest'
import { errorOutline } from './error-outline.ts'

it('says what went wrong without what may be somebody’s', () => {
  const said = (text: string) => errorOutline(text)
  expect(said('connect ECONNREFUSED https://ann:pw@feed.example/f?key=k1')).toBe(
    'connect ECONNREFUSED (an address)',
  )
  expect(said('550 ann@example.com: no such user')).not.toContain('ann')
  expect(said('Key (title)=(Oak table) is there already')).toBe('Key (title)=(…) is there already')
  expect(said('The listing "Oak table" and “Pine chair” cannot be read')).toBe(
    'The listing “…” and “…” cannot be read',
  )
  expect(said("the site doesn't answer, 'Oak table' waits")).toBe("the site doesn't answer, “…” waits")
  expect(said('refused for +1 (415) 555-0100')).toBe('refused for (a number)')
  expect(said('boom\nat /home/ann/secret')).toBe('boom')
  expect(said('x'.repeat(1_000))).toHaveLength(240)
})

it('tells nothing that stands in quotation marks, whatever is around it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const text = `${before.replaceAll(/["“”„«»`'\n]/g, '')}"Secretthing"${after.replaceAll('\n', ' ')}`
      expect(errorOutline(text)).not.toContain('Secretthing')
    }),
  )
})
