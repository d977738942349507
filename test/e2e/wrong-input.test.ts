import {
  chmodSync,
  chownSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blockedAt } from '../../server/core/postgres/embedded-postgres-errors.ts'
import { type TestApp, testApp, until } from '../harness/app.ts'
import { type TestDatabase, testDatabase } from '../harness/database.ts'
import { type ProgramOptions, type Ran, run, startProgram } from '../harness/program.ts'

let database: TestDatabase
let folder: string
let env: Record<string, string>

beforeAll(async () => {
  database = await testDatabase()
  folder = mkdtempSync(join(tmpdir(), 'deal-scout-wrong-'))
  chmodSync(folder, 0o777)
  env = {
    ...database.env,
    DEAL_SCOUT_DATA: join(folder, 'data'),
    DEAL_SCOUT_PORT: '0',
    // That a busy machine is slow is said beside the sentence that is looked for.
    DATABASE_SLOW_MS: '0',
  }
})

afterAll(async () => {
  await database[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

type Body = NonNullable<RequestInit['body']>

interface Summary {
  rows: number
  added: number
  changed: number
  unchanged: number
  rejected: number
  problems: { problem: string; rows: number }[]
  incomplete: string | null
  rejectsFile: string | null
  rejectsProblem: string | null
}

const importJson = async (file: string, flags: string[] = [], options: ProgramOptions = {}) => {
  const ran = await run(['import', file, '--json', ...flags], { env, cwd: folder, ...options })
  return { ...ran, summary: (ran.stdout === '' ? null : JSON.parse(ran.stdout)) as Summary }
}

function write(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content)
  return name
}

const rowsOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { line: number; problems: string[]; raw: string })

async function stored(like: string) {
  const { rows } = await database.db.query<{
    id: string
    title: string
    cents: number | null
    currency: string | null
    posted: Date | null
  }>(
    `SELECT external_id AS id, title, price_cents AS cents, currency, posted_at AS posted
     FROM listings WHERE external_id LIKE $1 ORDER BY external_id COLLATE "C"`,
    [like],
  )
  return rows
}

/** What a person reads: whole sentences that say what to do, no stack. */
function expectSentence(text: string): void {
  expect(text).toMatch(/^deal-scout: .+\.\n$/s)
  expect(text).not.toMatch(/\n {4}at |\.\.|undefined|\[object/)
}

describe('rows', () => {
  it('1 % broken rows cost themselves and nothing else; importing again changes nothing', async () => {
    const lines = Array.from({ length: 1000 }, (_, i) => {
      if (i % 100 !== 50) return `eBay,one-${String(i).padStart(3, '0')},Thing ${i},$${i + 1}.50`
      return [
        'eBay,broken',
        'eBay,,No id at all,$5',
        `eBay,x${i},,$5`,
        `eBay,x${i},Bad price,-5`,
        `eBay,x${i},"Never closed,$5`,
      ][((i / 100) % 5) | 0]!
    })
    const file = write('one-percent.csv', `source,id,title,price\n${lines.join('\n')}\n`)
    const first = await importJson(file)
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.summary).toMatchObject({ rows: 1000, added: 990, rejected: 10, incomplete: null })
    expect(first.summary.problems.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThanOrEqual(10)
    const rejects = rowsOf(first.summary.rejectsFile!)
    expect(rejects.map(({ line }) => line)).toEqual(Array.from({ length: 10 }, (_, i) => i * 100 + 52))
    expect(rejects.every(({ problems, raw }) => problems.length > 0 && raw.length > 0)).toBe(true)
    expect(await stored('one-%')).toHaveLength(990)

    const again = await importJson(file)
    expect(again).toMatchObject({ code: 0, summary: { added: 0, changed: 0, unchanged: 990, rejected: 10 } })
    const text = await run(['import', file], { env, cwd: folder })
    expect(text.stdout).toMatch(
      /^1000 rows: 0 new, 0 changed, 990 already known, 10 rejected; 0 new matches\.\n {2}\d+ × .+\nEach rejected row and what was wrong with it: \/.+one-percent\.csv\.rejects\.jsonl\n$/s,
    )
  })

  it('unusual prices, titles and dates are read as they are meant, or refused with the reason', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    const file = write(
      'unusual.jsonl',
      [
        { id: 'odd-1', title: 'Ten million', price: '£10,000,000' },
        { id: 'odd-2', title: 'Exponent', price: '$1.2e3' },
        { id: 'odd-3', title: 'Given away', price: 'free', currency: 'USD' },
        { id: 'odd-4', title: 'European', price: '1.234,50 €' },
        { id: 'odd-5', title: '🚲 Fahrrad 👩‍👩‍👧 🔥', price: '$20' },
        { id: 'odd-6', title: 'From tomorrow', price: '$20', posted: tomorrow },
        { id: 'odd-7', title: 'Infinite', price: '$1e999' },
        { id: 'odd-8', title: 'Half a pair \ud83d', price: '$20' },
        { id: 'odd-9', title: 'Nul\u0000 and \u202e turned', price: '$20' },
      ]
        .map((row) => JSON.stringify({ source: 'eBay', ...row }))
        .join('\n'),
    )
    const { code, summary } = await importJson(file)
    expect({ code, ...summary }).toMatchObject({ code: 0, rows: 9, added: 8, rejected: 1 })
    expect(rowsOf(summary.rejectsFile!)).toMatchObject([
      { line: 7, problems: [expect.stringContaining('1e999')] },
    ])
    const rows = await stored('odd-%')
    expect(rows.map(({ id, cents, currency }) => [id, cents, currency])).toEqual([
      ['odd-1', 1_000_000_000, 'GBP'],
      ['odd-2', 120_000, 'USD'],
      ['odd-3', 0, 'USD'],
      ['odd-4', 123_450, 'EUR'],
      ['odd-5', 2000, 'USD'],
      ['odd-6', 2000, 'USD'],
      ['odd-8', 2000, 'USD'],
      ['odd-9', 2000, 'USD'],
    ])
    expect(rows[4]!.title).toBe('🚲 Fahrrad 👩‍👩‍👧 🔥')
    expect(rows[5]!.posted!.getTime()).toBeLessThanOrEqual(Date.now())
    expect(rows[7]!.title).not.toContain('\u0000')
    expect((await importJson(file)).summary).toMatchObject({ added: 0, changed: 0, rejected: 1 })
  })

  it('a file of which no row can be used says so, with the reason', async () => {
    const file = write('no-currency.csv', 'id,title,price\n1,Desk,5\n2,Chair,6\n')
    const ran = await run(['import', file], { env, cwd: folder })
    expect(ran.code).toBe(2)
    expect(ran.stdout).toContain('2 × currency: missing')
    expectSentence(ran.stderr)
    expect((await importJson(file, ['--currency', 'EUR'])).summary).toMatchObject({ added: 2, rejected: 0 })
  })

  it('of several files, one that cannot be read does not keep the others out', async () => {
    const good = write('good.csv', 'id,title,price\ngood-1,Desk,$5\n')
    const bad = write('bad.csv', '')
    const ran = await run(['import', bad, good, join(folder, 'missing.csv')], { env, cwd: folder })
    expect(ran.code).toBe(2)
    expect(ran.stdout).toMatch(/good\.csv: 1 rows: 1 new/)
    expect(ran.stderr).toMatch(/empty/)
    expect(ran.stderr).toMatch(/missing\.csv/)
  })
})

describe('files', () => {
  it('what is no list of listings is refused with what it is and what to do', async () => {
    mkdirSync(join(folder, 'a-folder'))
    const html = write('page.html', '<!DOCTYPE html><html><body><h1>Another site</h1></body></html>')
    const cases: [args: string[], says: RegExp][] = [
      [[write('empty.csv', '')], /empty/],
      [['a-folder'], /a-folder is a folder: name a file in it/],
      [['nope.csv'], /There is no file nope\.csv in \//],
      [[html], /web page.*--marketplace/],
      [
        [html, '--marketplace', 'craigslist'],
        /was not read as a page of craigslist: .+ Save a page of its search results/,
      ],
      [[html, '--marketplace', 'gumtree'], /no marketplace "gumtree".*craigslist, ebay, .*feed/],
      [[write('book.xlsx', Buffer.from('PK\u0003\u0004abc'))], /spreadsheet.*CSV/],
    ]
    for (const batch of [cases.slice(0, 4), cases.slice(4)]) {
      const all = await Promise.all(batch.map(([args]) => run(['import', ...args], { env, cwd: folder })))
      for (const [i, ran] of all.entries()) {
        expect(ran, ran.stderr).toMatchObject({ code: 2, stdout: '' })
        expect(ran.stderr).toMatch(batch[i]![1])
        expectSentence(ran.stderr)
      }
    }
    expect(readdirSync(folder).filter((name) => name.includes('.rejects'))).not.toContainEqual(
      expect.stringMatching(/empty|page|book/),
    )
  })

  it('a truncated gzip is taken in up to the cut and never passes for the whole; the whole file completes it', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) =>
      JSON.stringify({ source: 'eBay', id: `cut-${i}`, title: `Thing ${i} ${i ** 3}`, price: `$${i + 1}` }),
    )
    const whole = gzipSync(rows.join('\n'))
    const file = write('cut.jsonl.gz', whole.subarray(0, whole.length >> 1))
    const cut = await importJson(file)
    expect(cut.code).toBe(2)
    expect(JSON.parse(cut.stderr)).toMatchObject({
      error: { code: 'bad-input', message: expect.stringContaining('NOT COMPLETE') },
    })
    expect(cut.summary.incomplete).toContain('cut off')
    expect(cut.summary.added).toBeGreaterThan(100)
    expect(cut.summary.added).toBeLessThan(3000)
    write('cut.jsonl.gz', whole)
    const after = await importJson(file)
    expect(after).toMatchObject({
      code: 0,
      summary: { added: 3000 - cut.summary.added, unchanged: cut.summary.added, incomplete: null },
    })
  })

  it('a file of 200 MB is taken in with bounded memory, and once', async () => {
    const rows = 10_000
    const text = 'solid oak, a few scratches, from a smoke-free home; '.repeat(400)
    const path = join(folder, 'large.csv')
    await pipeline(
      Readable.from(
        (function* () {
          yield 'source,id,title,price,description\n'
          for (let i = 0; i < rows; i++) yield `eBay,large-${i},Large thing ${i % 500},$${i + 1},"${text}"\n`
        })(),
      ),
      createWriteStream(path),
    )
    await using program = startProgram(['import', path, '--json'], { env, cwd: folder, timeoutMs: 100_000 })
    let peakKb = 0
    const look = () => {
      try {
        const status = readFileSync(`/proc/${program.pid()}/status`, 'utf8')
        peakKb = Math.max(peakKb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
      } catch {
        // Not started yet, or gone.
      }
    }
    const timer = setInterval(look, 200)
    const ran = await program.ended
    clearInterval(timer)
    rmSync(path)
    process.stderr.write(
      `200 MB: ${(ran.ms / 1000).toFixed(1)} s, ${Math.round(peakKb / 1024)} MiB at most\n`,
    )
    expect(ran).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(ran.stdout)).toMatchObject({ rows, added: rows, rejected: 0, incomplete: null })
    // The import itself, and the comparables and things that its rows become.
    if (peakKb > 0) expect(peakKb / 1024).toBeLessThan(1000)
  })

  it('Ctrl-C ends an import in order: what was read is kept, and the same command goes on from there', async () => {
    const rows = 12_000
    const file = write(
      'stopped.csv',
      `source,id,title,price\n${Array.from({ length: rows }, (_, i) => `eBay,stopped-${i},Stopped thing ${i},$${i + 1}`).join('\n')}\n`,
    )
    await using program = startProgram(['import', file, '--json'], { env, cwd: folder })
    await until(async () => (await stored('stopped-%')).length > 0, 30_000)
    process.kill(-program.child.pid!, 'SIGINT')
    const stopped = await program.ended
    expect(stopped.code).toBe(130)
    expect(JSON.parse(stopped.stderr)).toMatchObject({
      error: { code: 'interrupted', message: expect.stringContaining('to go on') },
    })
    const { added } = JSON.parse(stopped.stdout) as Summary
    expect(added).toBe((await stored('stopped-%')).length)
    expect(added).toBeLessThan(rows)
    const after = await importJson(file)
    expect(after).toMatchObject({
      code: 0,
      summary: { added: rows - added, unchanged: added, incomplete: null },
    })
  })
})

/** Root may write everywhere, so the test is another user; who must be able to reach this program. */
const isKeptOut =
  process.getuid?.() === 0 && (await blockedAt(import.meta.dirname, { uid: 65_534, gid: 65_534 })) !== null

describe('the rejects file', () => {
  const bad = (count: number, prefix: string) =>
    `source,id,title,price\neBay,${prefix}-good,Good one,$5\n${Array.from({ length: count }, (_, i) => `eBay,${prefix}-${i},${'long title '.repeat(20)},-5`).join('\n')}\n`
  const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {}

  it.skipIf(isKeptOut)(
    'goes to the working folder when the folder of the file is not ours to write',
    async () => {
      const work = join(folder, 'work')
      for (const path of [work, join(folder, 'theirs')]) mkdirSync(path)
      if (nobody.uid !== undefined) chownSync(work, nobody.uid, nobody.uid)
      const file = write('theirs/listings.csv', bad(2, 'theirs'))
      chmodSync(join(folder, 'theirs'), 0o555)
      const ran = await importJson(join(folder, file), [], {
        ...nobody,
        cwd: work,
        env: { ...env, DEAL_SCOUT_DATA: join(work, 'data') },
      })
      expect(ran, ran.stderr).toMatchObject({ code: 0, summary: { added: 1, rejected: 2 } })
      expect(ran.summary.rejectsFile).toBe(join(work, 'listings.csv.rejects.jsonl'))
      expect(rowsOf(ran.summary.rejectsFile!)).toHaveLength(2)
    },
  )

  it('is given up when its disk is full; the import is not', async () => {
    const file = write('full.csv', bad(5000, 'full'))
    const ran = await importJson(file, [], { before: 'ulimit -f 64;' })
    expect(ran.summary).toMatchObject({
      rows: 5001,
      added: 1,
      rejected: 5000,
      rejectsFile: null,
      rejectsProblem: expect.stringContaining('full.csv.rejects.jsonl'),
    })
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.stderr)).toMatchObject({
      error: { code: 'rejects-not-written', message: expect.stringContaining('are taken in') },
    })
    expect(readdirSync(folder).filter((name) => name.startsWith('full.csv.rejects'))).toEqual([])
  })
})

describe('the installation', () => {
  it('a wrong DATABASE_URL is named with what to do about it, before anything is done', async () => {
    const good = new URL(database.connectionString)
    const changed = (change: (url: URL) => void) => {
      const url = new URL(good)
      change(url)
      return url.href
    }
    const cases: [url: string, code: number, says: RegExp][] = [
      ['localhost/deals', 2, /DATABASE_URL: its value is not a URL/],
      ['mysql://localhost/deals', 2, /DATABASE_URL: its value is not a URL that starts with postgres/],
      [
        changed((url) => {
          url.port = '1'
        }),
        1,
        /Nothing answered there.*is PostgreSQL running/,
      ],
      [
        changed((url) => {
          url.hostname = 'no-such-host.invalid'
        }),
        1,
        /host name is unknown/,
      ],
      [
        changed((url) => {
          url.pathname = '/no_such_database'
        }),
        1,
        /does not exist: create it/,
      ],
    ]
    const all = await Promise.all(
      cases.map(([DATABASE_URL]) =>
        run(['deals'], { cwd: folder, env: { ...env, DATABASE_URL, DATABASE_WAIT_MS: '200' } }),
      ),
    )
    for (const [i, ran] of all.entries()) {
      expect(ran, ran.stderr).toMatchObject({ code: cases[i]![1], stdout: '' })
      expect(ran.stderr).toMatch(cases[i]![2])
      expect(ran.stderr).not.toMatch(/\n {4}at /)
      if (good.password !== '') expect(ran.stderr).not.toContain(good.password)
    }
  })

  it('a port in use ends the start, with nothing left running', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    try {
      const ran = await run(['start'], {
        cwd: folder,
        env: { ...env, DEAL_SCOUT_PORT: String(port), DEAL_SCOUT_DEMO: 'off' },
        timeoutMs: 60_000,
      })
      expect(ran.code).toBe(1)
      expect(ran.stderr).toContain(`deal-scout: Port ${port} on 127.0.0.1 is in use`)
      expect(ran.stderr).toContain(`DEAL_SCOUT_PORT=${port + 1}`)
    } finally {
      other.close()
    }
  })

  it('a data folder that cannot be made is named', async () => {
    const file = write('a-file', 'not a folder')
    const ran = await run(['deals'], {
      cwd: folder,
      env: { ...env, DEAL_SCOUT_DATA: join(folder, file, 'data') },
    })
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toContain(join(folder, file))
    expect(ran.stderr).not.toMatch(/\n {4}at |unexpected/)
  })
})

describe('POST /api/imports', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await testApp({ roles: ['api'] })
  })
  afterAll(() => test[Symbol.asyncDispose]())

  const post = async (body: Body, query = '', headers: Record<string, string> = {}) => {
    const answer = await fetch(`${test.address}/api/imports${query}`, { method: 'POST', body, headers })
    return {
      status: answer.status,
      body: (await answer.json()) as Summary & {
        rejects: { line: number }[]
        code: string
        detail: string
        fields?: object
      },
    }
  }
  const form = (content: string | Uint8Array<ArrayBuffer>, name: string) => {
    const data = new FormData()
    data.append('file', new Blob([content]), name)
    return data
  }

  it('takes in good rows and answers with what was wrong with the others; again it changes nothing', async () => {
    const csv = 'id,title,price\n1,Desk,$5\n2,Chair,-6\n3,,\n4,🪑,free\n5,Bench,"1.234,50 €"\n'
    const first = await post(form(csv, 'list.csv'), '?source=my-shop&currency=USD')
    expect(first).toMatchObject({ status: 200, body: { rows: 5, added: 3, rejected: 2, incomplete: null } })
    expect(first.body.rejects.map(({ line }) => line)).toEqual([3, 4])
    expect((await post(form(csv, 'list.csv'), '?source=my-shop&currency=USD')).body).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 3,
    })
  })

  it('says what is wrong with a request that holds no list', async () => {
    const partHead = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    const cases: [body: Body, status: number, says: RegExp, headers?: Record<string, string>][] = [
      ['id,title\n1,Desk\n', 415, /multipart\/form-data/, { 'content-type': 'text/csv' }],
      ['{}', 415, /multipart\/form-data/, { 'content-type': 'application/json' }],
      [new FormData(), 422, /multipart\/form-data/],
      [form('', 'empty.csv'), 422, /empty/],
      [form('<!doctype html><html>', 'page.csv'), 422, /web page/],
      [
        '--x\r\nbroken',
        422,
        /upload is broken.*again/,
        { 'content-type': 'multipart/form-data; boundary=x' },
      ],
      [
        `${partHead}id,title\n1,De`,
        422,
        /upload is broken.*again/,
        { 'content-type': 'multipart/form-data; boundary=x' },
      ],
      ['', 422, /upload is broken/, { 'content-type': 'multipart/form-data' }],
    ]
    for (const [body, status, says, headers] of cases) {
      const answer = await post(body, '', headers)
      expect(answer.body.detail, JSON.stringify(answer.body)).toMatch(says)
      expect(answer.status, JSON.stringify(answer.body)).toBe(status)
    }
    expect((await post(form('id,title\n', 'x.csv'), '?source=My%20Shop')).status).toBe(422)
  })

  it('a refusal does not wait for the rest of a large page', async () => {
    const page = Buffer.alloc(64 * 1024 * 1024, ' ')
    page.write('<!doctype html><html>')
    expect(await post(form(page, 'page.html'))).toMatchObject({ status: 422 })
    expect((await fetch(`${test.address}/livez`)).status).toBe(200)
  })

  it('a truncated gzip and a broken upload are never taken for the whole', async () => {
    const rows = Array.from({ length: 500 }, (_, i) =>
      JSON.stringify({ source: 'eBay', id: `up-${i}`, title: `Thing ${i ** 3}`, price: `$${i + 1}` }),
    )
    const whole = gzipSync(rows.join('\n'))
    const cut = await post(form(new Uint8Array(whole.subarray(0, whole.length >> 1)), 'x.jsonl.gz'))
    expect(cut).toMatchObject({ status: 200, body: { incomplete: expect.stringContaining('cut off') } })

    const abort = new AbortController()
    const slow = new ReadableStream({
      async pull(controller) {
        controller.enqueue(
          Buffer.from(
            `--x\r\ncontent-disposition: form-data; name="file"; filename="a.jsonl"\r\n\r\n${rows.slice(0, 100).join('\n')}\n`,
          ),
        )
        await new Promise((resolve) => setTimeout(resolve, 100))
        abort.abort()
      },
    })
    await expect(
      fetch(`${test.address}/api/imports`, {
        method: 'POST',
        body: slow,
        signal: abort.signal,
        duplex: 'half',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      } as RequestInit),
    ).rejects.toThrow()
    expect(await post(form(new Uint8Array(whole), 'x.jsonl.gz'))).toMatchObject({
      status: 200,
      body: { incomplete: null, rejected: 0 },
    })
    const { rows: found } = await test.database.db.query(
      `SELECT 1 FROM listings WHERE external_id LIKE 'up-%'`,
    )
    expect(found).toHaveLength(500)
  })

  it('what is beyond 512 MiB is cut, and the answer says so', async () => {
    const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="huge.csv"\r\n\r\nsource,id,title,price\neBay,huge-1,Before the flood,$5\neBay,huge-2,"`
    const mebibyte = Buffer.alloc(1024 * 1024, 'a')
    let sent = 0
    const huge = new ReadableStream({
      pull(controller) {
        if (sent === 0) controller.enqueue(Buffer.from(head))
        else if (sent <= 520) controller.enqueue(mebibyte)
        else {
          controller.enqueue(Buffer.from('\r\n--x--\r\n'))
          controller.close()
        }
        sent++
      },
    })
    const answer = await fetch(`${test.address}/api/imports`, {
      method: 'POST',
      body: huge,
      duplex: 'half',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    } as RequestInit)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ added: 1, incomplete: expect.stringContaining('512 MiB') })
  })
})

const fixtures = fileURLToPath(new URL('../../server/marketplaces/', import.meta.url))

it('a saved page of a known marketplace is taken in as its listings', async () => {
  const page = join(fixtures, 'craigslist/fixtures/search-new.html')
  const copy = write('saved.html', readFileSync(page))
  const first = await importJson(copy, ['--marketplace', 'craigslist'])
  expect(first.code, first.stderr).toBe(0)
  expect(first.summary.added).toBeGreaterThan(0)
  const again: Ran & { summary: Summary } = await importJson(copy, ['--marketplace', 'craigslist'])
  expect(again.summary).toMatchObject({ added: 0, changed: 0, unchanged: first.summary.added })
})
