import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Answered, figuresOf, type StepFigures } from './figures.ts'

const self = fileURLToPath(import.meta.url)
const everyMs = 100

/**
 * Asks a server that only answers, ten times a second and by the clock, until it is told to stop: how much of the time that
 * people wait is this machine's, which others use as well.
 */
export async function startYardstick(): Promise<{ stop(): Promise<StepFigures> }> {
  const child = fork(self, ['yardstick'])
  const [port] = (await once(child, 'message')) as [number]
  const answered: Answered[] = []
  const began = performance.now()
  let isOver = false
  const asking = (async () => {
    const under: Promise<void>[] = []
    for (let dueMs = 0; !isOver; dueMs += everyMs) {
      await sleep(Math.max(0, dueMs - (performance.now() - began)))
      under.push(
        fetch(`http://127.0.0.1:${port}/`)
          .then(async (answer) => {
            await answer.arrayBuffer()
            return answer.status
          })
          .catch(() => 0)
          .then(
            (status) => void answered.push({ step: 'bare', dueMs, endMs: performance.now() - began, status }),
          ),
      )
    }
    await Promise.allSettled(under)
  })()
  return {
    async stop() {
      isOver = true
      await asking
      const exited = once(child, 'exit')
      child.disconnect()
      await exited
      return figuresOf(answered, (performance.now() - began) / 1_000).all
    },
  }
}

if (process.argv[1] === self && process.argv[2] === 'yardstick') {
  const server = createServer((_, response) => void response.end('{}')).listen(0, '127.0.0.1', () => {
    process.send?.((server.address() as { port: number }).port)
  })
  // A connection that is kept may end just as the next request is sent.
  server.keepAliveTimeout = 0
  process.once('disconnect', () => {
    server.closeAllConnections()
    server.close()
  })
}
