import { type Attack, Broken, hold, type World } from '../contract.ts'
import type { Answer } from '../world/http.ts'
import { raw } from '../world/http.ts'
import type { Target } from '../world/target.ts'
import { type Evaluate, type Operation, readApi } from './lib-api.ts'
import { nowhere, requestFor, shown } from './lib-requests.ts'
import { type RawCase, rawCases } from './lib-wire.ts'

const batchSize = 60
const atOnce = 6
/** Uploads that drip: the time after which the program must have had enough of them. */
const dripMsMax = 120_000
const stopMsMax = 8_000

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
