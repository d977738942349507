import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadAdapters } from './adapters.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deal-scout-adapters-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

interface Adapter {
  id: string
  name: string
  options: []
  search(): void
}

function write(id: string, text: string): void {
  mkdirSync(join(folder, id), { recursive: true })
  writeFileSync(join(folder, id, 'index.ts'), text)
}
const good = (id: string, more = '') =>
  `export default { id: '${id}', name: 'A shop', options: [], fields: [], search() {}, ${more} }`
const load = () => loadAdapters<Adapter>(folder, ['search'])

describe('loadAdapters', () => {
  it('finds every folder with an index.ts, by id in order, and nothing else', async () => {
    write('b', good('b'))
    write('a', good('a'))
    mkdirSync(join(folder, 'fixtures'))
    writeFileSync(join(folder, 'planner.ts'), 'throw new Error("must not be loaded")')
    expect([...(await load()).keys()]).toEqual(['a', 'b'])
  })

  it.each([
    ['has no default export', 'export const x = 1'],
    ['has no default export', 'export default null'],
    ['calls itself "other"', good('other')],
    ['calls itself undefined', 'export default {}'],
    ['has no name', good('shop', `name: ''`)],
    ['declares no options list', good('shop', 'options: undefined')],
    ['declares no fields list', good('shop', 'fields: {}')],
    ['lacks the function search', good('shop', 'search: 1')],
    ['cannot be loaded: out of stock', 'throw new Error("out of stock")'],
    ['cannot be loaded', 'export default {'],
    [
      'has an option without a proper name',
      good('shop', `options: [{ env: 'port', type: 'string', doc: 'x' }]`),
    ],
    ['has an option without a proper name', good('shop', `options: [{ type: 'string', doc: 'x' }]`)],
    ['declares the field "url" twice', good('shop', `fields: [{ name: 'url' }, { name: 'url' }]`)],
  ])('refuses by name a folder that %s', async (problem, text) => {
    write('good', good('good'))
    write('shop', text)
    await expect(load()).rejects.toMatchObject({
      code: 'malformed-adapter',
      message: expect.stringContaining(`The adapter folder "shop" ${problem}`),
    })
  })

  it('refuses two adapters that declare the same option', async () => {
    const options = `options: [{ env: 'SHOP_KEY', type: 'string', doc: 'x' }]`
    write('a', good('a', options))
    write('b', good('b', options))
    await expect(load()).rejects.toThrow('"b" declares the option SHOP_KEY, which a declares too')
  })
})
