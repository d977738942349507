import { Readable } from 'node:stream'
import { type Attack, hold, type World } from '../contract.ts'
import { upload } from '../world/http.ts'
import type { Target } from '../world/target.ts'

const manyRules = 3_000
const pageRows = 200
const importMsMax = 60_000

/** Rules that take long to match, as a person may write them; what the program refuses is fine too. */
const heavy: Record<string, () => string[]> = {
  // Each near the 500 steps that the expressions of a rule may take.
  'lettered-wildcards': () => Array.from({ length: 4 }, (_, n) => `/${'.*a'.repeat(160)}${n}/`),
  '210-wildcards': () => Array.from({ length: 4 }, (_, n) => `/${'.*'.repeat(210)}${n}!/`),
  'optional-wildcards': () => Array.from({ length: 4 }, (_, n) => `/(${'a?'.repeat(110)}){2}b${n}/`),
  'nested-repetitions': () => Array.from({ length: 10 }, (_, n) => `/((a+)+)+${n}$/`),
  'bounded-repetitions': () => Array.from({ length: 10 }, (_, n) => `/(.{1,7}){1,28}z${n}/`),
  'ten-in-one': () =>
    Array.from({ length: 10 }, () =>
      Array.from({ length: 10 }, (_, n) => `/${'.*[a-f]'.repeat(15)}${n}x/`).join(' OR '),
    ),
  alternatives: () => [`/(${Array.from({ length: 70 }, (_, n) => `a*b${n}`).join('|')})*c/`],
  'many-words': () =>
    Array.from({ length: 50 }, (_, n) =>
      Array.from({ length: 190 }, (_, at) => `-w${n}x${at}`)
        .join(' ')
        .slice(0, 1_990),
    ),
  'fifty-levels': () => Array.from({ length: 20 }, () => `${'NOT ('.repeat(24)}a OR b${')'.repeat(24)}`),
  'any-letters': () => Array.from({ length: 20 }, (_, n) => `/(\\p{L}*\\s*){40}${n}!/`),
}

const rules: Attack = {
  name: 'rules',
  about: 'rules that take long to match, alone and by the thousand, and then a page of listings',
  async run(world) {
    const target = await world.start()
    for (const [name, queries] of Object.entries(heavy)) {
      await world.attempt(name, async () => {
        const ids = await addRules(
          target,
          queries().map((query, n) => ({ name: `${name} ${n}`, query })),
        )
        if (ids.length === 0) world.note(`${name}: all of its rules are refused`)
        await importPage(target, name)
      })
      // Whatever came of it, the next ones are tried alone.
      await removeAllRules(target)
    }
    await many(world, target)
  },
}
export default rules

async function many(world: World, target: Target): Promise<void> {
  await world.attempt(`${manyRules}-rules`, async (random) => {
    const word = () => `w${Math.floor(random() * 500)}`
    await addRules(
      target,
      Array.from({ length: manyRules }, (_, n) => ({
        name: `many ${n}`,
        keywords: { all: [word()], any: [word(), word()], none: [word()] },
        ...(n % 10 === 0 && { query: `/${word()}.*${word()}/ OR "${word()} ${word()}"` }),
        priceCentsMax: 10_000 + n,
      })),
    )
    await importPage(target, 'many')
  })
  await world.attempt('wildcards-among-many', async () => {
    await addRules(
      target,
      heavy['210-wildcards']!().map((query, n) => ({ name: `among ${n}`, query })),
    )
    await importPage(target, 'among')
  })
}

/** Makes them; those that are refused as bad input are left out. */
async function addRules(target: Target, all: object[]): Promise<number[]> {
  const ids: number[] = []
  for (const rule of all) {
    const answer = await target.ask({ method: 'POST', path: '/api/rules', json: rule })
    hold(
      answer.status === 201 || answer.status === 422,
      `a rule answered ${answer.status}: ${answer.text.slice(0, 200)}`,
    )
    if (answer.status === 201) ids.push((JSON.parse(answer.text) as { id: number }).id)
  }
  return ids
}

async function removeAllRules(target: Target): Promise<void> {
  for (;;) {
    const { items } = await target.json<{ items: { id: number }[] }>('GET', '/api/rules?limit=100')
    if (items.length === 0) return
    for (const { id } of items) await target.ask({ method: 'DELETE', path: `/api/rules/${id}` })
  }
}

/** Long texts that nearly fit. */
async function importPage(target: Target, source: string): Promise<void> {
  const rows = Array.from({ length: pageRows }, (_, n) =>
    JSON.stringify({
      source: source.toLowerCase(),
      id: `r${n}`,
      title: `${'a b '.repeat(40)}w${n} w${(n * 7) % 500}`,
      description: `${'a'.repeat(3_000)}\n${'ab '.repeat(2_000)}\n${Array.from({ length: 500 }, (_, at) => `w${(at * n) % 500}`).join(' ')}`,
      url: `https://example.com/${source}/${n}`,
      price: 20,
      currency: 'USD',
    }),
  )
  const { parts, headers } = upload('page.jsonl', [Buffer.from(rows.join('\n'))])
  const answer = await target.ask({
    method: 'POST',
    path: '/api/imports',
    headers,
    body: Readable.from(parts),
    timeoutMs: importMsMax,
  })
  hold(answer.status === 200, `the page answered ${answer.status}: ${answer.text.slice(0, 200)}`)
  const { added } = JSON.parse(answer.text) as { added: number }
  hold(added === pageRows, `${added} of ${pageRows} listings were added`)
}
