import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../../test/harness/until.ts'
import { type Attack, hold, type World } from '../contract.ts'
import type { Target } from '../world/target.ts'
import type { Held } from './lib-idle-child.ts'

/** The last is what is promised; the first is for a run of seconds. */
const crowds = [300, 2_000, 10_000]
/** Of one process, below the descriptors that it is given. */
const perChild = 2_500
const answers = 20
/** An answer of the API beside them, on a machine that others use too. */
const answerMsMax = 1_000
/** Who never says anything is let go of after 15 s; a busy machine may take longer. */
const letGoMs = 20_000

const connections: Attack = {
  name: 'connections',
  about: `up to ${crowds.at(-1)!.toLocaleString('en')} connections that stay and say nothing, or nothing more`,
  async run(world) {
    const target = await world.start()
    for (const count of crowds) await world.attempt(`idle-${count}`, () => holdMany(world, target, count))
  },
}
export default connections

async function holdMany(world: World, target: Target, count: number): Promise<void> {
  const children: { child: ChildProcess; held: Held | null }[] = []
  try {
    for (let left = count; left > 0; left -= perChild) {
      const file = new URL('./lib-idle-child.ts', import.meta.url)
      const child = fork(file, [target.address, String(Math.min(perChild, left))])
      const one: (typeof children)[number] = { child, held: null }
      child.on('message', (held) => {
        one.held = held as Held
      })
      children.push(one)
    }
    const sum = (what: keyof Held) => children.reduce((all, { held }) => all + (held?.[what] ?? 0), 0)
    await until(async () => sum('opened') + sum('refused') >= count, letGoMs)
    hold(sum('refused') === 0, () => `${sum('refused')} of ${count} connections were refused`)
    const atOnce = sum('open')
    hold(atOnce > 0.9 * count, `only ${atOnce} of ${count} connections were open at once`)

    let slowestMs = 0
    for (let n = 0; n < answers; n++) {
      const beganMs = performance.now()
      await target.json('GET', '/api/deals?limit=1')
      slowestMs = Math.max(slowestMs, Math.round(performance.now() - beganMs))
      await sleep(50)
    }
    world.note(`${atOnce} connections open at once: /api/deals took up to ${slowestMs} ms`)
    hold(slowestMs <= answerMsMax, `beside ${atOnce} connections /api/deals took ${slowestMs} ms`)

    const silent = count / 2
    await until(async () => sum('silentCut') >= silent, letGoMs).catch(() => {})
    hold(
      sum('silentCut') >= silent,
      () => `${silent - sum('silentCut')} of ${silent} that never say anything are still there`,
    )
    hold(
      sum('answered') >= silent,
      () => `${silent - sum('answered')} of ${silent} that were answered were cut, too`,
    )
  } finally {
    await Promise.all(
      children.map(async ({ child }) => {
        if (child.exitCode !== null) return
        const ended = once(child, 'exit')
        child.kill('SIGKILL')
        await ended
      }),
    )
  }
}
