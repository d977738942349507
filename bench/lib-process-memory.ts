import { readdirSync, readFileSync } from 'node:fs'

/** The most memory that this process and its children held, watched while `run` runs. Linux only: 0 elsewhere. */
export async function watchMemory<T>(
  run: () => Promise<T>,
): Promise<{ result: T; mainGrewMb: number; childPeakMb: number }> {
  const base = process.memoryUsage.rss()
  let [main, child] = [base, 0]
  const look = () => {
    main = Math.max(main, process.memoryUsage.rss())
    for (const pid of childrenOf()) child = Math.max(child, rssOf(pid))
  }
  const timer = setInterval(look, 25)
  try {
    return { result: await run(), mainGrewMb: mb(main - base), childPeakMb: mb(child) }
  } finally {
    clearInterval(timer)
  }
}

const mb = (bytes: number) => Math.round(bytes / 1024 / 1024)

function childrenOf(): string[] {
  try {
    return readdirSync('/proc/self/task').flatMap((task) =>
      readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    )
  } catch {
    return []
  }
}

function rssOf(pid: string): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
