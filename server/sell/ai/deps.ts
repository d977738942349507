import type { Authorized } from '../../core/actor.ts'
import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import type { Fetch } from '../../core/fetch.ts'
import type { Jobs } from '../../core/jobs.ts'
import type { Log } from '../../core/log.ts'
import type { StudioReaders } from '../photos/readers.ts'
import type { AiOutcome } from './outcomes.ts'
import type { AiSetUp } from './set-up.ts'

export interface AiDeps {
  db: Db
  clock: Clock
  log: Log
  jobs: Pick<Jobs, 'send'>
  fetch: Fetch
  readers: Pick<StudioReaders, 'read'>
  /** Null = it is off. */
  setUp: AiSetUp | null
  /** Names of marketplaces, which no description says. */
  marketplaceNames: readonly string[]
  /** In which the person reads, as `de-AT`. */
  languageOf(userId: Authorized<'read'>): Promise<string>
  /** Told what became of each call. */
  observe(outcome: AiOutcome): void
}
