import { afterAll, beforeAll, expect, it } from 'vitest'
import { tools } from '../../server/mcp/server.ts'
import { httpAgent, keyOf } from '../../server/mcp/test-kit.ts'
import { ruleInput } from '../harness/factories.ts'
import { type AskedHouse, type Asker, askedHouse, askers, type Someone } from './authz-house.ts'
import { linesOf } from './authz-matrix.ts'

/** A line of the matrix: what a tool asks for, and what the numbers that it takes are of. */
interface Row {
  tool: string
  right: 'read' | 'write'
  ids: string[]
}

const matrix: Row[] = linesOf('authorization-tools.tsv').map(([tool, right, ids]) => ({
  tool: tool!,
  right: right as Row['right'],
  ids: ids === '-' ? [] : ids!.split(','),
}))

let asked: AskedHouse
beforeAll(async () => {
  asked = await askedHouse()
}, 240_000)
afterAll(() => asked[Symbol.asyncDispose]())

const rule = ruleInput({ name: 'Asked for', channels: ['inbox'] })
/** What a tool needs beside ids. */
const inputs: Record<string, object> = {
  value_thing: { title: 'Road bike' },
  preview_rule: { rule },
  create_rule: { rule },
  draft_item: { title: 'Oak desk' },
  prepare_post: { marketplace: 'facebook' },
  record_sale: { marketplace: 'ebay', reference: 'agent', priceCents: 1000, currency: 'USD' },
}

/** Whom no tool is shown to. */
const outside: ReadonlySet<Asker> = new Set([
  'nobody',
  'revoked key',
  'expired key',
  'expired session',
  'half session',
  // Of a key that may only hand in pages.
  'capturing key',
])

/** Whoever signed in asks with a key of theirs for all that they may. */
async function headersOf(asker: Asker, someone: Someone): Promise<Record<string, string>> {
  if (asker === 'nobody' || asker.endsWith(' key')) return someone.headers
  if (asker === 'expired session' || asker === 'half session')
    return { cookie: [...someone.as.cookies].map((pair) => pair.join('=')).join('; ') }
  const scope = asker === 'viewer' ? 'read' : 'write'
  return (await keyOf(someone.as, scope)).headers
}

it('every tool answers every asker about their own, another’s and an absent row as the matrix says', async () => {
  expect(matrix.map(({ tool, right }) => `${tool} ${right}`)).toEqual(
    tools.map(({ name, right }) => `${name} ${right}`),
  )
  const unexplained: string[] = []
  let count = 0
  for (const asker of askers) {
    const headers = await headersOf(asker, asked.people.get(asker)!)
    if (outside.has(asker)) {
      await expect(httpAgent(asked.house.address, headers), asker).rejects.toThrow(/40[13]|Unauthorized/i)
      continue
    }
    await using agent = await httpAgent(asked.house.address, headers)
    for (const { tool, right, ids } of matrix) {
      const isRefused = right === 'write' && (asker === 'viewer' || asker === 'reading key')
      for (const foreign of ids.length === 0 ? ['-'] : ids) {
        const answers = new Map<string, { isError: boolean; text: string }>()
        for (const of of foreign === '-' ? (['own'] as const) : (['absent', 'foreign', 'own'] as const)) {
          const given = (name: string) =>
            name !== foreign || of === 'own'
              ? asked.idsOf(asker)[name]
              : of === 'foreign'
                ? asked.idsOf('ben')[name]
                : 999_999_999
          const input = {
            ...inputs[tool],
            ...Object.fromEntries(ids.map((name) => [`${name}Id`, given(name)])),
          }
          const { isError, text } = await agent.call(tool, input)
          count++
          answers.set(of, { isError, text: text.replaceAll(String(given(foreign)), 'ID') })
          const { code } = isError ? (JSON.parse(text) as { code: string }) : { code: null }
          const isRight = isRefused
            ? code === 'scope-missing' || code === 'role-missing'
            : of === 'own'
              ? code === null
              : code?.endsWith('not-found') === true
          if (!isRight || text.includes('ben@example.com rule') || text.includes('own ben@example.com'))
            unexplained.push(`${tool}, ${asker}, ${foreign} ${of}: ${text.slice(0, 300)}`)
        }
        // Whether another has such a row is not to be learned.
        if (answers.get('foreign')?.text !== answers.get('absent')?.text)
          unexplained.push(`${tool}, ${asker}, ${foreign}: ${[...answers.values()].map(({ text }) => text)}`)
      }
    }
  }
  process.stdout.write(
    `tools × actors × ids = ${count} (${matrix.length} tools), unexplained ${unexplained.length}\n`,
  )
  expect(unexplained).toEqual([])
}, 240_000)
