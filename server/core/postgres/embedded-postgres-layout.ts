import type { RunAs } from './embedded-postgres-errors.ts'

/** Where everything of the embedded server lives; absolute, with symbolic links resolved. */
export interface Layout {
  dataDir: string
  clusterDir: string
  passwordFile: string
  logFile: string
  /** Held while the server is being started or stopped. */
  startLock: string
  /** Held, shared, by each user of the server. */
  usersLock: string
  linksDir: string
  /** The port it last ran on. */
  portFile: string
  /** Null: as ourselves. */
  runAs: RunAs | null
}
