/**
 * Watches what happens to this process meanwhile: for how long nobody else had a turn at most, and what memory it takes.
 * The time is what this thread worked between two turns of a timer, so that a machine that is busy with other programs
 * does not count.
 */
export function watchThread(): { end(): { blockedMs: number; grownBytes: number } } {
  const before = process.memoryUsage.rss()
  let mostBytes = before
  let blockedMs = 0
  let turn = process.threadCpuUsage()
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(turn)
    turn = process.threadCpuUsage()
    blockedMs = Math.max(blockedMs, (user + system) / 1000)
    mostBytes = Math.max(mostBytes, process.memoryUsage.rss())
  }, 5)
  return {
    end() {
      clearInterval(timer)
      const { user, system } = process.threadCpuUsage(turn)
      return { blockedMs: Math.max(blockedMs, (user + system) / 1000), grownBytes: mostBytes - before }
    },
  }
}
