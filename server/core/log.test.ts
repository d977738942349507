import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'

const dir = mkdtempSync(join(tmpdir(), 'deal-scout-log-'))
afterAll(() => rmSync(dir, { recursive: true }))
let count = 0

/** What a process writes to stderr that makes a log with these options and runs `code` with it. */
function logged(options: object, code: string): string {
  const script = join(dir, `${++count}.ts`)
  writeFileSync(
    script,
    `import { createLog } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'log.ts')).href)}
     const log = createLog(${JSON.stringify({ level: 'info', format: 'json', isTerminal: false, secrets: [], ...options })})
     ${code}`,
  )
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
  return stderr
}

describe('the log', () => {
  it('masks every secret in every line, in each of its spellings, as JSON and for people', () => {
    const secrets = [
      'postgres://me:p%40ss%2Fword@db.example/x',
      'quo"te\\d',
      'abc',
      'long-key',
      'long-key-longer',
    ]
    for (const format of ['json', 'pretty']) {
      const text = logged(
        { secrets, format },
        `log.info({ deep: { er: { text: 'x p@ss/word y' } } }, 'to postgres://me:p%40ss%2Fword@db.example/x')
         log.error({ err: new Error('bad quo"te\\\\d here', { cause: new Error('p%40ss%2Fword') }) }, 'failed')
         log.child({ key: 'long-key-longer' }).warn('abc %s', encodeURIComponent('quo"te\\\\d'))`,
      )
      expect(text.split('\n').filter(Boolean).length).toBeGreaterThanOrEqual(3)
      expect(text).not.toMatch(/p@ss|p%40ss|quo"te|quo\\"te|quo%22te|long-key|longer/)
      expect(text).toContain('********')
      expect(text).toContain('abc')
    }
  })

  it('for people has nothing of what others wrote that a terminal obeys, nor a line that looks like one of ours', () => {
    const hostile =
      '\\u001b[2J\\u009b1m\\u001b]8;;https://evil.example\\u0007x\\r\\u202eabc\\u200b\\n[12:00:00] INFO: faked'
    const text = logged(
      { format: 'pretty' },
      `log.info({ rules: ['${hostile}'], deep: { url: '${hostile}' } }, 'match: ${hostile}')
       log.warn({ err: new Error('${hostile}') }, 'failed')`,
    )
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}|\u200b/u)
    expect(text).toContain('https://evil.example')
    expect(text.split('\n')[0]).toMatch(/INFO: match: .*faked/)
    expect(text.split('\n')[1]).toMatch(/WARN.*: failed/)
  })

  it('masks what carries the name of a secret, in the top and within', () => {
    const text = logged(
      {},
      `log.info({ password: 'hunter2', config: { token: 'hunter2', shop: { clientSecret: 'hunter2', apiKey: 'hunter2' } },
         req: { headers: { authorization: 'hunter2', cookie: 'hunter2', accept: 'shown' } }, webhookUrl: 'hunter2' }, 'x')`,
    )
    expect(text).not.toContain('hunter2')
    expect(JSON.parse(text)).toMatchObject({
      msg: 'x',
      password: '********',
      req: { headers: { accept: 'shown' } },
    })
  })

  it('writes one JSON object a line with the time, and nothing below its level', () => {
    const lines = logged(
      { level: 'warn' },
      `log.info('no'); log.warn({ job: 'a' }, 'two\\nlines'); log.child({ id: 7 }).error('three')`,
    )
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toEqual([
      { level: 40, time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), job: 'a', msg: 'two\nlines' },
      { level: 50, time: expect.any(String), id: 7, msg: 'three' },
    ])
  })

  it('is one readable line per message on a terminal, with colours only there', () => {
    const code = `log.info({ price: '$40.00', at: 'ebay' }, 'deal 92: Road bike')`
    const plain = logged({ format: 'pretty' }, code)
    expect(plain).toMatch(
      /^\[\d\d:\d\d:\d\d\] INFO: deal 92: Road bike \{"price":"\$40\.00","at":"ebay"\}\n$/,
    )
    const colourful = logged({ format: 'auto', isTerminal: true }, code)
    expect(colourful).not.toBe(plain)
    expect(stripVTControlCharacters(colourful).slice(10)).toBe(plain.slice(10))
  })
})
