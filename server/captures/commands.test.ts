import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/harness/database.ts'
import { run } from '../../test/harness/program.ts'

const html = readFileSync(new URL('../marketplaces/offerup/fixtures/search.html', import.meta.url), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'deal-scout-capture-'))
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await database[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})
const capture = (...args: string[]) =>
  run(['capture', ...args], {
    env: { ...database.env, DEAL_SCOUT_DATA: join(folder, 'data'), DEAL_SCOUT_PORT: '0' },
  })

describe('deal-scout capture', () => {
  it('takes in a saved page as the person’s own, says what it shows, and changes nothing the second time', async () => {
    const page = file('page.html', html)
    const first = await capture(page, '--url', 'https://offerup.com/search?q=desk', '--json')
    expect([first.code, first.stderr]).toEqual([0, ''])
    const view = JSON.parse(first.stdout) as { counts: { read: number; added: number } }
    expect(view.counts.read).toBeGreaterThan(0)
    expect(view.counts.added).toBe(view.counts.read)
    const again = await capture(page, '--url', 'https://offerup.com/search?q=desk')
    expect([again.code, again.stdout]).toEqual([
      0,
      expect.stringContaining(
        `${view.counts.read} listings read: 0 new, 0 changed, ${view.counts.read} already known`,
      ),
    ])
  })

  it('says what to do where it cannot read, and ends with 2', async () => {
    const cases: [string[], RegExp][] = [
      [[file('nowhere.html', '<html></html>')], /give its address/],
      [[file('other.html', html), '--url', 'https://elsewhere.example/'], /has to be of .*OfferUp/],
      [[file('empty.html', '')], /is empty/],
      [[join(folder, 'missing.html')], /cannot be read/],
      [[file('large.html', 'x'.repeat(8 * 1024 * 1024 + 1)), '--url', 'https://offerup.com/'], /8 MiB/],
    ]
    for (const [args, said] of cases) {
      const { code, stderr } = await capture(...args)
      expect([args[0], code, stderr]).toEqual([args[0], 2, expect.stringMatching(said)])
    }
  })
})
