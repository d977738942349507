import fc from 'fast-check'
import { type Attack, Broken, hold, type World } from '../contract.ts'
import type { Answer, Call } from '../world/http.ts'
import { raw } from '../world/http.ts'
import type { Target } from '../world/target.ts'
import {
  type Evaluate,
  encoded,
  nestedJson,
  type Operation,
  parameterFor,
  readApi,
  valueFor,
} from './lib-api.ts'
import { type RawCase, rawCases } from './lib-wire.ts'

const batchSize = 60
const atOnce = 6
/** Uploads that drip: the time after which the program must have had enough of them. */
const dripMsMax = 120_000
const stopMsMax = 8_000

/** Nobody outside this machine is spoken to, whatever the generated settings say. */
const nowhere = Object.fromEntries(
  ['DISCORD', 'SLACK', 'TELEGRAM', 'PUSHOVER', 'TWILIO', 'TEAMS', 'EBAY', 'CRAIGSLIST'].map((name) => [
    `${name}_BASE_URL`,
    'http://127.0.0.1:9',
  ]),
)

const fuzz: Attack = {
  name: 'fuzz',
  about: 'hostile parameters, bodies and bytes on every route of /api/openapi.json',
  async run(world) {
    const target = await world.start({ env: { ...nowhere, DEAL_SCOUT_DEMO: 'on' } })
    const { operations, evaluate } = readApi(
      (await target.ask({ method: 'GET', path: '/api/openapi.json' })).text,
    )
    world.note(`${operations.length} routes`)
    for (const one of rawCases) await world.attempt(one.name, () => onTheWire(target, evaluate, one))
    const dripping = world.leftMs() > dripMsMax * 1.2 ? drip(target, dripMsMax) : null
    for (let batch = 0; world.leftMs() > (dripping === null ? 25_000 : 10_000); batch++) {
      const done = await world.attempt(
        `batch-${batch}`,
        (random) => batchOf(target, operations, evaluate, random),
        {
          tries: batchSize,
        },
      )
      if (done === null) break
    }
    if (dripping === null) world.note(`slow-body left out: it needs ${(dripMsMax / 1000) * 1.2} s`)
    else
      await world.attempt('slow-body', async () => {
        const { text, closed, ms } = await dripping
        hold(
          closed && ms < dripMsMax,
          `an upload of a byte a second was still taken after ${ms} ms: ${text.slice(0, 80)}`,
        )
      })
    await stopUnderSlowUploads(world, target)
  },
}
export default fuzz

async function onTheWire(target: Target, evaluate: Evaluate, one: RawCase): Promise<void> {
  const { host } = new URL(target.address)
  const { text, closed } = await raw(target.address, one.bytes(host), { timeoutMs: 4_000 })
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)
  if (status === 0)
    return hold(closed && one.mayBeCut === true, `${closed ? 'was cut' : 'hung'} without an answer`)
  hold(one.statuses.includes(status), `answered ${status}, expected ${one.statuses.join(' or ')}`)
  const [head, body = ''] = text.split('\r\n\r\n')
  const type = /^content-type: *(.+)$/im.exec(head!)?.[1]?.trim() ?? ''
  const wrong =
    status < 400 ? null : evaluate(null, { status, type, headers: {}, text: unchunked(body, head!) })
  hold(wrong === null, wrong ?? '')
  const answers = text.match(/HTTP\/1\.1 \d{3}/g)?.length ?? 0
  hold(answers <= (one.answersMax ?? 1), `${answers} answers to what is one request`)
}

function unchunked(body: string, head: string): string {
  return /^transfer-encoding: *chunked/im.test(head)
    ? body.replace(/^[0-9a-f]+\r\n/i, '').replace(/\r\n0\s*$/, '')
    : body
}

async function batchOf(
  target: Target,
  operations: Operation[],
  evaluate: Evaluate,
  random: () => number,
): Promise<void> {
  const requests = Array.from({ length: batchSize }, () => {
    const operation = operations[Math.floor(random() * operations.length)]!
    return { operation, request: requestFor(operation, random) }
  })
  const problems: string[] = []
  const lane = async () => {
    for (let next = requests.shift(); next; next = requests.shift()) {
      const { operation, request } = next
      const wrong = await target
        .ask(request)
        .then((answer) => evaluate(operation, answer) ?? unsaid(answer))
        .catch((error: Error) => error.message)
      if (wrong !== null)
        problems.push(`${operation.method} ${operation.path} ${wrong.slice(0, 100)} ← ${shown(request)}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  if (problems.length > 0) throw new AggregateError(problems.map((problem) => new Broken(problem)))
}

const unsaid = (answer: Answer) =>
  answer.headers['x-request-id'] === undefined ? `answered ${answer.status} without a request id` : null

function shown({ method, path, headers, body }: Call): string {
  return `${method} ${path.slice(0, 160)} ${JSON.stringify(headers)} ${JSON.stringify(String(body ?? '').slice(0, 160))}`
}

function requestFor(operation: Operation, random: () => number): Call {
  const one = <T>(arbitrary: fc.Arbitrary<T>): T =>
    fc.sample(arbitrary, { seed: Math.floor(random() * 2 ** 31), numRuns: 1 })[0]!
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const known = operation.parameters.find((parameter) => parameter.name === name && parameter.in === 'path')
    return encoded(one(parameterFor(known?.schema ?? {}, name, operation.path)))
  })
  const query = operation.parameters
    .filter((parameter) => parameter.in === 'query' && (parameter.required === true || random() < 0.35))
    .map(({ name, schema }) => `${name}=${encoded(one(parameterFor(schema, name, operation.path)))}`)
  if (random() < 0.1)
    query.push(
      one(
        fc.constantFrom(
          'cursor=AAAA',
          'limit=-1',
          'limit=1e9',
          'a[b]=c',
          '%ff=%fe',
          '&&&=',
          'x'.repeat(9_000),
        ),
      ),
    )
  // What is longer is no request line to the server: the bytes of lib-wire.ts have that.
  const address = (query.length === 0 ? path : `${path}?${query.join('&')}`)
    .slice(0, 12_000)
    .replace(/%[0-9a-f]?$/i, '')
  const headers: Record<string, string> = {}
  const call: Call = { method: operation.method, path: address, headers, timeoutMs: 30_000 }
  if (operation.path === '/api/imports') return { ...call, ...uploadFor(one) }
  if (operation.body === null)
    return random() < 0.1
      ? { ...call, headers: { 'content-type': 'application/json' }, body: '{"x":1}' }
      : call
  headers['content-type'] =
    random() < 0.9
      ? operation.body.type
      : one(fc.constantFrom('text/plain', 'application/json; charset=utf-16', 'a/b', 'multipart/form-data'))
  const mood = random()
  if (mood < 0.06) return { ...call, body: nestedJson(50_000) }
  if (mood < 0.1) return { ...call, body: nestedJson(20_000, '{"a":', '}').replace('}', 'null}') }
  if (mood < 0.13)
    return {
      ...call,
      body: one(
        fc.constantFrom(
          '',
          '{',
          '"',
          'nul',
          '{"a":1}{"b":2}',
          '\u0000',
          '[1e999]',
          '{"__proto__":{"x":1}}',
          '\ufeff{}',
        ),
      ),
    }
  if (mood < 0.15) return { ...call, body: Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x22]) }
  if (mood < 0.16) return { ...call, body: `{"name":"${'n'.repeat(1_200_000)}"}` }
  if (operation.body.type === 'message/rfc822')
    return { ...call, body: one(fc.string({ unit: 'binary', maxLength: 3_000 })) }
  return { ...call, body: JSON.stringify(one(valueFor(operation.body.schema))) }
}

const listing =
  '{"source":"fuzz","id":"f1","title":"A thing","url":"https://example.com/1","price":5,"currency":"USD"}\n'

function uploadFor(one: <T>(arbitrary: fc.Arbitrary<T>) => T): Pick<Call, 'headers' | 'body'> {
  const head = (name: string) =>
    `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  const [body, type] = one(
    fc.oneof(
      fc.constantFrom<[string, string]>(
        [`${head('a.jsonl')}${listing}`, 'multipart/form-data; boundary=b'],
        [`${head('a.jsonl')}${listing}\r\n--b`, 'multipart/form-data; boundary=b'],
        ['--b\r\n\r\n\r\n--b--\r\n', 'multipart/form-data; boundary=b'],
        ['--b--\r\n', 'multipart/form-data; boundary=b'],
        ['', 'multipart/form-data; boundary=b'],
        ['', 'multipart/form-data; boundary='],
        [`${head('a.jsonl')}${listing}\r\n--b--`, `multipart/form-data; boundary=${'b'.repeat(300)}`],
        [`${head('\u0000.csv')}id,title\n1,\u0000\n\r\n--b--\r\n`, 'multipart/form-data; boundary=b'],
        [
          `${head('a.csv')}id,title,price\n1,x,$1\r\n${head('b.csv')}id\n2\r\n--b--\r\n`,
          'multipart/form-data; boundary=b',
        ],
        [`--b\r\n${'x-header: y\r\n'.repeat(3_000)}\r\nx\r\n--b--\r\n`, 'multipart/form-data; boundary=b'],
        [
          `${'--b\r\ncontent-disposition: form-data; name="f"\r\n\r\nv\r\n'.repeat(200)}--b--\r\n`,
          'multipart/form-data; boundary=b',
        ],
        [`${head('../../x.csv')}id,title\n\r\n--b--\r\n`, 'multipart/form-data; boundary=b; boundary=c'],
      ),
      fc
        .tuple(
          fc.constantFrom('a.csv', 'a.json', 'a.jsonl', 'a.csv.gz', 'a'),
          fc.oneof(
            fc.string({ unit: 'binary', maxLength: 3_000 }),
            fc.json(),
            fc.constant(`${listing}${nestedJson(3_000, '{"a":', '}')}`),
          ),
        )
        .map(([name, content]): [string, string] => [
          `${head(name)}${content}\r\n--b--\r\n`,
          'multipart/form-data; boundary=b',
        ]),
    ),
  )
  return { headers: { 'content-type': type }, body }
}

const slowHead = (host: string) =>
  `POST /api/imports HTTP/1.1\r\nHost: ${host}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="a.jsonl"\r\n\r\n`

function drip(target: Target, timeoutMs: number) {
  const { host } = new URL(target.address)
  return raw(target.address, slowHead(host), {
    timeoutMs,
    slowly: { bytes: Buffer.alloc(1_000, 32), everyMs: 1_000 },
  })
}

async function stopUnderSlowUploads(world: World, target: Target): Promise<void> {
  await world.attempt(
    'stop-under-slow-uploads',
    async () => {
      const open = Array.from({ length: 5 }, () => drip(target, 20_000))
      await new Promise((resolve) => setTimeout(resolve, 500))
      const tookMs = await target.stop()
      await Promise.all(open)
      hold(tookMs < stopMsMax, `with 5 open uploads it took ${tookMs} ms to stop`)
    },
    { unwatched: true },
  )
}
