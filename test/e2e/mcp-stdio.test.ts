import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ingest } from '../../server/flows/ingest.ts'
import { agentOf, eras, newClient } from '../../server/mcp/test-kit.ts'
import { type TestApp, testApp, until } from '../harness/app.ts'
import { ruleInput, seenListing } from '../harness/factories.ts'
import { addPerson } from '../harness/people.ts'

const launcher = fileURLToPath(new URL('../../bin/deal-scout.js', import.meta.url))

let test: TestApp
/** Starting a program takes a while where many run. */
const timeoutMs = 180_000

beforeAll(async () => {
  test = await testApp()
  const { app } = test
  await addPerson(app.db, 'Anna')
  await addPerson(app.db, 'Viola', 'viewer')
  await ingest(app.pipeline, {
    sightings: [
      { marketplace: 'feed', seen: seenListing(), observedAtMs: app.pipeline.clock.now().getTime() },
    ],
    ...{ sourceId: null, scanId: null, demo: false },
  })
})
afterAll(() => test[Symbol.asyncDispose]())

/** The environment in which the program finds this test's database. */
const env = (): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  ...test.database.env,
  DEAL_SCOUT_DATA: test.app.config.dataDir,
})

/** An agent that starts the program, as its configuration says. */
async function startAgent(args: readonly string[], era: (typeof eras)[number] = 'auto') {
  const client = newClient(era)
  const command = [launcher, 'mcp', ...args]
  const transport = new StdioClientTransport({
    ...{ command: process.execPath, args: command, cwd: tmpdir(), env: env(), stderr: 'pipe' },
  })
  const errors: string[] = []
  client.onerror = ({ message }) => void errors.push(message)
  transport.stderr?.on('data', (part: Buffer) => void errors.push(String(part)))
  await client.connect(transport)
  return { ...agentOf(client), errors, pid: transport.pid! }
}

const { name, keywords } = ruleInput({ name: 'By an agent' })
const rule = { rule: { name, keywords } }
const rulesOf = async (person: string) =>
  (
    await test.app.db.query<{ name: string }>(
      'SELECT r.name FROM rules r JOIN users u ON u.id = r.user_id WHERE u.name = $1',
      [person],
    )
  ).rows.map((row) => row.name)

it.each(eras)(
  'an agent of the %s era starts it, asks, and stops it by closing stdin',
  async (era) => {
    const agent = await startAgent([], era)
    const found = await agent.call('search_deals', { words: 'road bike' })
    expect(found.structured).toMatchObject({ items: [{ listingId: expect.any(Number) }] })
    await agent[Symbol.asyncDispose]()
    // On stdout stood nothing but the protocol: a line of anything else is an error of the client.
    expect(agent.errors).toEqual([])
    await until(async () => !isThere(agent.pid), 30_000)
  },
  timeoutMs,
)

it(
  'acts for the owner, or for whom --as names, and for nobody else',
  async () => {
    await using agent = await startAgent(['--as', 'Anna'])
    expect((await agent.call('create_rule', rule)).isError).toBe(false)
    expect(await rulesOf('Anna')).toEqual(['By an agent'])
    await using owner = await startAgent([])
    expect((await owner.call('list_rules')).structured).toEqual({ items: [], next: null })
    await using viewer = await startAgent(['--as', 'Viola'])
    expect(JSON.parse((await viewer.call('create_rule', rule)).text)).toMatchObject({ code: 'role-missing' })
  },
  timeoutMs,
)

it(
  'with --read-only nothing that changes something is there',
  async () => {
    await using agent = await startAgent(['--read-only'])
    const names = (await agent.client.listTools()).tools.map((one) => one.name)
    expect(names).toContain('search_deals')
    expect(names).not.toContain('create_rule')
    await expect(agent.call('create_rule', rule)).rejects.toMatchObject({ code: -32602 })
  },
  timeoutMs,
)

it(
  'a name that nobody has ends it with what to do, on stderr',
  async () => {
    const { code, stdout, stderr } = await runWith(['--as', 'Nobody'], '')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Nobody')
  },
  timeoutMs,
)

it(
  'lines that are no messages are answered or passed over, and what comes after them is served',
  async () => {
    const initialize = {
      ...{ jsonrpc: '2.0', id: 7, method: 'initialize' },
      params: {
        ...{ protocolVersion: '2025-11-25', capabilities: {} },
        clientInfo: { name: 'test', version: '1' },
      },
    }
    const lines = ['not json', '[]', '{"jsonrpc":"2.0"}', '\u001b[2J', '', JSON.stringify(initialize)]
    const { code, stdout } = await runWith([], `${lines.join('\n')}\n`, (text) => text.includes('"id":7'))
    const messages = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    for (const message of messages) expect(message.jsonrpc).toBe('2.0')
    expect(messages.find(({ id }) => id === 7).result.serverInfo.name).toBe('deal-scout')
    expect(code).toBe(0)
  },
  timeoutMs,
)

/** Sends a text, waits for what is expected, and ends stdin. */
async function runWith(args: string[], input: string, isEnough: (stdout: string) => boolean = () => true) {
  const child = spawn(process.execPath, [launcher, 'mcp', ...args], { cwd: tmpdir(), env: env() })
  const texts = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (part: string) => {
      texts[stream] += part
    })
  const closed = once(child, 'close')
  child.stdin.on('error', () => {})
  child.stdin.write(input)
  await until(async () => isEnough(texts.stdout) || child.exitCode !== null, 40_000)
  child.stdin.end()
  const [code] = await closed
  return { code: code as number | null, ...texts }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
