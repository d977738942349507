import { getHeapStatistics } from 'node:v8'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { AppError } from './errors.ts'

/** From where on requests are shed; 0 = never. */
export interface Pressure {
  /** Mean time by which timers come late. */
  eventLoopDelayMs: number
  /** Of what V8 may have at the most. */
  heapPercent: number
}

const sampleEveryMs = 500

/** While the process is behind, requests are refused at once, so that those under way end; probes never are. */
export async function addLoadShedding(app: FastifyInstance, pressure: Pressure): Promise<void> {
  // What starting took says nothing of how much is asked; it is in the sample that was under way, and counts until the next.
  let shedsFromMs = Number.POSITIVE_INFINITY
  app.addHook('onListen', async () => {
    shedsFromMs = performance.now() + 2 * sampleEveryMs
  })
  await app.register(underPressure, {
    sampleInterval: sampleEveryMs,
    maxEventLoopDelay: pressure.eventLoopDelayMs,
    maxHeapUsedBytes: (getHeapStatistics().heap_size_limit * pressure.heapPercent) / 100,
    async pressureHandler(request) {
      if (performance.now() > shedsFromMs && request.routeOptions.config?.isProbe !== true) throw overloaded()
    },
  })
}

function overloaded(): AppError {
  return new AppError({
    code: 'overloaded',
    status: 503,
    message: 'Deal Scout has more to do than it can at the moment: ask again in 2 s.',
    retryAfterS: 2,
  })
}
