import type { Db } from '../core/db.ts'
import { tellLiveNow } from '../core/live-store.ts'
import type { Log } from '../core/log.ts'
import type { ImportSummary } from './run.ts'

export interface Progress {
  db: Db
  log: Log
}

/** A person sees no more of it than that. */
const tellEveryMs = 300

/** Tells a person who looks how far their import is, some times a second at most; a word that is lost costs nothing. */
export function progressOf(
  { db, log }: Progress,
  userId: number,
  ticket: string,
): (summary: ImportSummary) => void {
  let toldAt = Number.NEGATIVE_INFINITY
  return ({ rows, added, changed, unchanged, rejected }) => {
    if (performance.now() - toldAt < tellEveryMs) return
    toldAt = performance.now()
    const data = { ticket, rows, added, changed, unchanged, rejected }
    tellLiveNow(db, [{ userId, kind: 'import-progress', data }]).catch((error: unknown) =>
      log.warn({ err: error }, 'how far an import is could not be told'),
    )
  }
}
