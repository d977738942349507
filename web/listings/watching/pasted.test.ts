import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readPasted } from './pasted.ts'

const url = (text: string) => {
  const pasted = readPasted(text)
  return pasted?.kind === 'link' ? pasted.url : pasted
}

it('finds the first address in what an app shares, without the signs of the sentence around it', () => {
  expect(url(' https://www.ebay.com/itm/123?hash=x ')).toBe('https://www.ebay.com/itm/123?hash=x')
  expect(url('Check out this bike! https://www.ebay.com/itm/123.')).toBe('https://www.ebay.com/itm/123')
  expect(url('Bike (https://portland.craigslist.org/d/a-desk/77.html), $50')).toBe(
    'https://portland.craigslist.org/d/a-desk/77.html',
  )
  expect(url('see www.ebay.de/itm/5 and https://www.ebay.com/itm/6')).toBe('www.ebay.de/itm/5')
  expect(url('https://example.com/a_(b)')).toBe('https://example.com/a_(b)')
  expect(url('“https://www.ebay.com/itm/123”')).toBe('https://www.ebay.com/itm/123')
  expect(url('m.ebay.com/itm/9')).toBe('m.ebay.com/itm/9')
})

it('takes what has no address for words to search for', () => {
  expect(readPasted('Herman  Miller\nAeron size B')).toEqual({
    kind: 'words',
    words: 'Herman Miller Aeron size B',
  })
  expect(readPasted('3.5/5 stars, ask me@example.com/x')).toMatchObject({ kind: 'words' })
  expect(readPasted(' \n')).toBeNull()
})

it('finds an address in any text around it, and stays within what may be sent', () => {
  const words = fc.stringMatching(/^[a-z ,!]{0,30}$/)
  fc.assert(
    fc.property(words, words, fc.webUrl({ withQueryParameters: true }), (before, after, address) => {
      const pasted = readPasted(`${before} ${address} ${after}`)
      expect(pasted?.kind).toBe('link')
      expect(address.startsWith((pasted as { url: string }).url)).toBe(true)
    }),
  )
  fc.assert(
    fc.property(fc.string({ maxLength: 9000, unit: 'grapheme' }), (text) => {
      const pasted = readPasted(text)
      if (pasted?.kind === 'words') expect(pasted.words.length).toBeLessThanOrEqual(500)
      if (pasted?.kind === 'link') expect(pasted.url.length).toBeLessThanOrEqual(4000)
    }),
  )
})
