import type { Db } from '../../core/db.ts'
import type { Log } from '../../core/log.ts'
import { levelForNow, logLevelChannel } from './level-store.ts'

/** How often it looks besides being woken: a notice that was lost costs that long. */
const lookEveryMs = 60_000

export interface Following {
  close(): Promise<void>
}

/**
 * Gives the log the level that was asked for of all processes (`deal-scout log-level`), until its time is over or it is
 * called off; then the one that it began with.
 */
export async function followLevel({ db, log }: { db: Db; log: Log }): Promise<Following> {
  const own = log.level
  let end: NodeJS.Timeout | undefined
  let turn: Promise<void> = Promise.resolve()
  let isClosed = false

  async function look(): Promise<void> {
    const asked = await levelForNow(db).catch((error: unknown) => {
      log.debug({ err: error }, 'which level the log should have is not known')
      return undefined
    })
    if (asked === undefined || isClosed) return
    clearTimeout(end)
    if (asked !== null) end = setTimeout(again, Math.max(0, asked.leftMs) + 50).unref()
    const level = asked?.level ?? own
    if (level === log.level) return
    // Said at a level that both show.
    log.warn(
      { level, ...(asked && { minutes: Math.round(asked.leftMs / 60_000) }) },
      'the log has another level',
    )
    log.level = level
  }
  function again(): void {
    turn = turn.then(look)
  }

  await look()
  const listening = await db.listen(logLevelChannel, again)
  const timer = setInterval(again, lookEveryMs).unref()
  return {
    async close() {
      isClosed = true
      clearInterval(timer)
      clearTimeout(end)
      log.level = own
      await listening.close()
      await turn
    },
  }
}

/** SIGUSR2: this process alone logs everything, and as before at the next one. For when the database is what is the matter. */
export function toggleOnSignal(log: Log): () => void {
  const own = log.level
  const toggle = () => {
    const level = log.level === 'debug' ? own : 'debug'
    log.warn({ level }, 'the log has another level, as a signal asked')
    log.level = level
  }
  process.on('SIGUSR2', toggle)
  return () => void process.off('SIGUSR2', toggle)
}
