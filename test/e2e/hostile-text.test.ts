import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runCli } from '../../server/cli.ts'
import { dismissMatch } from '../../server/flows/dismiss-match.ts'
import { ingest } from '../../server/flows/ingest.ts'
import { type TestApp, testApp, until } from '../harness/app.ts'
import { seenListing } from '../harness/factories.ts'

const esc = '\u001b'
/** Colours, clears, moves, goes back, hides, reorders, links elsewhere, and begins a line of its own. */
const hostile = `${esc}[31m${esc}[2J\u009b1;1H${esc}]8;;https://evil.example${esc}\\x${esc}]8;;${esc}\\${esc}]0;t\u0007\b\r\u202eabc\u200b\u2066\u00ad\nFAKED a line of its own`
/** What the program decides by: other values there are no text of anybody. */
const decided =
  /(^|_)(id|key|kind|type|state|status|channel|marketplace|currency|category|condition|outcome|result|hash|mode|rhythm|handover|role|token|country|zone|basis|scope|format|event|verdict|reason|url|source|model|time_zone|dismiss_reason|told_currency|settings|sealed|locale|language|name_key|text_hash|stamp|lease|claim|owner)$/

let test: TestApp
let folder: string
let planted: string[] = []
beforeAll(async () => {
  test = await testApp({ roles: ['api', 'worker'] })
  folder = mkdtempSync(join(tmpdir(), 'deal-scout-hostile-'))
  for (const [name, value] of Object.entries(test.database.env)) vi.stubEnv(name, value)
  vi.stubEnv('DEAL_SCOUT_DATA', test.app.config.dataDir)
  await fill()
  planted = await plant()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await test[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

/** What a command prints on both. */
async function printed(args: string[]): Promise<string> {
  let text = ''
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((part) => {
      text += String(part)
      return true
    }),
  )
  try {
    await runCli(args)
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  return text
}

/** A little of everything, through the doors that people and sites have. */
async function fill(): Promise<void> {
  const post = async (path: string, body: unknown) => {
    const { status, body: answer } = await test.call('POST', path, body)
    expect(status, `${path}: ${JSON.stringify(answer)}`).toBeLessThan(300)
  }
  await post('/api/rules', {
    name: `Lamps ${hostile}`,
    keywords: { any: ['lamp', `desk ${hostile}`] },
    sellersNot: [`seller ${hostile}`],
    channels: ['inbox'],
  })
  await post('/api/message-templates', { kind: 'offer', name: `Polite ${hostile}`, body: `Hello ${hostile}` })
  const feed = { url: `https://feeds.example/a?q=${hostile.replace(/\s/g, '')}` }
  const connected = await test.call('POST', '/api/sources', {
    marketplace: 'feed',
    name: `Feed ${hostile}`,
    settings: feed,
    try: false,
  })
  if (connected.status >= 300)
    await post('/api/sources', {
      marketplace: 'feed',
      name: `Feed ${hostile}`,
      settings: { url: 'https://feeds.example/a' },
      try: false,
    })
  const sightings = [1, 2, 3].map((n) => ({
    marketplace: 'shop',
    seen: seenListing({
      title: `Lamp ${n} ${hostile}`,
      description: `Nice ${hostile}`,
      location: `Town ${hostile}`,
      brand: `Brand ${hostile}`,
      url: `https://shop.example/${n}/\u202egpj`,
    }),
    observedAtMs: Date.now(),
  }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  const { rows } = await test.app.db.query<{ listingId: number; ruleId: number }>(
    'SELECT listing_id AS "listingId", rule_id AS "ruleId" FROM matches ORDER BY 1',
  )
  expect(rows.length).toBe(3)
  await post('/api/watches', {
    listingId: rows[0]!.listingId,
    note: `Note ${hostile}`,
    tags: [`tag ${hostile.slice(0, 30)}`],
  })
  await until(async () => (await test.app.db.query('SELECT FROM deliveries')).rowCount > 0)
  const { pipeline, owner } = test.app
  await dismissMatch(pipeline, owner, { ...rows[1]!, reason: 'wrong-thing' })
}

/** Puts it behind every stored text that it can, past all checks. */
async function plant(): Promise<string[]> {
  const { db } = test.app
  const { rows } = await db.query<{ table: string; column: string; type: string }>(
    `SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS type
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type IN ('text', 'jsonb')
       AND c.is_generated = 'NEVER' AND table_name <> 'schema_migrations'`,
  )
  const done: string[] = []
  for (const { table, column, type } of rows) {
    if (decided.test(column)) continue
    const text = type === 'text' ? `"${column}" || $1` : plantedJson(table, column)
    if (text === null) continue
    try {
      const { rowCount } = await db.query(
        `UPDATE "${table}" SET "${column}" = ${text} WHERE "${column}" IS NOT NULL`,
        [hostile],
      )
      if (rowCount > 0) done.push(`${table}.${column}`)
    } catch {
      // Another type of text, or one of a few values.
    }
  }
  return done
}

/** Behind the texts that people wrote in there. */
function plantedJson(table: string, column: string): string | null {
  const lists = ['rules.keywords_all', 'rules.keywords_none', 'rules.sellers_only', 'watches.tags']
  if (lists.includes(`${table}.${column}`)) return `"${column}" || jsonb_build_array($1::text)`
  if (`${table}.${column}` !== 'notifications.message') return null
  return `jsonb_set("message", '{title}', to_jsonb(("message"->>'title') || $1::text))`
}

it('no command lets a text that somebody else wrote move, hide, reorder or fake anything in the terminal', async () => {
  expect(planted).toEqual(
    expect.arrayContaining(['listings.title', 'rules.name', 'sources.name', 'watches.note']),
  )
  const file = join(folder, 'rules.csv')
  writeFileSync(file, `name,keywords\nImported ${hostile.replace('\n', ' ')},lamp\n`)
  const one = async (sql: string) => String((await test.app.db.query<{ id: number }>(sql)).rows[0]!.id)
  const listing = await one('SELECT listing_id AS id FROM watches')
  const rule = await one('SELECT id FROM rules')
  const lines = [
    ['deals'],
    ['show', listing],
    ['rules'],
    ['rules', 'show', rule],
    ['rules', 'snooze', rule, '1d'],
    ['rules', 'preview', `Draft ${hostile}`, '--any', 'lamp'],
    ['rules', 'import', file, '--dry-run'],
    ['why', listing],
    ['why', listing, rule],
    ['matches', rule],
    ['sources'],
    ['scan'],
    ['inbox'],
    ['deliveries'],
    ['channels'],
    ['clusters'],
    ['watch'],
    ['watch', 'show', await one('SELECT id FROM watches')],
    ['templates'],
    ['templates', 'show', await one('SELECT id FROM message_templates')],
    ['message', listing],
    ['value', `Lamp ${hostile}`],
    ['trends', 'lamp'],
    ['settings', 'selling', 'show'],
    ['when'],
    ['jobs'],
    ['doctor'],
    ['config'],
    // Mistakes come back with what was written.
    ['rules', 'show', `5${hostile}`],
    ['templates', 'show', `Nobody ${hostile}`],
    ['rules', 'add', 'x', '--category', `no ${hostile}`],
    ['import', join(folder, `no ${hostile.replaceAll('/', '')}`)],
    [`unknown${hostile}`],
  ]
  const shown: string[] = []
  for (const args of lines) {
    for (const form of [args, ['--json', ...args]]) {
      const text = await printed(form)
      const name = JSON.stringify(form)
      expect(text.trim(), name).not.toBe('')
      expect(text, name).not.toMatch(
        /[^\P{Cc}\n\t]|\p{Bidi_Control}|[\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]/u,
      )
      if (form === args) shown.push(text)
    }
  }
  const tables = shown.slice(0, 19).join('')
  expect(tables).toContain('FAKED')
  expect(tables.split('\n').filter((line) => line.startsWith('FAKED'))).toEqual([])
})
