import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import type { Fetch } from '../../core/fetch.ts'
import type { Jobs } from '../../core/jobs.ts'
import type { Log } from '../../core/log.ts'
import type { PhotoHash, SamePhoto } from '../../model/photo.ts'
import type { StudioReaders } from './readers.ts'
import type { Recogniser } from './recognise.ts'

export interface PhotoDeps {
  db: Db
  clock: Clock
  log: Log
  jobs: Pick<Jobs, 'send'>
  fetch: Fetch
  readers: StudioReaders
  /** Of a small JPEG; null where it shows too little to be told from others. */
  hashOf(jpeg: Uint8Array): Promise<PhotoHash | null>
  same: SamePhoto
  /** In the order in which they are asked; others are added here. */
  recognisers: readonly Recogniser[]
}
