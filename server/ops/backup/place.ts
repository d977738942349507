import { basename, join } from 'node:path'
import {
  type BackedUp,
  type BackUpDeps,
  backUp,
  backupsIn,
  bytesIn,
  type KnownBackup,
  removeOldBackups,
} from './back-up.ts'
import { readManifest } from './manifest.ts'
import type { Manifest } from './schema.ts'

/** Where backups are kept: a folder, or a bucket. */
export interface BackupPlace {
  /** As people name it. */
  address: string
  /** Null where it is no folder of this machine. */
  folder: string | null
  /** The whole backups, the newest first. */
  list(): Promise<KnownBackup[]>
  /** The same for whoever asks often: as it was a few minutes ago, where asking takes a while. */
  glance(): Promise<KnownBackup[]>
  make(deps: BackUpDeps, recipients: readonly string[]): Promise<BackedUp>
  manifestOf(name: string): Promise<Manifest>
  bytesOf(backup: KnownBackup): Promise<number>
  /** The files of one, in a folder, for as long as `use` runs; what it notes beside them is kept. */
  withFiles<T>(name: string, use: (folder: string) => Promise<T>): Promise<T>
  /** Deletes all but the newest `keep`, and the newest that was verified; `isRefused` where that may not be. */
  removeOld(keep: number): Promise<{ removed: string[]; isRefused: boolean }>
}

/** A folder of this machine, in which each backup is one. */
export function folderPlace(folder: string): BackupPlace {
  return {
    address: folder,
    folder,
    list: () => backupsIn(folder),
    glance: () => backupsIn(folder),
    make: (deps, recipients) => backUp(deps, { folder, recipients }),
    manifestOf: (name) => readManifest(join(folder, name)),
    bytesOf: ({ path }) => bytesIn(path),
    withFiles: (name, use) => use(join(folder, name)),
    removeOld: async (keep) => ({ removed: await removeOldBackups(folder, keep), isRefused: false }),
  }
}

/** What a backup is called in its place. */
export const nameOfBackup = ({ path }: KnownBackup): string => basename(path)
