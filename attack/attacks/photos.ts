import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startFakeServer } from '../../test/harness/fake-server.ts'
import { type Attack, Broken, hold, promisedLimits, type World } from '../contract.ts'
import { shuffled } from '../run.ts'
import { residentMb } from '../world/memory.ts'
import { hostilePictures } from './lib-pictures.ts'
import { feedEnv, tryFeed } from './lib-sources.ts'

/** A picture that takes longer holds up the others. */
const readMsMax = 5_000
const hangMsMax = 60_000

/**
 * Photos go through the private-network guard, which no option opens, so the program fetches none from this machine:
 * that is tried with a feed, and the pictures themselves are read by server/photos/hash/read-photo.ts in a child.
 */
const photos: Attack = {
  name: 'photos',
  about: 'pictures that unfold, claim or break, and pictures on addresses of this machine',
  async run(world) {
    world.note(
      'pictures are read by server/photos/hash/read-photo.ts in a child: the program fetches none from this machine',
    )
    await privateAddresses(world)
    let reader = startReader()
    world.defer(() => reader.end())
    await reader.read(save(world, 'warm-up', hostilePictures['png-cut']!()))
    for (const [name, picture] of shuffled(Object.entries(hostilePictures), world.random)) {
      await world.attempt(name, async () => {
        const file = save(world, name, picture())
        if (!reader.isAlive()) reader = startReader()
        const { ms, grewMb, ...first } = await reader.read(file)
        // The machine itself may have been busy once.
        const blockedMs =
          first.blockedMs > promisedLimits.livezMs ? (await reader.read(file)).blockedMs : first.blockedMs
        hold(ms <= readMsMax, `it took ${ms} ms`)
        hold(blockedMs <= promisedLimits.livezMs, `it blocked the loop for ${blockedMs} ms`)
        hold(grewMb <= promisedLimits.growthMb, `memory grew by ${Math.round(grewMb)} MB`)
      })
    }
  },
}
export default photos

function save(world: World, name: string, bytes: Buffer): string {
  const file = join(world.folder, `${name}.bin`)
  writeFileSync(file, bytes)
  return file
}

function startReader() {
  const script = fileURLToPath(new URL('./lib-photo-child.ts', import.meta.url))
  const child: ChildProcess = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'ignore'] })
  child.stdin!.on('error', () => {})
  const lines = createInterface({ input: child.stdout! })
  const isAlive = () => child.exitCode === null && child.signalCode === null
  return {
    isAlive,
    async read(file: string): Promise<{ ms: number; blockedMs: number; grewMb: number }> {
      const baseMb = residentMb(child.pid!)
      let peakMb = baseMb
      const sampler = setInterval(() => {
        peakMb = Math.max(peakMb, residentMb(child.pid!))
      }, 50)
      const line = once(lines, 'line').then(([text]) => JSON.parse(text) as { ms: number; blockedMs: number })
      const gone = once(child, 'exit').then(([code, signal]) => {
        throw new Broken(`the reader ended with ${signal ?? code}`)
      })
      const tooLong = sleep(hangMsMax, null, { ref: false }).then(() => {
        child.kill('SIGKILL')
        throw new Broken(`it took more than ${hangMsMax} ms`)
      })
      for (const one of [gone, tooLong]) one.catch(() => {})
      child.stdin!.write(`${file}\n`)
      try {
        return { ...(await Promise.race([line, gone, tooLong])), grewMb: peakMb - baseMb }
      } finally {
        clearInterval(sampler)
      }
    },
    async end() {
      if (!isAlive()) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** A feed whose pictures stand on this machine, under several names for it. */
async function privateAddresses(world: World): Promise<void> {
  const target = await world.start({ env: { ...feedEnv, PHOTO_HASHES: 'on' } })
  const asked: string[] = []
  const site = await startFakeServer(({ url }, response) => {
    if (url.pathname !== '/feed.xml') {
      asked.push(url.href)
      return void response.writeHead(200, { 'content-type': 'image/png' }).end(hostilePictures['png-cut']!())
    }
    const { port } = new URL(site.baseUrl)
    const hosts = [
      '127.0.0.1',
      'localhost',
      '0.0.0.0',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '2130706433',
      '0x7f.1',
      '127.1',
    ]
    const items = hosts.map(
      (host, n) =>
        `<item><title>Picture ${n}</title><link>https://shop.example/${n}</link><enclosure url="http://${host}:${port}/p${n}.png" type="image/png" length="5"/></item>`,
    )
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    response.end(`<rss version="2.0"><channel><title>x</title>${items.join('')}</channel></rss>`)
  })
  world.defer(() => site[Symbol.asyncDispose]())
  await world.attempt('private-addresses', async () => {
    const { state, stateReason } = await tryFeed(target, 'pictures', `${site.baseUrl}/feed.xml`)
    hold(state === 'ok', `the feed itself is ${state}: ${stateReason}`)
    await sleep(8_000)
    hold(
      asked.length === 0,
      `${asked.length} pictures were fetched from this machine: ${asked.slice(0, 3).join(' ')}`,
    )
  })
}
