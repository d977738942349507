import { expect, it } from 'vitest'
import { identityKey, isExact } from './exact.ts'
import { gameName } from './game-title.ts'
import { identityByTitle } from './identity.ts'

it.each([
  ['Farm Story 3 for Nintendo Switch', 'farm story'],
  ['Night Racer - PS4 - great condition', 'night racer'],
  ['Xbox One game Dragonfall', 'dragonfall'],
  ['Sky Pirates II (Xbox One/Series X)', 'sky pirates'],
  ['Brand new sealed Moon Base, Playstation 5', 'moon base'],
])('a title that sells a game for a console names the game: %s', (title, name) => {
  expect(gameName(title)).toBe(name)
})
it.each([
  'Nintendo Switch',
  'Nintendo Switch Lite turquoise',
  'Xbox One S 500GB with 3 games',
  'PS4 controller, never used',
  'Playstation 5 disc console, sealed',
  'Sony PlayStation 4 Pro 1TB',
  'Xbox 360 black, great condition',
])('a console, or what is plugged into it, is no game: %s', (title) => {
  expect(gameName(title)).toBe('')
})
it('a game is never compared as the console that it is for, nor as another game', () => {
  const key = (title: string) => identityKey(identityByTitle(title))
  const isOf = (title: string, other: string) => isExact(key(title), key(other), 0)
  expect(isOf('Farm Story 3 for Nintendo Switch', 'Nintendo Switch')).toBe(false)
  expect(isOf('Nintendo Switch', 'Farm Story 3 for Nintendo Switch')).toBe(false)
  expect(isOf('Farm Story 3 for Nintendo Switch', 'Night Racer for Nintendo Switch')).toBe(false)
  expect(isOf('Nintendo Switch console', 'Nintendo Switch')).toBe(true)
})
