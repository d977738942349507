import { readdirSync, readFileSync } from 'node:fs'
import { slopePerMinute } from './figures.ts'
import type { Growth } from './report.ts'

interface Sample {
  atMs: number
  memoryMib: number
  files: number
}

/** Looks at processes by their pid every second, until it is told to stop; the first half is what they warm up in. */
export function watchGrowth(pids: Record<string, number>): { stop(): Growth[] } {
  const samples = new Map<string, Sample[]>(Object.keys(pids).map((name) => [name, []]))
  const began = performance.now()
  const timer = setInterval(() => {
    for (const [name, pid] of Object.entries(pids)) {
      const sample = sampleOf(pid)
      if (sample !== null) samples.get(name)!.push({ atMs: performance.now() - began, ...sample })
    }
  }, 1_000)
  return {
    stop() {
      clearInterval(timer)
      return [...samples].map(([process, all]) => {
        const warm = all.slice(Math.floor(all.length / 2))
        const slope = (key: 'memoryMib' | 'files') =>
          warm.length === 0 ? 0 : slopePerMinute(warm.map((one) => ({ atMs: one.atMs, value: one[key] })))
        return { process, memoryMibPerMinute: slope('memoryMib'), filesPerMinute: slope('files') }
      })
    },
  }
}

/** null = it is gone. */
function sampleOf(pid: number): Omit<Sample, 'atMs'> | null {
  try {
    const [, kib] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return { memoryMib: Number(kib) / 1024, files: readdirSync(`/proc/${pid}/fd`).length }
  } catch {
    return null
  }
}
