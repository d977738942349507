import { randomUUID } from 'node:crypto'
import { rm, stat, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Channel } from '../../channels/contract.ts'
import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import { errorMessage } from '../../core/errors.ts'
import type { OptionValues } from '../../core/options.ts'
import { keyFileOf } from '../../core/secret-keys.ts'
import { processGoneMs } from '../../ops/processes/api-process.ts'
import { type ConnectionFigures, connectionFigures } from '../../ops/processes/process-store.ts'
import { type DatabaseFigures, databaseFigures } from '../../ops/readiness-store.ts'
import { listSources } from '../../sources/store.ts'
import type { Config } from '../config.ts'
import { backupPlaceOf } from '../database.ts'

/** What is looked at; each check decides by a part of it. */
export interface Situation {
  config: Config
  machine: {
    /** Null where the system has none. */
    userId: number | null
    timeZone: string
    /** Whether Node knows languages besides English. */
    knowsLanguages: boolean
  }
  /** Null where the keys are configured. */
  keyFile: { path: string; mode: number } | null
  disk: { bytesFree: number; bytes: number }
  backups: {
    newestHours: number | null
    verifiedHours: number | null
    /** Whether they lie on the disk that the data folder is on. */
    isOnSameDisk: boolean
    /** Why nothing is known of them. */
    problem: string | null
  } | null
  /** Null = can be written, or is not needed. */
  photoFolderProblem: string | null
  database: Omit<DatabaseFigures, 'now'> & {
    isEmbedded: boolean
    connections: ConnectionFigures
    /** Of the pretend market. */
    demoSources: number
    /** How far this machine's clock is ahead of the database's. */
    clockAheadMs: number
    retentionHours: number | null
    schedulerSecondsAgo: number | null
  }
  /** Whether an owner has an account, so that nobody is one by reaching the program. */
  isClaimed: boolean
  /** Servers of the operator's by which channels send, and what is wrong with each. */
  servers: { channel: string; problem: string | null }[]
}

/** What is wrong, and what to do; null = it is as it should be. */
export type Look = (situation: Situation) => string | null

export interface SituationDeps {
  config: Config
  db: Db
  clock: Clock
  isEmbedded: boolean
  channels: ReadonlyMap<string, Channel>
  adapterOptions: OptionValues
  claimed(): Promise<boolean>
  schedulerSecondsAgo(): Promise<number | null>
}

const hourMs = 3_600_000

/** Looks; changes nothing, but for a file that it writes into the folder of photos and takes away again. */
export async function lookAround(deps: SituationDeps): Promise<Situation> {
  const { config, db, clock } = deps
  const askedAtMs = clock.now().getTime()
  const { now, ...figures } = await databaseFigures(db)
  const answeredAtMs = clock.now().getTime()
  const hoursAgo = (at: Date | null | undefined) => (at ? (answeredAtMs - at.getTime()) / hourMs : null)
  const { bavail, blocks, bsize } = await statfs(config.dataDir)
  return {
    config,
    machine: {
      userId: process.geteuid?.() ?? null,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      knowsLanguages: new Intl.NumberFormat('de').format(1.5) === '1,5',
    },
    keyFile: await keyFile(config),
    disk: { bytesFree: bavail * bsize, bytes: blocks * bsize },
    backups: await backups(config, hoursAgo),
    photoFolderProblem: await photoFolderProblem(config),
    database: {
      ...figures,
      isEmbedded: deps.isEmbedded,
      connections: await connectionFigures(db, processGoneMs),
      demoSources: (await listSources(db)).filter(({ demo }) => demo).length,
      clockAheadMs: (askedAtMs + answeredAtMs) / 2 - now.getTime(),
      retentionHours: hoursAgo(figures.retentionPassedAt),
      schedulerSecondsAgo: await deps.schedulerSecondsAgo(),
    },
    isClaimed: await deps.claimed(),
    servers: await servers(deps),
  }
}

async function keyFile({ secretKeys, dataDir }: Config): Promise<Situation['keyFile']> {
  if ((secretKeys ?? []).length > 0) return null
  const path = keyFileOf(dataDir)
  return { path, mode: (await stat(path)).mode & 0o777 }
}

async function backups(
  config: Config,
  hoursAgo: (at: Date | null | undefined) => number | null,
): Promise<Situation['backups']> {
  const place = backupPlaceOf(config)
  if (place === undefined) return null
  let problem: string | null = null
  const all = await place.list().catch((error: unknown) => {
    problem = errorMessage(error)
    return []
  })
  const disk = place.folder === null ? null : await stat(place.folder).catch(() => null)
  return {
    newestHours: hoursAgo(all[0]?.at),
    verifiedHours: hoursAgo(all.find(({ verifiedAt }) => verifiedAt !== null)?.at),
    isOnSameDisk: disk !== null && disk.dev === (await stat(config.dataDir)).dev,
    problem,
  }
}

async function photoFolderProblem({ photosShown, dataDir }: Config): Promise<string | null> {
  if (photosShown === 'off') return null
  const folder = join(dataDir, 'photos')
  // It is made when the first photo is kept.
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  )
  const probe = join(isThere ? folder : dirname(folder), `.doctor-${randomUUID()}`)
  try {
    await writeFile(probe, 'Deal Scout can write here.\n', { flag: 'wx' })
    return null
  } catch (error) {
    return `${folder} cannot be written (${errorMessage(error)})`
  } finally {
    await rm(probe, { force: true }).catch(() => {})
  }
}

async function servers({ channels, adapterOptions }: SituationDeps): Promise<Situation['servers']> {
  const asked = [...channels.values()].filter((channel) => channel.serverProblem !== undefined)
  return Promise.all(
    asked.map(async (channel) => ({
      channel: channel.name,
      problem: channel.unavailable(adapterOptions) ?? (await channel.serverProblem!(adapterOptions)),
    })),
  )
}
