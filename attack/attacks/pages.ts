import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startFakeServer } from '../../test/harness/fake-server.ts'
import { type Attack, Broken, hold } from '../contract.ts'
import { upload } from '../world/http.ts'
import type { Target } from '../world/target.ts'
import { mutated } from './lib-mutate.ts'
import { feedEnv, saysWhatIsWrong, startBystander, tryFeed } from './lib-sources.ts'

const pagesPerAdapter = 1_000
const batchSize = 20
const root = fileURLToPath(new URL('../../', import.meta.url))

const pages: Attack = {
  name: 'pages',
  about: `${pagesPerAdapter} mutated pages of each marketplace, as imports and as feeds`,
  async run(world) {
    const target = await world.start({ env: feedEnv })
    const bystander = await startBystander(world)
    let served: { page: Uint8Array; type: string } = { page: Buffer.from(''), type: '' }
    const site = await startFakeServer(
      (_, response) => void response.writeHead(200, { 'content-type': served.type }).end(served.page),
    )
    world.defer(() => site[Symbol.asyncDispose]())
    const { items } = await target.json<{ items: { id: string }[] }>('GET', '/api/marketplaces')
    const adapters = items
      .map(({ id }) => ({ id, samples: samplesOf(id) }))
      .filter(({ samples }) => samples.length > 0)
    world.note(adapters.map(({ id, samples }) => `${id}: ${samples.length} pages to begin with`).join(', '))

    for (let batch = 0; batch < pagesPerAdapter / batchSize; batch++) {
      for (const { id, samples } of adapters) {
        await world.attempt(`${id}-${batch}`, (random) => importAll(target, id, samples, random), {
          tries: batchSize,
        })
      }
      await world.attempt(`feed-scan-${batch}`, async (random) => {
        const sample = pick(adapters.find(({ id }) => id === 'feed')!.samples, random)
        served = {
          ...mutated(sample.bytes, random),
          type: sample.file.endsWith('.json') ? 'application/feed+json' : 'application/rss+xml',
        }
        saysWhatIsWrong(await tryFeed(target, `mutated ${batch}`, `${site.baseUrl}/${batch}`))
        await bystander.isStillRead(target)
      })
      if (world.leftMs() === 0) break
    }
  },
}
export default pages

interface Sample {
  file: string
  bytes: Buffer
}

/** The project's own small pages of a marketplace, and those of a folder beside it where there is one. */
function samplesOf(marketplace: string): Sample[] {
  return [
    join(root, 'server/marketplaces', marketplace, 'fixtures'),
    join(root, '../shared/fixtures', marketplace),
  ]
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => /\.(html|json|xml)$/.test(file) && statSync(file).size < 2_000_000)
    .sort()
    .map((file) => ({ file, bytes: readFileSync(file) }))
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!

async function importAll(target: Target, id: string, samples: Sample[], random: () => number): Promise<void> {
  const problems: string[] = []
  for (let n = 0; n < batchSize; n++) {
    const sample = pick(samples, random)
    const { page, hurts } = mutated(sample.bytes, random)
    const wrong = await importOne(target, id, page)
    if (wrong !== null)
      problems.push(`page ${n} (${sample.file.split('/').at(-1)}: ${hurts.join(', ')}) ${wrong}`)
    if (!target.isAlive()) break
  }
  if (problems.length > 0) throw new AggregateError(problems.map((problem) => new Broken(problem)))
}

async function importOne(target: Target, id: string, page: Buffer): Promise<string | null> {
  const { parts, headers } = upload('page.html', [page])
  const chunks: Buffer[] = []
  for await (const part of parts) chunks.push(part)
  try {
    const answer = await target.ask({
      method: 'POST',
      path: `/api/imports?marketplace=${id}`,
      headers,
      body: Buffer.concat(chunks),
      timeoutMs: 30_000,
    })
    if (answer.status >= 500) return `answered ${answer.status}: ${answer.text.slice(0, 150)}`
    const body = JSON.parse(answer.text) as { detail?: string; rows?: number }
    hold(
      typeof body.rows === 'number' || (body.detail ?? '').length > 10,
      `answered ${answer.status} without saying what is wrong`,
    )
    return null
  } catch (error) {
    return (error as Error).message
  }
}
