import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readShare, readShareSearch } from './share.ts'

const origin = 'https://deals.example'
const read = (given: Record<string, unknown>) => readShare(readShareSearch(given), origin)

test('a link is found in whichever field an app puts it, without the sentence around it', () => {
  const address = 'https://www.ebay.com/itm/123456789012?hash=a'
  const link = { kind: 'link', address, host: 'ebay.com' }
  expect(read({ url: address, title: 'Oak table' })).toEqual({ ...link, words: 'Oak table' })
  expect(read({ text: address })).toEqual({ ...link, words: '' })
  expect(read({ text: `Check out Oak table: ${address}. Nice` })).toMatchObject(link)
  expect(read({ text: `Oak table (${address})` })).toMatchObject(link)
  expect(read({ title: address })).toMatchObject(link)
  expect(read({ title: 'Oak table | eBay', text: `Look ${address}` })).toMatchObject({
    words: 'Oak table | eBay',
  })
})

test('words without a link are looked for; nothing is nothing', () => {
  expect(read({ text: '  herman   miller\naeron ' })).toEqual({ kind: 'words', words: 'herman miller aeron' })
  expect(read({ title: 'Aeron', text: 'a chair' })).toEqual({ kind: 'words', words: 'Aeron' })
  for (const given of [{}, { text: '  ' }, { text: 7 }, { url: 'not an address' }, { other: 'x' }])
    expect(read(given)).toEqual({ kind: 'nothing' })
})

test('a link of Deal Scout itself is a way within it', () => {
  expect(read({ url: `${origin}/listings/7?without=3#price` })).toEqual({
    kind: 'own',
    path: '/listings/7?without=3#price',
  })
})

test('what is no web address is no link, nor one that says who goes there', () => {
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'intent://x#Intent;end',
  ])
    expect(read({ url: text, text }).kind).not.toBe('link')
  expect(read({ url: 'https://deals.example@evil.example/x' }).kind).not.toBe('own')
  expect(read({ url: 'https://user:pw@evil.example/x' }).kind).toBe('nothing')
})

test('whatever is shared is read, and a link is always http or https', () => {
  const part = fc.constantFrom(
    'https://',
    'http://',
    'ebay.com',
    '/',
    '@',
    ' ',
    '\n',
    ')',
    'javascript:',
    '%',
    '沙',
    '\ud800',
  )
  const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.record({ title: text, text, url: text }, { requiredKeys: [] }), (given) => {
      const shared = read(given)
      if (shared.kind === 'link') expect(shared.address).toMatch(/^https?:\/\/[^@]*$|^https?:\/\/[^/@]+\//)
      if (shared.kind === 'own') expect(shared.path).toMatch(/^\//)
    }),
  )
})
