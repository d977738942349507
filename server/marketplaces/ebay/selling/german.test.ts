import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { reasonIn } from '../../../core/adapter-words.ts'
import ebay from '../index.ts'
import { explained } from './words.ts'

const folder = new URL('./', import.meta.url)

/** Every sentence that stands in the code of this folder, or of the step beside it, as a text of its own. */
const sentences = readdirSync(folder)
  .filter(
    (name) => /^[a-z-]+\.ts$/.test(name) && !['german.ts', 'test-kit.ts', 'look-alikes.ts'].includes(name),
  )
  .concat('../account/order-notices.ts')
  .flatMap((name) => [
    ...readFileSync(new URL(name, folder), 'utf8').matchAll(/'((?:[A-Z]|eBay)[^'\n]{4,}[.:])'/g),
  ])
  .map(([, sentence]) => sentence!)

it('says in German each sentence that it has, and none that it has not', () => {
  const words = ebay.words!.de!
  expect(sentences.length).toBeGreaterThan(60)
  expect(sentences.filter((sentence) => words[sentence] === undefined)).toEqual([])
  expect(ebay.selling!.sentences!.filter((sentence) => !sentences.includes(sentence))).toEqual([])
})

it('is in German what eBay says in its own words, but for these', () => {
  const said = explained([{ code: '25021', words: 'The condition is wrong' }], '')
  expect(reasonIn('de', said, ebay.words)).toBe(
    'eBay sagt: The condition is wrong. (25021) Wähle einen Zustand, den diese Kategorie erlaubt.',
  )
  expect(reasonIn('en', said, ebay.words)).toBe(said)
})
