import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** Seconds of processors that this process used, and that a PostgreSQL and all that it started did. */
export function processorTime(postmasterPid: number): { program: number; database: number } {
  const { user, system } = process.cpuUsage()
  return { program: (user + system) / 1e6, database: databaseTime(postmasterPid) }
}

function databaseTime(postmasterPid: number): number {
  let ticks = 0
  for (const pid of readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)) {
    const stat = statOf(pid)
    if (stat === null) continue
    if (pid === postmasterPid) ticks += stat.own + stat.ended
    else if (stat.parent === postmasterPid) ticks += stat.own
  }
  return ticks / ticksPerSecond
}

/** null = it ended just now. */
function statOf(pid: number): { parent: number; own: number; ended: number } | null {
  try {
    // The name may have spaces and brackets in it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    const [parent, user, system, endedUser, endedSystem] = [1, 11, 12, 13, 14].map((at) => Number(fields[at]))
    return { parent: parent!, own: user! + system!, ended: endedUser! + endedSystem! }
  } catch {
    return null
  }
}
