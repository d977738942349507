import { chmod, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { unpackTar } from 'modern-tar/fs'
import { badInput, setupError } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import { type Recovered, recoverCluster } from '../../core/postgres/embedded-postgres-recovery.ts'
import { readTableFile } from '../backup/table-file.ts'
import { withWorkFolder } from '../backup/work-folder.ts'
import { type Archived, type ArchivePlace, historyName, placeInLog, segmentName } from './archive-place.ts'
import { basesIn, filesOf, readBase } from './base.ts'
import type { Base } from './schema.ts'

export interface RestoreToMoment {
  dataDir: string
  log: Log
  place: ArchivePlace
  /** Null = as late as possible. */
  to: Date | null
  /** Secret keys of age. */
  identities: readonly string[]
  replace: boolean
}

export interface RestoredToMoment extends Recovered {
  base: Base
  segments: number
  /** Before this moment all is there. */
  until: Date
}

const segmentBytes = 16 * 1024 * 1024

/** Makes the embedded database what it was at a moment. */
export async function restoreToMoment(options: RestoreToMoment): Promise<RestoredToMoment> {
  const { place, to, identities, dataDir, log, replace } = options
  const { name, base } = await baseBefore(place, to)
  refuseOther(base)
  const segments = await logFrom(place, base, to)
  const recovered = await recoverCluster({
    ...{ dataDir, log, replace, to },
    fill: (folder) => fetchFiles(place, name, base, { folder, identities }),
    fillLog: (folder) => fetchLog(place, segments, { folder, identities }),
  })
  return {
    ...recovered,
    base,
    segments: segments.length,
    until: segments.at(-1)?.at ?? new Date(base.endedAt),
  }
}

/** The newest copy that was whole by then. */
async function baseBefore(place: ArchivePlace, to: Date | null): Promise<{ name: string; base: Base }> {
  const bases = await basesIn(place)
  if (bases.length === 0)
    throw badInput(
      `There is no copy of a database's files in ${place.address}: it is no archive of BACKUP_PITR.`,
    )
  for (const { name } of bases) {
    const base = await readBase(place, name)
    if (to === null || new Date(base.endedAt) <= to) return { name, base }
  }
  throw badInput(
    `The oldest copy in ${place.address} is of ${bases.at(-1)!.at.toISOString()}: name a later moment with --to-time.`,
  )
}

function refuseOther({ postgres, platform }: Base): void {
  const here = `${process.platform}-${process.arch}`
  if (platform !== here)
    throw setupError(
      'archive-of-other-platform',
      `These files were written on ${platform}, and this is ${here}, which cannot read them. Restore them on a machine of that kind, and take a backup there (deal-scout backup), which can be restored everywhere. They are of PostgreSQL ${postgres}.`,
    )
}

/** All of the log from the copy on, with what tells where it branched; throws where something of it is missing. */
async function logFrom(place: ArchivePlace, base: Base, to: Date | null): Promise<Archived[]> {
  const all = await place.list('wal/')
  const segments = all
    .flatMap((one) => {
      const [, segment] = segmentName.exec(one.name) ?? []
      return segment === undefined ? [] : [{ ...one, segment }]
    })
    .filter(({ segment }) => placeInLog(segment) >= placeInLog(base.firstSegment))
    .toSorted((a, b) => (placeInLog(a.segment) < placeInLog(b.segment) ? -1 : 1))
  const numbers = segments.map(({ segment }) => numberOf(segment))
  const gap = numbers.findIndex((number, at) => number - (numbers[at - 1] ?? numberOf(base.firstSegment)) > 1)
  if (gap !== -1) {
    const last = segments[gap - 1]
    if (to === null || last === undefined || last.at < to)
      throw badInput(
        `A part of the log is missing in ${place.address} ${last === undefined ? 'right after the copy' : `after ${last.at.toISOString()}`}: what came later cannot be restored. ${last === undefined ? 'Name an earlier moment, for which another copy is taken' : `Name an earlier moment: --to-time ${last.at.toISOString()}`}.`,
      )
  }
  return [
    ...all.filter(({ name }) => historyName.test(name)),
    ...(gap === -1 ? segments : segments.slice(0, gap)),
  ]
}

/** Segments follow one another: 256 of 16 MiB to each of the upper half. */
function numberOf(segment: string): number {
  const [high, low] = [segment.slice(8, 16), segment.slice(16)].map((part) => Number.parseInt(part, 16))
  return high! * 256 + low!
}

interface Into {
  folder: string
  identities: readonly string[]
}

async function fetchFiles(
  place: ArchivePlace,
  name: string,
  base: Base,
  { folder, identities }: Into,
): Promise<void> {
  const files = filesOf(name, base)
  await withWorkFolder(async (work) => {
    const packed = join(work, files)
    if ((await place.get(files, packed)) === null)
      throw badInput(`${place.address}/${files} is missing: this copy is not whole. Name an earlier moment.`)
    await mkdir(folder, { mode: 0o700 })
    const { sha256 } = await readTableFile(packed, unpackTar(folder), identities)
    if (sha256 !== base.sha256)
      throw badInput(
        `${place.address}/${files} is not what was written: name an earlier moment, for another copy.`,
      )
  })
  await chmod(folder, 0o700)
}

async function fetchLog(
  place: ArchivePlace,
  files: readonly Archived[],
  { folder, identities }: Into,
): Promise<void> {
  await mkdir(folder, { mode: 0o700 })
  await withWorkFolder(async (work) => {
    for (const { name } of files) {
      const packed = join(work, name.replace('wal/', ''))
      if ((await place.get(name, packed)) === null) continue
      const own = (segmentName.exec(name) ?? historyName.exec(name))![1]!
      await unpackSparse(packed, join(folder, own), identities)
      await rm(packed)
    }
  })
}

/** Most of a segment that was closed by time is empty, and takes no room. */
async function unpackSparse(packed: string, path: string, identities: readonly string[]): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  let at = 0
  const to = new Writable({
    async write(chunk: Buffer, _, done) {
      try {
        if (chunk.some((byte) => byte !== 0)) await file.write(chunk, 0, chunk.length, at)
        at += chunk.length
        done()
      } catch (error) {
        done(error as Error)
      }
    },
  })
  try {
    await readTableFile(packed, to, identities)
    if (path.endsWith('.history')) return
    if (at !== segmentBytes) throw badInput(`${packed} is no segment of a log: it has ${at} bytes.`)
    await file.truncate(segmentBytes)
  } finally {
    await file.close()
  }
}
