import { once } from 'node:events'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { until } from '../../test/harness/app.ts'
import { pollingLoop } from './loop.ts'

const log = pino({ level: 'silent' })
const hour = 3_600_000

describe('pollingLoop', () => {
  it('goes on at once while there is work, then waits until it is woken', async () => {
    const answers = [0, 0, hour, hour]
    let steps = 0
    const loop = pollingLoop({ name: 'x', lanes: 1, log, step: async () => answers[steps++] ?? hour })
    const running = await loop.start()
    await until(async () => steps === 3)
    loop.wake()
    await until(async () => steps === 4)
    await running.stop()
  })

  it('loses no wake that comes while a step runs', async () => {
    const gate = Promise.withResolvers<void>()
    let steps = 0
    const loop = pollingLoop({
      name: 'x',
      lanes: 1,
      log,
      async step() {
        if (++steps === 1) await gate.promise
        return hour
      },
    })
    const running = await loop.start()
    loop.wake()
    gate.resolve()
    await until(async () => steps === 2)
    await running.stop()
  })

  it('goes on after a step that throws', async () => {
    let steps = 0
    const loop = pollingLoop({
      name: 'x',
      lanes: 1,
      log,
      async step() {
        if (++steps === 1) throw new Error('no')
        return hour
      },
    })
    const running = await loop.start()
    await until(async () => steps === 1)
    loop.wake()
    await until(async () => steps === 2)
    await running.stop()
  })

  it('runs its lanes side by side, and stopping tells each step and waits for it', async () => {
    let active = 0
    let ended = 0
    const loop = pollingLoop({
      name: 'x',
      lanes: 3,
      log,
      async step(signal) {
        active++
        await once(signal, 'abort')
        ended++
        throw signal.reason
      },
    })
    const running = await loop.start()
    await until(async () => active === 3)
    await running.stop()
    expect([active, ended]).toEqual([3, 3])
  })
})
