import { readdirSync, readFileSync } from 'node:fs'

/** Resident memory in MB of a process and what it started, databases left out; 0 once it is gone. */
export function residentMb(pid: number): number {
  return treeOf(pid)
    .filter((one) => !/^postgres/.test(read(`/proc/${one}/comm`)))
    .reduce(
      (sum, one) => sum + Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${one}/status`))?.[1] ?? 0) / 1024,
      0,
    )
}

function treeOf(pid: number): number[] {
  const children = tasks(pid).flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`).trim().split(' ').filter(Boolean).map(Number),
  )
  return [pid, ...children.flatMap(treeOf)]
}

function tasks(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It ended meanwhile.
    return ''
  }
}
