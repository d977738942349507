import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { installationChecks } from '../../server/app/doctor.ts'
import { runCli } from '../../server/cli.ts'
import { createSecrets } from '../../server/core/secrets.ts'
import { saveChannel } from '../../server/notify/targets/channels.ts'
import { runChecks } from '../../server/ops/health.ts'
import { createRule } from '../../server/rules/rules.ts'
import { settingsContext } from '../../server/sources/context.ts'
import { testApp } from '../harness/app.ts'
import { type TestDatabase, testDatabase } from '../harness/database.ts'
import { ruleInput } from '../harness/factories.ts'
import { sendJson, startFakeServer } from '../harness/fake-server.ts'
import { run, startProgram } from '../harness/program.ts'

let database: TestDatabase
let folder: string
let env: Record<string, string>

beforeAll(async () => {
  database = await testDatabase()
  folder = mkdtempSync(join(tmpdir(), 'deal-scout-cli-'))
  env = { ...database.env, DEAL_SCOUT_DATA: join(folder, 'data') }
})

afterAll(async () => {
  await database[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

/** In this process: for what opens nothing. */
async function here(...args: string[]) {
  const texts = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      texts[name] += String(text)
      return true
    })
  }
  try {
    return { code: await runCli(args), ...texts }
  } finally {
    vi.restoreAllMocks()
  }
}

afterEach(() => vi.restoreAllMocks())

const commands = [
  'start', 'deals', 'show', 'value', 'clusters', 'clusters list', 'clusters show', 'clusters merge', 'clusters split',
  'message', 'templates', 'templates list', 'templates add', 'templates show', 'templates remove', 'trends', 'rules', 'rules list', 'rules add', 'rules preview', 'rules import', 'rules show', 'rules remove', 'rules restore', 'scan',
  'mcp', 'why', 'matches', 'dismiss',
  'sources', 'sources list', 'sources show', 'sources add', 'sources try', 'sources remove', 'inbox', 'inbox list', 'inbox show', 'channels', 'channels list', 'channels set',
  'channels test', 'import', 'parse', 'jobs', 'jobs list', 'jobs retry', 'doctor', 'migrate', 'config', 'upgrade-check',
  'audit', 'secrets', 'secrets status', 'secrets rotate', 'secrets remove-old',
  'watch', 'watch list', 'watch add', 'watch set', 'watch show', 'watch remove',
  'settings', 'settings selling', 'settings selling show', 'settings selling set', 'settings selling reset',
  'settings selling fees', 'settings selling fees export', 'settings selling fees import',
] // biome-ignore format: a list of words

describe('help', () => {
  it('every command says what it does, and names each option once', async () => {
    const { stdout: overview, code } = await here('--help')
    expect(code).toBe(0)
    for (const command of commands) {
      expect(overview).toContain(command.split(' ')[0])
      const { code, stdout, stderr } = await here(...command.split(' '), '--help')
      expect({ code, stderr }, command).toEqual({ code: 0, stderr: '' })
      const [usage = '', , description = ''] = stdout.split('\n')
      expect(usage).toMatch(new RegExp(`^Usage: deal-scout ${command} `))
      expect(description, command).toMatch(/^\w.{5,}/)
      const options = stdout.split('\n').flatMap((line) => /^ {2}(?:-\w, )?(--[\w-]+)/.exec(line)?.[1] ?? [])
      expect(new Set(options).size, `${command}: ${options}`).toBe(options.length)
      expect(options).toContain('--json')
      for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThan(130)
    }
  })

  it('nothing at all shows the overview and counts as a mistake', async () => {
    const { code, stderr } = await here()
    expect(code).toBe(2)
    expect(stderr).toContain('Usage: deal-scout')
  })
})

describe('mistakes', () => {
  it('an unknown command, option or missing argument ends with 2 and what was meant', async () => {
    const cases: [args: string, says: RegExp][] = [
      ['strat', /^deal-scout: unknown command 'strat' \(Did you mean start\?\)\. .*--help\n$/],
      ['deals --lmit 3', /unknown option '--lmit' \(Did you mean --limit\?\)/],
      ['rules lst', /"rules lst" is not a command; there are rules list, rules add/],
      ['rules ad "Road bike"', /"rules ad" is not a command/],
      ['sources add', /missing required argument 'marketplace'/],
      ['import', /missing required argument 'files'/],
      ['start now', /too many arguments for 'start'/],
      ['start --role cook', /--role: "cook" is not a role; there are api, worker, scheduler/],
      ['parse gumtree page.html', /no marketplace "gumtree".*craigslist, ebay, .*feed/],
      ['parse feed nope.xml', /nope\.xml/],
      ['deals --limit abc', /--limit: "abc" is not a number/],
      ['deals --max cheap', /--max: "cheap" is not a number such as 49\.50/],
      ['deals --score -5', /--score/],
      ['show abc', /"abc" is not the number of a listing/],
      ['settings buying', /"settings buying" is not a command; there are settings selling/],
      ['settings selling set nowhere.json', /nowhere\.json cannot be read as JSON/],
      ['rules add Bike --max 1.2.3', /--max: "1\.2\.3"/],
      ['rules add Bike --near Boston --radius-km far', /--radius-km: "far"/],
      ['inbox --limit many', /--limit: "many"/],
      ['rules show abc', /"abc" is not an id.*deal-scout rules list/],
      ['rules remove 1e3', /"1e3" is not an id/],
      ['sources remove x', /"x" is not an id.*deal-scout sources list/],
    ]
    for (const [args, says] of cases) {
      const { code, stdout, stderr } = await here(...args.split(' '))
      expect({ code, stdout }, `${args}: ${stderr}`).toEqual({ code: 2, stdout: '' })
      expect(stderr).toMatch(says)
      expect(stderr, args).not.toMatch(/\n {4}at |error: /)

      const json = await here('--json', ...args.split(' '))
      expect(json, args).toMatchObject({ code: 2, stdout: '' })
      expect(JSON.parse(json.stderr)).toMatchObject({
        error: { code: expect.stringMatching(/^[a-z-]+$/), message: expect.any(String) },
      })
    }
  })
})

describe('output', () => {
  it('--json before or after the command gives one JSON value and nothing else', async () => {
    expect(await run(['inbox'], { env, cwd: folder })).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Nothing yet\b/),
      stderr: '',
    })
    const runs = await Promise.all(
      [
        ['--json', 'deals'],
        ['deals', '--json'],
        ['rules', '--json'],
        ['jobs', 'list', '--json'],
      ].map((args) => run(args, { env, cwd: folder })),
    )
    for (const ran of runs) expect(ran, ran.stderr).toMatchObject({ code: 0, stderr: '' })
    const [before, after, rules, jobs] = runs.map(({ stdout }) => JSON.parse(stdout))
    expect(before).toEqual(after)
    expect(before).toEqual({ items: [], next: null, previous: null })
    expect(rules).toEqual([])
    expect(jobs).toMatchObject({ jobs: expect.any(Array), dead: [] })
  })

  it('takes "none" where the help says so, and refuses what is no number', async () => {
    const set = (...flags: string[]) => run(['when', 'set', ...flags, '--json'], { env, cwd: folder })
    const none = await set('--per-hour', 'NONE', '--per-day', 'none', '--urgent', 'none', '--quiet', 'none')
    expect(none).toMatchObject({ code: 0 })
    expect(JSON.parse(none.stdout)).toMatchObject({ perHourMax: null, perDayMax: null })
    const wrong = await set('--per-hour', 'few')
    expect(wrong).toMatchObject({ code: 2 })
    expect(wrong.stderr).toContain('is not a whole number above 0')
  })

  it('a reader that leaves early is no error', async () => {
    const script = `"$0" "$@" | head -c 1 >/dev/null; echo "\${PIPESTATUS[0]}"`
    const ran = execFileSync('bash', ['-c', script, process.execPath, launcher, 'config'], {
      env: { PATH: process.env.PATH, ...env },
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    expect(ran).toBe('0\n')
    const program = startProgram(['deals', '--json'], { env, cwd: folder })
    program.child.stdout!.destroy()
    expect(await program.ended).toMatchObject({ code: 0, stderr: '' })
  })

  it('config needs no database and shows no secret', async () => {
    const { code, stdout, stderr } = await run(['config', '--json'], {
      cwd: folder,
      env: {
        DATABASE_URL: 'postgres://me:hunter22@127.0.0.1:1/none',
        EBAY_CLIENT_SECRET: 'sesame-open',
        DEAL_SCOUT_DATA: join(folder, 'nowhere'),
      },
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).not.toMatch(/hunter22|sesame-open/)
    const shown = JSON.parse(stdout) as { name: string; value: string; origin: string }[]
    expect(shown).toContainEqual(
      expect.objectContaining({ name: 'DATABASE_URL', value: '********', origin: 'environment' }),
    )
    expect(shown).toContainEqual(
      expect.objectContaining({ name: 'DEAL_SCOUT_PORT', value: '3000', origin: 'default' }),
    )
    expect(existsSync(join(folder, 'nowhere'))).toBe(false)
  })
})

const launcher = fileURLToPath(new URL('../../bin/deal-scout.js', import.meta.url))
const fixtures = fileURLToPath(new URL('../../server/marketplaces/', import.meta.url))
const shared = fileURLToPath(new URL('../../../shared/fixtures/', import.meta.url))

describe('parse', () => {
  /** The documented shape. */
  function expectPage(stdout: string): { externalId: string; title: string; priceCents: number | null }[] {
    const page = JSON.parse(stdout) as { outcome: string; listings: never[] }
    expect(page.outcome).toBe('ok')
    expect(page.listings.length).toBeGreaterThan(0)
    for (const listing of page.listings) {
      expect(listing).toMatchObject({
        externalId: expect.stringMatching(/./),
        title: expect.stringMatching(/./),
        url: expect.stringMatching(/^https?:\/\//),
        priceCents: expect.toSatisfy((value) => value === null || Number.isInteger(value)),
        currency: expect.toSatisfy((value) => value === null || /^[A-Z]{3}$/.test(value)),
      })
      const { lat, lon, postedAt, imageUrls } = listing as {
        lat?: number
        lon?: number
        postedAt?: string
        imageUrls?: string[]
      }
      expect(typeof lat).toBe(typeof lon)
      if (postedAt !== undefined) expect(Date.parse(postedAt)).not.toBeNaN()
      for (const url of imageUrls ?? []) expect(url).toMatch(/^https?:\/\//)
    }
    return page.listings
  }

  it('prints what the parser sees, with no configuration, and touches nothing', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'deal-scout-parse-'))
    const options = {
      cwd: empty,
      env: { DATABASE_URL: 'nonsense', DEAL_SCOUT_PORT: 'x', DEAL_SCOUT_TYPO: '1' },
    }
    const files = [
      'craigslist/fixtures/search-new.html',
      'ebay/fixtures/search.json',
      'feed/fixtures/rss.xml',
    ]
    const all = await Promise.all(
      files.map((file) => run(['parse', file.split('/')[0]!, join(fixtures, file)], options)),
    )
    for (const ran of all) {
      expect(ran, ran.stderr).toMatchObject({ code: 0, stderr: '' })
      expectPage(ran.stdout)
    }
    expect(readdirSync(empty)).toEqual([])
    rmSync(empty, { recursive: true })
  })

  it('a page of something else has an outcome that says so', async () => {
    const page = join(folder, 'other.html')
    writeFileSync(page, '<!doctype html><html><body>Some other site</body></html>')
    const { code, stdout } = await here('parse', 'craigslist', page)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'parse-drift',
      reason: expect.any(String),
      listings: [],
    })
  })

  it.skipIf(!existsSync(shared))('reads saved real pages (skipped where there are none)', async () => {
    for (const [marketplace, file] of [
      ['craigslist', 'search_newyork_apa_trimmed_2026-06.html'],
      ['craigslist', 'sapi_search_full_cta_2026-10.transcribed.json'],
      ['ebay', 'browse_search_iphone_best_match_12.json'],
      ['ebay', 'fs2_search-success-response.json'],
    ] as const) {
      const { code, stdout, stderr } = await here('parse', marketplace, join(shared, marketplace, file))
      expect({ code, stderr }, file).toEqual({ code: 0, stderr: '' })
      expectPage(stdout)
    }
  })
})

const oldNode = [...new Set((process.env.PATH ?? '').split(':').concat('/usr/bin', '/usr/local/bin'))]
  .map((path) => join(path, 'node'))
  .filter(existsSync)
  .find((node) => Number(execFileSync(node, ['--version'], { encoding: 'utf8' }).slice(1).split('.')[0]) < 24)

it.skipIf(oldNode === undefined)(
  'an older Node starts it from anywhere (skipped where there is none)',
  async () => {
    const ran = await run(['--version'], { node: oldNode!, cwd: '/' })
    expect(ran).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  },
)

describe('a look where Deal Scout was never started', () => {
  const looks = ['deals', 'inbox', 'doctor', 'sources', 'rules', 'jobs', 'value desk', 'migrate --status']

  it('says what to do and leaves the folder as it was', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'deal-scout-look-'))
    try {
      for (const look of looks) {
        const ran = await run(look.split(' '), { cwd: empty })
        expect(ran, look).toMatchObject({ code: 2, stdout: '' })
        expect(ran.stderr).toBe(
          `deal-scout: Nothing is here yet: there is no data of Deal Scout in ${join(empty, 'data')}. Start it: npm start. If it runs already, go to its folder or set DEAL_SCOUT_DATA to its data folder.\n`,
        )
      }
      expect(readdirSync(empty)).toEqual([])
    } finally {
      rmSync(empty, { recursive: true })
    }
  })

  it('makes no table in a database, and what may come first does', async () => {
    await using blank = await testDatabase({ empty: true })
    const own = { env: { ...env, ...blank.env }, cwd: folder }
    const tables = async () => {
      const { rows } = await blank.db.query("SELECT FROM pg_tables WHERE schemaname IN ('public', 'pgboss')")
      return rows.length
    }
    for (const look of ['doctor', 'deals --json']) {
      const ran = await run(look.split(' '), own)
      expect(ran, look).toMatchObject({ code: 2, stdout: '' })
      expect(ran.stderr).toMatch(/Nothing is here yet: Deal Scout was never started on this database\./)
    }
    expect(await tables()).toBe(0)
    expect(await run(['rules', 'add', 'Desk', '--all', 'desk'], own)).toMatchObject({ code: 0 })
    expect(await tables()).toBeGreaterThan(20)
    expect(await run(['doctor'], own)).toMatchObject({ code: 0 })
  })
})

describe('doctor', () => {
  it('does not count what the demo pretends among what is wrong', async () => {
    await using test = await testApp()
    const { app } = test
    await test.app.db.query(
      `INSERT INTO sources (user_id, marketplace, name, settings, demo, enabled, browse, interval_ms, created_at, blind_since, last_outcome)
       VALUES ($1, 'ebay', 'Demo eBay', $2, true, true, true, 15000, now(), now(), 'blocked')`,
      [app.owner, app.sources.secrets.seal('{"site":"EBAY_US"}', settingsContext)],
    )
    const [sources] = await runChecks(
      installationChecks({
        ...app.sources,
        unencrypted: [],
        dataDir: app.config.dataDir,
        userId: app.owner,
      }).filter(({ name }) => name === 'sources'),
    )
    expect(sources).toMatchObject({
      ok: true,
      detail: "Demo eBay (DEMO) fails for a while, as the demo's sites do",
    })
  })

  it('tells what is well, and what to do next', async () => {
    const ran = await run(['doctor'], { env, cwd: folder })
    expect(ran.code).toBe(0)
    expect(ran.stdout).toMatch(/^ok {3}database: PostgreSQL \d+/m)
    expect(ran.stdout).toMatch(/^ok {3}data folder: .+ can be written$/m)
    expect(ran.stdout).toMatch(/^ok {3}channels: ready: inbox; not set up: /m)
    expect(ran.stdout).toMatch(/^ok {3}sources: none is connected yet: connect one under/m)
    expect(ran.stderr).toBe('')
    expect(readdirSync(env.DEAL_SCOUT_DATA!)).toEqual(['secret-key'])
  })

  it('sees a source with an outage, a channel that rules need but that is not set up, and a key that does not fit', async () => {
    await using site = await startFakeServer((_, response) => sendJson(response, 500, {}))
    await using test = await testApp({ roles: ['api'], env: { FEED_ALLOW_PRIVATE_NETWORK: 'true' } })
    const { app } = test
    const checks = (over: object = {}) =>
      runChecks(
        installationChecks({
          ...app.sources,
          unencrypted: [],
          dataDir: app.config.dataDir,
          userId: app.owner,
          ...over,
        }),
      )
    const byName = async (over: object = {}) =>
      Object.fromEntries((await checks(over)).map(({ name, ...rest }) => [name, rest]))
    await test.call('POST', '/api/sources', {
      marketplace: 'feed',
      name: 'My feed',
      settings: { url: `${site.baseUrl}/x.xml` },
      try: false,
    })
    await saveChannel(app.notify, app.owner, 'discord', {
      settings: { webhookUrl: 'https://discord.com/api/webhooks/1/abc' },
      enabled: false,
    })
    await createRule(app.rules, app.owner, ruleInput({ channels: ['inbox', 'discord'] }))
    expect(await byName()).toMatchObject({
      'secret key': { ok: true },
      sources: { ok: true, detail: 'My feed waiting' },
      channels: {
        ok: false,
        detail: expect.stringContaining('rules notify through discord, which is not ready'),
      },
    })
    await app.sources.runDue()
    expect((await byName()).sources).toMatchObject({
      ok: false,
      detail: expect.stringMatching(/^My feed has an outage: Nothing seen since/),
    })
    const closed = await byName({ secrets: createSecrets({ keys: [randomBytes(32)] }) })
    expect(closed).toMatchObject({
      'secret key': {
        ok: false,
        detail: expect.stringMatching(/source My feed, channel Discord.*secret-key/),
      },
      sources: {
        ok: false,
        detail: expect.stringMatching(/My feed is off: Its settings cannot be opened\. .*key/),
      },
      channels: { ok: false, detail: expect.stringContaining('discord, which is not ready') },
    })
    expect((await byName({ dataDir: join(folder, 'gone') }))['data folder']).toMatchObject({
      ok: false,
      detail: expect.stringContaining('DEAL_SCOUT_DATA'),
    })
  })
})
