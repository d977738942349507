import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/harness/app.ts'
import { readSelling } from './selling.ts'
import { sellingCommands } from './selling-commands.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp()
})
afterAll(() => test[Symbol.asyncDispose]())

async function selling(...words: string[]): Promise<string> {
  const printed: string[] = []
  const program = new Command().exitOverride()
  sellingCommands(
    program,
    (run) => run(test.app.selling, { userId: test.app.owner, roles: ['owner'] }),
    () => ({ json: false, print: (_, text) => void printed.push(text()) }),
  )
  await program.parseAsync(['settings', 'selling', ...words], { from: 'user' })
  return printed.join('\n')
}

function fileOf(content: string): string {
  const file = join(test.app.config.dataDir, 'selling.json')
  writeFileSync(file, content)
  return file
}

const own = async () => (await readSelling(test.app.selling, test.app.owner)).own

describe('deal-scout settings selling', () => {
  it('shows the defaults, takes changes from a file, and goes back', async () => {
    expect(await selling()).toMatch(/^Nothing is changed[\s\S]*Sold on ebay, [\s\S]*phones +\$8\n/)
    const changes = {
      outboundShippingCents: { phones: 950 },
      resaleMarketplace: 'mercari',
    }
    const said = await selling('set', fileOf(JSON.stringify(changes)))
    expect(said).toMatch(/^Yours: .*\nSold on mercari, [\s\S]*phones +\$9\.50\n[\s\S]*tablets +\$12\n/)
    expect(await selling('show')).toBe(said)
    expect(await own()).toEqual(changes)
    expect(await selling('reset')).toBe('The defaults count again.')
    expect(await own()).toEqual({})
  })

  it.each([
    ['{"fees": ', /selling\.json cannot be read as JSON/],
    ['[]', /not valid/],
    ['{"sellWithinDays": 900}', /- sellWithinDays: /],
    ['{"currency": "EUR"}', /- outboundShippingCentsElse: is needed with a currency/],
    ['{"postage": 1}', /postage/],
  ])('refuses %s with a sentence and changes nothing', async (content, sentence) => {
    await selling('set', fileOf('{"sellWithinDays": 45}'))
    await expect(selling('set', fileOf(content))).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(sentence),
    })
    expect(await own()).toEqual({ sellWithinDays: 45 })
  })
})
