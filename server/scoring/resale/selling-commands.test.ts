import { readFileSync, writeFileSync } from 'node:fs'
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

  it('writes the fees to a file and takes them again, with what is wrong by line', async () => {
    await selling('reset')
    const file = join(test.app.config.dataDir, 'fees.csv')
    expect(await selling('fees', 'export', file)).toBe(`Written to ${file}.`)
    const csv = readFileSync(file, 'utf8')
    const rows = csv.trim().split('\n').length - 1
    expect(await selling('fees', 'import', file)).toBe(`0 added, 0 written anew, ${rows} known already.`)
    const added = `${csv}mercari,shipped,USD,,,2027-01-01,12%\n`
    writeFileSync(file, added)
    expect(await selling('fees', 'import', file, '--dry-run')).toMatch(/^1 would be added, /)
    expect(await own()).toEqual({})
    writeFileSync(file, `${added}mercari,shipped,USD,,,,12\n`)
    await expect(selling('fees', 'import', file)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(
        new RegExp(`^Nothing was changed, .*\n  - line ${rows + 3}: bands "12" `),
      ),
    })
    expect(await own()).toEqual({})
    writeFileSync(file, added)
    expect(await selling('fees', 'import', file)).toMatch(/^1 added, /)
    expect((await own()).fees?.rows).toMatchObject([{ marketplace: 'mercari', validFrom: '2027-01-01' }])
    await expect(selling('fees', 'import', 'nowhere.csv')).rejects.toThrow(
      /^The file nowhere\.csv cannot be read/,
    )
  })
})
