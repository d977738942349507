import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1'

export const noFaketime = existsSync(library) ? null : 'apt-get install faketime'

export interface MachineClock {
  /** For processes that are to have it. */
  env: Record<string, string>
  /** How far it is from the true one. */
  jump(seconds: number): void
}

/** A clock that processes share and that can be set while they run; how time passes for timers stays as it is. */
export function settableClock(folder: string): MachineClock {
  const path = join(folder, 'clock')
  const jump = (seconds: number) => writeFileSync(path, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}\n`)
  jump(0)
  return {
    env: {
      ...{ LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: path, FAKETIME_CACHE_DURATION: '1' },
      // Under its name of before 0.9.9, too.
      ...{ FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1' },
    },
    jump,
  }
}
