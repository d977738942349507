import type { Clock } from '../core/clock.ts'
import type { Sql } from '../core/db.ts'
import { effectiveProfile, type Profile } from './profile.ts'
import { allProfiles } from './profile-store.ts'

/** People's profiles as last read; what there is of them in a process. */
export interface Profiles {
  /** Reads again what is old: one query for everybody, at most every few seconds. */
  catchUp(sql: Sql): Promise<void>
  /** As of the last `catchUp`. */
  of(userId: number): Profile
  /** Of who chose nothing. */
  readonly defaults: Profile
  /** Somebody's profile was changed, or everything was. */
  forget(): void
}

/** Other processes' changes are seen after this. */
const maxAgeMs = 5_000

export function createProfiles({ clock, defaults }: { clock: Clock; defaults: Profile }): Profiles {
  let people = new Map<number, Profile>()
  let readAtMs = Number.NEGATIVE_INFINITY
  let changes = 0
  return {
    defaults,
    async catchUp(sql) {
      const nowMs = clock.now().getTime()
      if (nowMs - readAtMs < maxAgeMs && nowMs >= readAtMs) return
      const changesBefore = changes
      const own = await allProfiles(sql)
      people = new Map([...own].map(([userId, chosen]) => [userId, effectiveProfile(defaults, chosen)]))
      // A change meanwhile may not be in what was read.
      if (changes === changesBefore) readAtMs = nowMs
    },
    of: (userId) => people.get(userId) ?? defaults,
    forget() {
      changes++
      readAtMs = Number.NEGATIVE_INFINITY
    },
  }
}
