import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sessionDays } from '../server/accounts/auth/session-cookie.ts'
import { sessionDaysMost } from '../server/accounts/auth/tidy-store.ts'
import { passwordLength } from '../server/accounts/passwords/passwords.ts'
import { coreOptions } from '../server/app/config/config-options.ts'
import { securityEvents } from '../server/core/security-events.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const flat = (path: string) => read(path).replace(/\s+/g, ' ')
const pages = [
  'SECURITY.md',
  ...readdirSync(join(root, 'docs/security')).map((name) => `docs/security/${name}`),
].filter((name) => name.endsWith('.md'))

/** The cells of the table under a heading, row by row. */
function tableUnder(page: string, heading: string): string[][] {
  const [, section] = read(page).split(`\n## ${heading}\n`)
  return section!
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) => line.split('|').map((cell) => cell.trim()))
}

/** The cells of the only table of a page, row by row. */
function tableOf(page: string): string[][] {
  const rows = read(page)
    .split('\n')
    .filter((line) => line.startsWith('| '))
  return rows.slice(1).map((line) => line.split('|').map((cell) => cell.trim()))
}

it('every link of these pages leads to a file that is there, and every page is in the index', () => {
  for (const page of pages) {
    for (const [, target] of read(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g))
      expect([page, target, existsSync(join(root, normalize(join(dirname(page), target!))))]).toEqual([
        page,
        target,
        true,
      ])
    if (page !== 'docs/security/README.md')
      expect([page, read('docs/security/README.md').includes(page.replace('docs/security/', ''))]).toEqual([
        page,
        true,
      ])
  }
})

it('every test that the threat model names is there', () => {
  const named = [
    ...read('docs/security/threat-model.md').matchAll(/`((?:server|test)\/[\w/.-]+\.test\.ts)`/g),
  ]
  expect(named.length).toBeGreaterThan(10)
  for (const [, path] of named) expect([path, existsSync(join(root, path!))]).toEqual([path, true])
})

describe('what the documents have to say', () => {
  it('of guessing: how tries are counted, how long they wait, and that an account is never shut', () => {
    const accounts = flat('docs/accounts.md')
    expect(accounts).toMatch(
      /wrong passwords five are free for an account from one address; then each wait is twice the last, up to a quarter of an hour/,
    )
    expect(accounts).toContain('RATE_LIMIT_STRICT')
    expect(flat('docs/security/limits-and-headers.md')).toContain(
      `\`RATE_LIMIT_STRICT\` ${coreOptions.strictPerMinute.default}`,
    )
  })

  it('of passwords: their length, which words they may not be, and that they do not run out', () => {
    const accounts = flat('docs/accounts.md')
    expect(accounts).toContain(`${passwordLength.min} to ${passwordLength.max} characters of any kind`)
    expect(accounts).toContain('not mostly your e-mail, your name or `deal scout`')
    expect(accounts).toContain('stays good until you change it')
  })

  it('of security events: each kind, with what it is', () => {
    const rows = tableOf('docs/security/events.md')
    expect(rows.map(([, kind, what]) => [kind!.replaceAll('`', ''), what])).toEqual(
      Object.entries(securityEvents),
    )
  })

  it('of sessions: how long they last unused and in all, and how many there may be', () => {
    const accounts = flat('docs/accounts.md')
    expect(accounts).toContain(
      `A session lasts ${sessionDays} days from its last use, and ${sessionDaysMost} days in all.`,
    )
    expect(accounts).toContain('There may be as many as you have browsers, one in each')
    expect(flat('docs/security/threat-model.md')).toContain(
      `${sessionDays} days from the last use, ${sessionDaysMost} in all`,
    )
  })

  it('of ways in: each of them, and what it proves', () => {
    const ways = tableUnder('docs/security/threat-model.md', 'Ways in').map(([, way]) => way!)
    for (const way of [
      'password',
      'passkey',
      'session cookie',
      'key of a program',
      '`DEAL_SCOUT_METRICS_TOKEN`',
      'links:',
      'address of a feed',
      'links in messages',
      'token of the running program',
      'command line',
      'until it is claimed',
    ])
      expect([way, ways.filter((one) => one.startsWith(way))]).toEqual([way, [expect.any(String)]])
  })

  it('of connections: every marketplace and every channel, and who says where it leads', () => {
    const rows = tableUnder('docs/security/inventory.md', 'Where it connects')
    for (const kind of ['marketplaces', 'channels']) {
      const folders = readdirSync(join(root, 'server', kind), { withFileTypes: true }).filter((one) =>
        one.isDirectory(),
      )
      expect(folders.length).toBeGreaterThan(2)
      const named = rows.flatMap(([, to]) =>
        to!.startsWith(`${kind}: `) ? [...to!.matchAll(/`([a-z]+)`/g)] : [],
      )
      expect(named.map(([, name]) => name).toSorted()).toEqual(folders.map(({ name }) => name).toSorted())
    }
  })

  it('of files that people send: which kinds, how large, unpacked how large, and what becomes of one that is hostile', () => {
    const imports = flat('docs/import.md')
    for (const said of ['CSV', 'JSON Lines', '200 times its size', '4 GiB', '2,000 columns', 'is refused'])
      expect(imports).toContain(said)
    expect(flat('docs/api.md')).toContain('at most 512 MiB')
    expect(flat('docs/photos.md')).toContain('larger than 15 MB or 30 million pixels')
    expect(flat('docs/security/inventory.md')).toContain('512 MiB each, unpacked at most 200-fold and 4 GiB')
  })

  it('of data: its classes, and how each is kept', () => {
    const classes = tableUnder('docs/security/inventory.md', 'Data').map(([, name, what, kept]) => [
      name,
      what !== '',
      kept !== '',
    ])
    expect(classes).toEqual(
      ['**opens something**', '**a person’s**', '**the market’s**', '**the program’s**'].map((name) => [
        name.replace('’', "'"),
        true,
        true,
      ]),
    )
  })

  it('of what costs much: what it is, and what keeps it from taking all', () => {
    const rows = tableUnder('docs/security/inventory.md', 'What costs much')
    expect(rows.length).toBeGreaterThan(3)
    for (const [, what, how] of rows) expect([what !== '', how !== '']).toEqual([true, true])
    expect(flat('docs/security/limits-and-headers.md')).toMatch(/`costly` \| `RATE_LIMIT_COSTLY`/)
  })

  it('of fields: which of them nobody reads or writes', () => {
    const said = flat('docs/security/authorization.md')
    for (const field of [
      'secret in settings',
      'passwords, tokens, keys',
      '`role`, `disabled`',
      '`id`, whose a row is',
      'e-mail',
    ])
      expect(said).toContain(field)
  })

  it('of packages: within which time a weakness is mended', () => {
    expect(flat('docs/security/supply-chain.md')).toMatch(/known weakness .*within 7 days/)
  })
})
