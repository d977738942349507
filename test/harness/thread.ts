import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Watches what happens to this process meanwhile: how long others wait at most for a turn, and what memory it takes. */
export function watchThread(): { end(): { blockedMs: number; grownBytes: number } } {
  const resolutionMs = 5
  const delays = monitorEventLoopDelay({ resolution: resolutionMs })
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  delays.enable()
  return {
    end() {
      delays.disable()
      clearInterval(timer)
      return { blockedMs: Math.max(0, delays.max / 1e6 - resolutionMs), grownBytes: most - before }
    },
  }
}
