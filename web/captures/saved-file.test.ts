import { expect, it } from 'vitest'
import { pageMibMax, refusalOf, sendable } from './saved-file.ts'

it('a file is refused with the reason before it is read', () => {
  expect(refusalOf(null)).toBe('several')
  expect(refusalOf({ name: 'page.html', size: 0 })).toBe('empty')
  expect(refusalOf({ name: 'page.html', size: pageMibMax * 1024 * 1024 + 1 })).toBe('tooLarge')
  for (const name of ['photo.jpg', 'list.csv', 'page.mhtml'])
    expect([name, refusalOf({ name, size: 10 })]).toEqual([name, 'notHtml'])
  for (const name of ['page.html', 'PAGE.HTM', 'page', 'Road bikes - Marketplace'])
    expect([name, refusalOf({ name, size: 10 })]).toEqual([name, null])
})

it('what cannot be stored is left out, and nothing else', () => {
  expect(sendable('a\0b\ud800c 🚲')).toBe('ab\ufffdc 🚲')
})
