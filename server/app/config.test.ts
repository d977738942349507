import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { OptionSpec } from '../core/options.ts'
import { loadAllAdapters } from './adapters.ts'
import { configMarkdown, envExample, shownValue } from './config/config-docs.ts'
import { coreOptions } from './config/config-options.ts'
import { type Config, loadConfig } from './config.ts'

const base = mkdtempSync(join(tmpdir(), 'deal-scout-config-'))
let cwd: string
let count = 0
beforeEach(() => {
  cwd = join(base, String(++count))
  mkdirSync(cwd)
})
afterAll(() => rmSync(base, { recursive: true }))

const file = (name: string, text: string) => writeFileSync(join(cwd, name), text)
const load = (env: Record<string, string> = {}, adapterOptions: OptionSpec[] = []): Config =>
  loadConfig({ env, cwd, adapterOptions })

/** The lines of the one message, without its head and foot. */
function problems(env: Record<string, string>, adapterOptions: OptionSpec[] = []): string[] {
  try {
    load(env, adapterOptions)
    return []
  } catch (error) {
    expect(error).toMatchObject({ code: 'bad-config', exitCode: 2 })
    return (error as Error).message
      .split('\n')
      .filter((line) => line.startsWith('  - '))
      .map((line) => line.slice(4))
  }
}

describe('values', () => {
  it('are the defaults where nothing is set, with paths counted from the working folder', () => {
    const config = load()
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      demo: 'auto',
      roles: ['api', 'worker', 'scheduler'],
    })
    expect(config.dataDir).toBe(join(cwd, 'data'))
    expect(config.databaseUrl).toBeUndefined()
    expect(config.entries.every(({ origin }) => origin === 'default')).toBe(true)
  })

  it('come from the environment before .env, whichever form they have; empty is not set', () => {
    file(
      '.env',
      'DEAL_SCOUT_PORT=4000\nDEAL_SCOUT_HOME="94110"\nDATABASE_POOL_SIZE=7\nDEAL_SCOUT_LOG_LEVEL=debug\n',
    )
    file('size', '9\n')
    const config = load({
      DEAL_SCOUT_PORT: '5000',
      DATABASE_POOL_SIZE_FILE: 'size',
      DEAL_SCOUT_LOG_LEVEL: ' ',
    })
    expect(config).toMatchObject({ port: 5000, home: '94110', databasePoolSize: 9, logLevel: 'debug' })
    const origins = Object.fromEntries(config.entries.map(({ spec, origin }) => [spec.env, origin]))
    expect(origins).toMatchObject({
      DEAL_SCOUT_PORT: 'environment',
      DEAL_SCOUT_HOME: '.env',
      DATABASE_POOL_SIZE: 'file',
      DEAL_SCOUT_HOST: 'default',
    })
  })

  it('come from a file without the line end and the byte order mark that editors add', () => {
    file('keys', '\uFEFFone,two\r\n\n')
    expect(load({ DEAL_SCOUT_SECRET_KEYS_FILE: 'keys' }).secretKeys).toEqual(['one', 'two'])
  })

  it('of adapters stand by their name in the environment', () => {
    const options: OptionSpec[] = [
      { env: 'SHOP_ON', type: 'boolean', doc: 'x' },
      { env: 'SHOP_OFF', type: 'boolean', doc: 'x' },
      { env: 'SHOP_UNSET', type: 'string', doc: 'x' },
      { env: 'SHOP_DEFAULT', type: 'integer', default: 3, doc: 'x' },
    ]
    expect(load({ SHOP_ON: 'Yes', SHOP_OFF: '0' }, options).adapters).toEqual({
      SHOP_ON: true,
      SHOP_OFF: false,
      SHOP_UNSET: undefined,
      SHOP_DEFAULT: 3,
    })
  })

  it.each<[OptionSpec['type'], Partial<OptionSpec>, string, unknown]>([
    ['string', {}, ' a b ', 'a b'],
    ['integer', { min: -5, max: 5 }, '-5', -5],
    ['boolean', {}, 'on', true],
    ['enum', { values: ['a', 'b'] }, 'b', 'b'],
    ['list', {}, 'a, b', ['a', 'b']],
    ['list', { values: ['a', 'b'] }, 'b', ['b']],
    ['url', { protocols: ['http', 'https'] }, 'HTTPS://x.example/path/', 'HTTPS://x.example/path'],
    ['url', {}, 'any://x', 'any://x'],
  ])('of type %s %j take %j', (type, more, text, value) => {
    expect(load({ X: text }, [{ env: 'X', type, doc: 'x', ...more }]).adapters.X).toEqual(value)
  })

  it.each<[OptionSpec['type'], Partial<OptionSpec>, string, RegExp]>([
    ['integer', {}, '1.5', /"1.5" is not a whole number/],
    ['integer', {}, '1e3', /whole number/],
    ['integer', {}, '99999999999999999999', /whole number/],
    ['integer', { min: 2 }, '1', /at least 2/],
    ['integer', { max: 2 }, '3', /at most 2/],
    ['boolean', {}, 'maybe', /true or false/],
    ['enum', { values: ['a', 'b'] }, 'A', /one of a, b/],
    ['list', {}, 'a,,b', /comma-separated list/],
    ['list', { values: ['a'] }, 'a,c', /a list of a$/],
    ['url', { protocols: ['http'] }, 'example.com', /a URL that starts with http:\/\//],
    ['url', { protocols: ['http'] }, 'http:example.com', /a URL that starts with http:\/\//],
    ['url', { protocols: ['http', 'https'] }, 'ftp://x', /http:\/\/ or https:\/\//],
    ['url', { protocols: ['http'] }, 'http://', /a valid URL/],
  ])('of type %s %j refuse %j', (type, more, text, expected) => {
    expect(problems({ X: text }, [{ env: 'X', type, doc: 'x', ...more }])).toEqual([
      expect.stringMatching(expected),
    ])
  })
})

describe('problems', () => {
  it('are notified all at once', () => {
    expect(
      problems({
        DEAL_SCOUT_PORT: 'x',
        DEAL_SCOUT_ROLES: 'api,cook',
        DATABASE_POOL_SIZE: '1',
        DEAL_SCOUT_HOST: '0.0.0.0',
        DEAL_SCOUT_COLOUR: 'red',
      }),
    ).toHaveLength(5)
  })

  it('name unknown DEAL_SCOUT_ options of both sources, with the nearest one where there is one', () => {
    file('.env', 'DEAL_SCOUT_SCAN_INTERVAL=1\n')
    expect(
      problems({ DEAL_SCOUT_PROT: '1', DEAL_SCOUT_ANYTHING_GOES: '1', SOMETHING_ELSE: '1' }).toSorted(),
    ).toEqual([
      'DEAL_SCOUT_ANYTHING_GOES is not an option',
      'DEAL_SCOUT_PROT is not an option; did you mean DEAL_SCOUT_PORT?',
      'DEAL_SCOUT_SCAN_INTERVAL is not an option; did you mean DEAL_SCOUT_SCAN_INTERVAL_MS?',
    ])
  })

  it('tell a missing, an empty and an unreadable file, and a value given twice', () => {
    file('empty', '\n')
    expect(problems({ DEAL_SCOUT_HOME_FILE: 'nowhere' })).toEqual([
      `DEAL_SCOUT_HOME_FILE: ${join(cwd, 'nowhere')} does not exist`,
    ])
    expect(problems({ DEAL_SCOUT_HOME_FILE: 'empty' })).toEqual([
      `DEAL_SCOUT_HOME_FILE: ${join(cwd, 'empty')} is empty`,
    ])
    expect(problems({ DEAL_SCOUT_HOME_FILE: '.' })).toEqual([expect.stringContaining('EISDIR')])
    expect(problems({ DEAL_SCOUT_HOME: 'x', DEAL_SCOUT_HOME_FILE: 'empty' })).toEqual([
      'DEAL_SCOUT_HOME and DEAL_SCOUT_HOME_FILE are both set: keep one',
    ])
    mkdirSync(join(cwd, '.env'))
    expect(problems({})).toEqual([expect.stringContaining('.env cannot be read')])
  })

  it('never show a secret, not even one that stands where its file is meant to be named', () => {
    const secret = 'hunter2'
    const options: OptionSpec[] = (['integer', 'boolean', 'enum', 'list', 'url'] as const).map((type) => ({
      env: `X_${type.toUpperCase()}`,
      type,
      secret: true,
      values: ['a'],
      protocols: ['http'],
      doc: 'x',
    }))
    const env = Object.fromEntries(options.map(({ env }) => [env, secret]))
    const found = problems({ ...env, DATABASE_URL_FILE: `postgres://me:${secret}@db/x` }, options)
    expect(found).toHaveLength(6)
    expect(found.join()).not.toContain(secret)
  })

  it.each(['0.0.0.0', '192.168.1.5', '::', 'example.com', '127.evil.example', '127.1'])(
    'refuse to listen at %s without the address that people use',
    (host) => {
      expect(problems({ DEAL_SCOUT_HOST: host })).toEqual([
        expect.stringContaining(`DEAL_SCOUT_HOST (${host}) is not a loopback address`),
      ])
      const baseUrl = 'https://deals.example'
      expect(problems({ DEAL_SCOUT_HOST: host, DEAL_SCOUT_BASE_URL: baseUrl })).toEqual([])
    },
  )

  it('refuse an address of http:// beyond this machine, with what to do, unless the operator allows it by name', () => {
    for (const baseUrl of [
      'http://deals.example',
      'http://192.168.1.5:3000',
      'http://127.0.0.1.evil.example',
    ]) {
      expect(problems({ DEAL_SCOUT_BASE_URL: baseUrl })).toEqual([
        expect.stringMatching(
          /^DEAL_SCOUT_BASE_URL: .* is not encrypted, .* proxy with TLS .* https:\/\/ address/,
        ),
      ])
      expect(problems({ DEAL_SCOUT_BASE_URL: baseUrl, DEAL_SCOUT_PLAIN_HTTP: 'allow' })).toEqual([])
    }
    for (const baseUrl of [
      'http://localhost:3000',
      'http://127.0.0.1',
      'http://[::1]:3000',
      'https://deals.example',
    ])
      expect(problems({ DEAL_SCOUT_BASE_URL: baseUrl })).toEqual([])
  })

  it('refuse to go out unencrypted where that is refused: each address that would, and none that would not', async () => {
    const { marketplaces, channels } = await loadAllAdapters()
    const options = [...marketplaces.values(), ...channels.values()].flatMap((one) => one.options)
    const found = (env: Record<string, string>) =>
      problems({ DEAL_SCOUT_OUTBOUND_PLAIN: 'refuse', ...env }, options)
    const secret = 'hunter22'
    const open = {
      DATABASE_URL: [
        `postgres://me:${secret}@db.example/x`,
        `postgres://me:${secret}@db.example/x?sslmode=require`,
        `postgres://me:${secret}@db.example/x?sslmode=no-verify`,
        `postgres://me:${secret}@localhost/x?host=db.example`,
        `postgres://me:${secret}@db.example/x?sslmode=verify-full&uselibpqcompat=true`,
      ],
      DATABASE_DIRECT_URL: [`postgres://me:${secret}@10.0.0.7/x`],
      DATABASE_MIGRATION_URL: [`postgres://me:${secret}@10.0.0.7/x?sslmode=disable`],
      REDIS_URL: [`redis://:${secret}@redis.example`],
      SMTP_URL: [
        'smtp://mail.example',
        'smtp://mail.example?requireTLS=true&ignoreTLS=true',
        'smtps://mail.example?tls.rejectUnauthorized=false',
        `smtp://me:${secret}@mail.example?ignoreTLS=true`,
      ],
      EBAY_BASE_URL: ['http://ebay.example'],
    }
    for (const [env, addresses] of Object.entries(open))
      for (const address of addresses) {
        const [problem, ...rest] = found({ [env]: address })
        expect([address, problem?.startsWith(`${env} goes to `), rest]).toEqual([address, true, []])
        expect(problem).not.toContain(secret)
        expect(problems({ [env]: address }, options)).toEqual([])
      }
    const closed = {
      DATABASE_URL: [
        `postgres://me:${secret}@db.example/x?sslmode=verify-full`,
        'postgres://127.0.0.1/x',
        'postgres://me@localhost/x?host=/run/postgresql',
      ],
      REDIS_URL: ['rediss://redis.example', 'redis://localhost', 'redis://[::1]:6379'],
      SMTP_URL: [
        `smtp://me:${secret}@mail.example`,
        'smtps://mail.example',
        'smtp://mail.example?requireTLS=true',
        'smtp://127.0.0.1:25',
      ],
      EBAY_BASE_URL: ['http://127.0.0.1:9', 'https://ebay.example'],
    }
    for (const [env, addresses] of Object.entries(closed))
      for (const address of addresses) expect([address, found({ [env]: address })]).toEqual([address, []])
  })

  it.each([
    'ebay.com/x',
    'https://ebay.com',
    'EBAY.com',
    '*',
    '*.',
    'a.*.com',
    'ebay.com:443',
    '',
    '.ebay.com',
  ])('refuse %j as a host that may be called', (host) => {
    if (host === '') expect(problems({ DEAL_SCOUT_OUTBOUND_HOSTS: 'a.com,' })).toHaveLength(1)
    else expect(problems({ DEAL_SCOUT_OUTBOUND_HOSTS: `api.ebay.com,${host}` })).toHaveLength(1)
  })

  it('refuse a certificate for Redis without its key, and what is neither', () => {
    const cert = '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----'
    expect(problems({ REDIS_TLS_CERT: cert })).toEqual([expect.stringContaining('belong together')])
    expect(problems({ REDIS_TLS_CERT: '/etc/redis.crt', REDIS_TLS_KEY: cert })).toHaveLength(2)
  })

  it.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('let it listen at %s', (host) => {
    expect(load({ DEAL_SCOUT_HOST: host }).host).toBe(host)
  })
})

describe('what is shown', () => {
  it('masks secrets and leaves unset options empty', () => {
    const secret: OptionSpec = { env: 'X', type: 'string', secret: true, doc: 'x' }
    expect(shownValue(secret, 'hunter2')).toBe('********')
    expect(shownValue({ ...secret, type: 'list' }, ['hunter2', 'b'])).toBe('********')
    expect(shownValue(secret, undefined)).toBe('')
    expect(shownValue(coreOptions.roles, ['api', 'worker'])).toBe('api,worker')
  })

  it('documents every option of the core and of every adapter, once; no two share a name', async () => {
    const { marketplaces, channels } = await loadAllAdapters()
    const owners = [...marketplaces.values(), ...channels.values()].map(({ name, options }) => ({
      owner: name,
      options,
    }))
    const options = [...Object.values<OptionSpec>(coreOptions), ...owners.flatMap(({ options }) => options)]
    const names = options.map(({ env }) => env)
    expect(new Set(names).size).toBe(names.length)
    const markdown = configMarkdown(owners)
    const example = envExample(owners)
    for (const { env, doc } of options) {
      expect(markdown.split(`| \`${env}\` |`)).toHaveLength(2)
      expect(example.split(`# ${env}=`)).toHaveLength(2)
      expect([env, doc.includes('\n'), doc.endsWith('.')]).toEqual([env, false, true])
    }
    // Uncommented as it stands, the example is a valid configuration.
    file('.env', example.replaceAll(/^# (?=[A-Z_]+=)/gm, ''))
    expect(
      load(
        {},
        owners.flatMap(({ options }) => options),
      ).port,
    ).toBe(3000)
  })
})
