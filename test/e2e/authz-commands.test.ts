import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandGroups, type Wiring } from '../../server/app/command-groups.ts'
import type { Actor, Right } from '../../server/core/actor.ts'
import { asAppError } from '../../server/core/http-problems.ts'
import { ecbTable } from '../../server/rates/test-kit.ts'
import { dataFolder } from '../harness/program.ts'
import { type AskedHouse, type Asker, askedHouse } from './authz-house.ts'
import { linesOf } from './authz-matrix.ts'

/**
 * A line of the matrix: what a command asks of the account that it acts for, and what the numbers that it takes are of.
 * `operator`: it acts for nobody, and is for whom the machine is open to.
 */
interface Row {
  command: string
  right: Right | 'operator'
  ids: string[]
  /** It is about everybody's rows where an admin asks. */
  isOfAll: boolean
}

const matrix: Row[] = linesOf('authorization-commands.tsv').map(([command, right, ids, others]) => ({
  command: command!,
  right: right as Row['right'],
  ids: ids === '-' ? [] : ids!.split(','),
  isOfAll: others === 'admin',
}))

/** Whom a command may act for. */
const actors = ['owner', 'admin', 'member', 'viewer'] as const satisfies readonly Asker[]
type Who = (typeof actors)[number]
/** Speaks on stdin and stdout until they end; what it offers is asked as tools of agents are. */
const spoken = ['mcp']

let asked: AskedHouse
const folder = dataFolder()
beforeAll(async () => {
  asked = await askedHouse()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder.path, name), text)
}, 240_000)
afterAll(async () => {
  await asked?.[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

const files = {
  'listings.csv': 'title,price,url\nKettle,$20,https://example.com/1\n',
  'rules.json': '[]',
  'page.html': readFileSync(
    new URL('../../server/marketplaces/facebook/fixtures/search.html', import.meta.url),
    'utf8',
  ),
  'secret.txt': 'a password of the test\n',
  'selling.json': '{"sellWithinDays":14}',
  'things.csv': 'title,cost\nBrass lamp,10\n',
  'rates.xml': ecbTable({ '2026-11-27': { USD: '1.1' } }),
  'fees.csv': 'marketplace,currency,bands,validFrom\nflea,USD,10%,2026-01-01\n',
  'bounce.eml': 'From: a@example.com\nTo: b@example.com\nSubject: Hello\n\nHello\n',
}
const mailServer = () => ['127.0.0.1', 'me@example.com', '--secret-file', at('secret.txt')]
const at = (name: keyof typeof files) => join(folder.path, name)

/** What a command needs beside ids to be let through to what it asks for. */
const words: Record<string, (ids: Record<string, number>) => (string | number)[]> = {
  'clusters merge': ({ listing, other }) => [listing!, other!],
  'templates add': () => ['short', '--kind', 'first-contact', '--body', 'Hello'],
  'watch set': ({ watch }) => [watch!, '--note', 'mine'],
  'sell add': ({ listing }) => ['--deal', listing!],
  'sell set': ({ item }) => [item!, '--note', 'mine'],
  'sell post': ({ item }) => [item!, 'ebay'],
  'sell ad': ({ item }) => [item!, 'facebook'],
  'sell api-ad': ({ item }) => [item!, 'ebay'],
  'sell ship-from': () => ['ebay', '--country', 'US', '--postal-code', '97209'],
  'sell publish': ({ item }) => [item!, 'ebay'],
  'sell withdraw': ({ item }) => [item!, 'ebay'],
  'sell sold': ({ item }) => [item!, '12', '--on', 'ebay'],
  'sell sale': ({ sale }) => [sale!, 'shipped'],
  'sell spent': ({ item }) => ['label', '5', '--item', item!],
  'sell drive': ({ item }) => ['12.5', 'mi', '--rate', '0.70', '--item', item!],
  'sell rate': () => ['0.70'],
  'sell line': () => ['Parcels', 'label'],
  'sell ship': ({ sale }) => [sale!, 'USPS', '94001'],
  'sell import': () => [at('things.csv')],
  'sell photos add': () => [folder.path],
  'photos add-cutout': () => ['--accept-licence', '--file', at('listings.csv')],
  'sell export': () => ['sales', join(folder.path, 'sales.csv')],
  value: () => ['Road bike', '--quick'],
  'rules add': () => ['one', '--all', 'tandem'],
  'rules preview': () => ['one', '--all', 'tandem'],
  'rules import': () => [at('rules.json')],
  'rules edit': ({ rule }) => [rule!, '--name', 'Changed'],
  'rules snooze': ({ rule }) => [rule!, '3d'],
  why: ({ listing, rule }) => [listing!, '--rule', rule!],
  dismiss: ({ listing, rule }) => [listing!, '--rule', rule!, '--reason', 'other'],
  scan: ({ source }) => ['--source', source!],
  'sources add': () => ['feed', '--set', 'url=https://feed.invalid/f.xml', '--untried', '--personal'],
  'sources try': () => ['feed', '--set', 'url=https://feed.invalid/f.xml'],
  'connections show': () => ['ebay'],
  'connections connect': () => ['ebay'],
  'connections check': () => ['ebay'],
  'connections disconnect': () => ['ebay'],
  'mailboxes folders': () => mailServer(),
  'mailboxes preview': () => mailServer(),
  'mailboxes add': () => mailServer(),
  'rates set': () => ['USD', '1.1'],
  'rates remove': () => ['USD'],
  'rates import': () => [at('rates.xml')],
  'when set': () => ['--digest-at', '08:00'],
  'channels set': () => ['webhook', 'url=https://hook.invalid/', 'secret=a secret of the test'],
  'channels confirm': () => ['email', '000000'],
  'channels bounce': () => [at('bounce.eml')],
  'channels off': () => ['webhook'],
  'channels remove': () => ['webhook'],
  'channels test': () => ['inbox'],
  'profile set': () => ['--currency', 'EUR'],
  'settings selling set': () => [at('selling.json')],
  'settings selling fees export': () => [join(folder.path, 'fees-out.csv')],
  'settings selling fees import': () => [at('fees.csv')],
  import: () => [at('listings.csv')],
  capture: () => [at('page.html'), '--url', 'https://www.facebook.com/marketplace/houston/search/'],
}

/** What is answered to who may, where what it needs beside is not there. */
const unready: Record<string, RegExp> = {
  'sources try': /^source-not-readable/,
  'channels confirm': /^bad-input/,
  // The app of the installation, and tokens that are sealed.
  'connections connect': /^accounts-not-set-up/,
  'connections check': /^account-needs-consent/,
  'sell ship-from': /^account-needs-consent/,
  // In a private network, which the operator would have to allow.
  'mailboxes folders': /^mailbox-not-read/,
  'mailboxes preview': /^mailbox-not-read/,
  'mailboxes add': /^mailbox-not-read/,
  'rates fetch': /^rates-not-allowed/,
  'rates remove': /^not-found There is no such typed rate/,
  'sell remove': /^item-has-sales/,
  // The operator has to set it up.
  'sell describe': /^ai-off/,
  'sell publish': /^bad-input/,
  'sell withdraw': /^ad-not-live/,
  'sell photos add': /^bad-input .* holds no photos/,
  'photos add-cutout': /^bad-input This is not the archive/,
  'rules import': /^bad-input There is no rule to make/,
  doctor: /^unhealthy/,
}

/** Runs a command of the program in this process, for this actor, on the data that is open. */
async function run(command: string, given: (string | number)[], actor: Actor): Promise<string> {
  const { app } = asked.house.test
  const { signal } = new AbortController()
  const printed: unknown[] = []
  const unused = () => {
    throw new Error('not a command that acts for a person')
  }
  const wiring: Wiring = {
    open: (pick) => (action) => action(pick(app, signal, actor), actor),
    openUnmigrated: unused,
    openAlone: unused,
    adapters: unused,
    config: async () => app.config,
    output: () => ({ json: true, print: (value) => void printed.push(value) }),
    start: unused,
  }
  const program = new Command().exitOverride()
  for (const group of commandGroups) await group.register(program, wiring)
  await program.parseAsync([...command.split(' '), ...given.map(String)], { from: 'user' })
  return JSON.stringify(printed)
}

/** What was replayed once can be again. */
const failAgain = () =>
  asked.house.test.app.db.query(`UPDATE deliveries SET state = 'failed' WHERE channel = 'email'`)

function refused(who: Who, right: Right): boolean {
  if (right === 'admin') return who === 'member' || who === 'viewer'
  return (right === 'write' || right === 'self-write' || right === 'capture') && who === 'viewer'
}

function leaves(command: Command, before = ''): string[] {
  const name = `${before}${command.name()}`
  return command.commands.length === 0 ? [name] : command.commands.flatMap((one) => leaves(one, `${name} `))
}

it('every command answers every account about its own, another’s and an absent row as the matrix says', async () => {
  const program = new Command()
  const unused = () => () => {
    throw new Error('nothing runs to declare commands')
  }
  for (const group of commandGroups)
    await group.register(program, {
      ...{
        open: unused,
        openUnmigrated: unused(),
        openAlone: unused(),
        adapters: unused(),
        config: unused(),
      },
      ...{ output: unused(), start: unused() },
    })
  expect(matrix.map(({ command }) => command)).toEqual(program.commands.flatMap((one) => leaves(one)))

  const unexplained: string[] = []
  let count = 0
  // What ends rows comes last.
  const isLate = ({ command }: Row) => Number(/ (?:remove|end|off|reset)$/.test(command))
  for (const { command, right, ids, isOfAll } of matrix.toSorted((a, b) => isLate(a) - isLate(b))) {
    if (right === 'operator' || spoken.includes(command)) continue
    for (const who of actors) {
      const own = asked.idsOf(who)
      const actor: Actor = { userId: own.account!, roles: [who] }
      for (const name of ids.length === 0 ? ['-'] : ids) {
        const answers = new Map<string, string>()
        for (const of of name === '-' ? (['own'] as const) : (['absent', 'foreign', 'own'] as const)) {
          const id = of === 'own' ? own[name] : of === 'foreign' ? asked.idsOf('ben')[name] : 999_999_999
          const all = { ...own, ...(name !== '-' && { [name]: id! }) }
          const given = words[command]?.(all) ?? ids.map((one) => all[one]!)
          if (command === 'deliveries replay') await failAgain()
          count++
          let status = 200
          let text = await run(command, given, actor).catch((error: unknown) => {
            const known = asAppError(error)
            status = known.status
            return `${known.code} ${known.message}`
          })
          text = text.replaceAll(new RegExp(`\\b${id}\\b`, 'g'), 'ID')
          answers.set(of, text)
          const isTheirs =
            of === 'own' || (of === 'foreign' && isOfAll && who !== 'member' && who !== 'viewer')
          const isRight = refused(who, right)
            ? status === 403
            : name !== '-' && !isTheirs
              ? status === 404 || text.includes('There is no listing ID.')
              : status === 200 || unready[command]?.test(text) === true
          if (!isRight || text.includes('ben@example.com rule') || text.includes('own ben@example.com'))
            unexplained.push(
              `${command} ${given.join(' ')}, ${who}, ${name} ${of}: ${status} ${text.slice(0, 300)}`,
            )
        }
        // Whether another has such a row is not to be learned.
        const seesAll = isOfAll && (who === 'owner' || who === 'admin')
        if (!seesAll && answers.get('foreign') !== answers.get('absent'))
          unexplained.push(`${command}, ${who}, ${name}: ${[...answers.values()].join(' / ')}`)
      }
    }
  }
  process.stdout.write(
    `commands × accounts × ids = ${count} (${matrix.length} commands), unexplained ${unexplained.length}\n`,
  )
  expect(unexplained).toEqual([])
}, 240_000)
