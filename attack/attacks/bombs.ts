import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { createGzip, gzipSync } from 'node:zlib'
import { startFakeServer } from '../../test/harness/fake-server.ts'
import { type Attack, Broken, hold, type World } from '../contract.ts'
import { shuffled } from '../run.ts'
import { upload } from '../world/http.ts'
import type { Target } from '../world/target.ts'
import { type Bomb, feedBombs, packed, uploadBombs } from './lib-bombs.ts'
import { feedEnv, pour, saysWhatIsWrong, startBystander, tryFeed } from './lib-sources.ts'

const uploadMsMax = 60_000
/** A program whose client left does nothing for it after this time. */
const quietMsMax = 10_000

const bombs: Attack = {
  name: 'bombs',
  about: 'uploads and feeds that unfold, nest, never end or lead in circles',
  async run(world) {
    const target = await world.start({ env: feedEnv })
    const bystander = await startBystander(world)
    const site = await startFakeServer((request, response) => serve(request.url.pathname, response))
    world.defer(() => site[Symbol.asyncDispose]())
    const feeds = [...Object.keys(feedBombs), ...Object.keys(living)].map((name) => async () => {
      await world.attempt(`feed-${name}`, async () => {
        saysWhatIsWrong(await tryFeed(target, name, `${site.baseUrl}/${name}`))
        await bystander.isStillRead(target)
      })
    })
    const uploads = uploadBombs.map((bomb) => async () => {
      await world.attempt(`upload-${bomb.name}`, () => wholeUpload(target, bomb))
      await world.attempt(`leave-${bomb.name}`, () => leaving(target, bomb))
    })
    for (const one of shuffled([...feeds, ...uploads, () => plainUploads(world, target)], world.random))
      await one()
  },
}
export default bombs

async function wholeUpload(target: Target, bomb: Bomb): Promise<void> {
  const bytes = await packed(bomb)
  await target.mark()
  const { parts, headers } = upload(bomb.file, [bytes])
  const beganMs = performance.now()
  const answer = await target.ask({
    method: 'POST',
    path: '/api/imports',
    headers,
    body: Readable.from(parts),
    timeoutMs: uploadMsMax,
  })
  hold(answer.status < 500, `answered ${answer.status}: ${answer.text.slice(0, 200)}`)
  hold(answer.text.length < 2_000_000, `the answer has ${answer.text.length} characters`)
  await quiet(target, performance.now() - beganMs)
}

/** Sends half of it and goes. */
async function leaving(target: Target, bomb: Bomb): Promise<void> {
  const bytes = await packed(bomb)
  await target.mark()
  const leave = new AbortController()
  const { parts, headers } = upload(
    bomb.file,
    halfThen(bytes, () => leave.abort()),
  )
  await target
    .ask({ method: 'POST', path: '/api/imports', headers, body: Readable.from(parts), signal: leave.signal })
    .catch(() => {})
  await quiet(target)
}

async function* halfThen(bytes: Buffer, leave: () => void): AsyncGenerator<Buffer> {
  yield bytes.subarray(0, Math.ceil(bytes.length / 2))
  await sleep(300)
  leave()
}

/** Throws unless the program soon has nothing to do any more. */
async function quiet(target: Target, afterMs = 0): Promise<void> {
  const deadline = performance.now() + quietMsMax
  for (;;) {
    const before = cpuTicks(target.pid())
    await sleep(500)
    // Of the 50 ticks of half a second.
    if (cpuTicks(target.pid()) - before < 25) return
    if (performance.now() > deadline)
      throw new Broken(
        `still busy with it ${quietMsMax / 1000} s after its ${afterMs > 0 ? 'answer' : 'client left'}`,
      )
  }
}

function cpuTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return Number(fields[11]) + Number(fields[12])
}

/** Bytes as they are: a line of a gigabyte and a file without end, of which the client leaves in the middle. */
async function plainUploads(world: World, target: Target): Promise<void> {
  const chunk = Buffer.alloc(1024 * 1024, 'a')
  function* gigabyte() {
    yield Buffer.from('{"title":"')
    for (let n = 0; n < 1024; n++) yield chunk
  }
  await world.attempt('upload-line-of-1-gb', async () => {
    const { parts, headers } = upload('a.jsonl', gigabyte())
    const answer = await target
      .ask({
        method: 'POST',
        path: '/api/imports',
        headers,
        body: Readable.from(parts),
        timeoutMs: uploadMsMax,
      })
      // Whoever has had enough may hang up.
      .catch(() => null)
    hold((answer?.status ?? 413) < 500, `answered ${answer?.status}`)
    await quiet(target, 1)
  })
  await world.attempt('upload-deep-rejected-row', async () => {
    const rows = [
      '{"source":"deep","id":"d1","title":"Before","url":"https://example.com/1","price":5,"currency":"USD"}',
      `{"source":"deep","id":"d2","price":-5,"x":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
      '{"source":"deep","id":"d3","title":"After","url":"https://example.com/3","price":5,"currency":"USD"}',
    ]
    const { parts, headers } = upload('a.jsonl', [Buffer.from(rows.join('\n'))])
    const answer = await target.ask({
      method: 'POST',
      path: '/api/imports',
      headers,
      body: Readable.from(parts),
    })
    hold(answer.status === 200, `answered ${answer.status}: ${answer.text.slice(0, 200)}`)
    const { added, rejected } = JSON.parse(answer.text) as { added: number; rejected: number }
    hold(
      added === 2 && rejected === 1,
      `added ${added} and rejected ${rejected} of 2 good rows and a bad one`,
    )
  })
}

/** Answers that live: too slow, too large, or leading on. */
const living: Record<string, (response: ServerResponse) => void | Promise<void>> = {
  'never-ends': (response) =>
    pour(response.writeHead(200, { 'content-type': 'application/rss+xml' }), forEver(1)),
  drips: (response) => pour(response.writeHead(200, { 'content-type': 'application/rss+xml' }), forEver(500)),
  'never-begins': () => {},
  'gzip-10-gb': (response) => {
    const head = { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip' }
    const gzip = createGzip({ level: 9 })
    response.writeHead(200, head)
    gzip.pipe(response)
    response.once('close', () => gzip.destroy())
    Readable.from(zeros())
      .on('error', () => {})
      .pipe(gzip)
  },
  'gzip-of-gzip': (response) => {
    const inner = gzipSync(gzipSync(Buffer.alloc(64 * 1024 * 1024)))
    response
      .writeHead(200, { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip, gzip' })
      .end(inner)
  },
  'not-gzip': (response) =>
    void response
      .writeHead(200, { 'content-type': 'application/rss+xml', 'content-encoding': 'gzip' })
      .end('plain'),
  circle: (response) => void response.writeHead(302, { location: '/circle' }).end(),
  'endless-redirects': (response) =>
    void response.writeHead(302, { location: `/endless-redirects?${Math.random()}` }).end(),
  'redirect-to-a-file': (response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  'headers-without-end': (response) => {
    const { socket } = response
    const timer = setInterval(() => socket?.write(`x-${'h'.repeat(2_000)}: y\r\n`), 20)
    socket?.write('HTTP/1.1 200 OK\r\n')
    socket?.once('close', () => clearInterval(timer)).once('error', () => clearInterval(timer))
  },
}

function* zeros() {
  const chunk = Buffer.alloc(1024 * 1024)
  for (let n = 0; n < 10_240; n++) yield chunk
}

async function* forEver(pauseMs: number): AsyncGenerator<Buffer> {
  yield Buffer.from('<rss version="2.0"><channel>')
  for (;;) {
    yield Buffer.from('<item><title>x</title></item>'.repeat(pauseMs > 1 ? 1 : 100))
    await sleep(pauseMs)
  }
}

function serve(path: string, response: ServerResponse): void | Promise<void> {
  const name = path.slice(1)
  const bomb = feedBombs[name]
  if (bomb) return void response.writeHead(200, { 'content-type': bomb.type }).end(bomb.body())
  const live = living[name]
  return live ? live(response) : void response.writeHead(404).end()
}
