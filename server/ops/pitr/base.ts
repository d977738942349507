import { createReadStream } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { badInput } from '../../core/errors.ts'
import { spoolOf } from '../../core/postgres/embedded-postgres-archiving.ts'
import { postgresVersion } from '../backup/copy-store.ts'
import { writeTableFile } from '../backup/table-file.ts'
import { withWorkFolder } from '../backup/work-folder.ts'
import { type ArchivePlace, baseName, placeInLog, refusePlain, segmentName } from './archive-place.ts'
import { archiverFigures, closeSegment, copyServerFiles } from './pitr-store.ts'
import { type Base, baseSchema } from './schema.ts'
import type { PitrDeps } from './ship.ts'

/** A copy and the moment in its name. */
export interface KnownBase {
  name: string
  at: Date
}

/** The name without its ending, of the moment at which the copy was begun. */
const nameAt = (at: Date) =>
  `base-${at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/(?<=T.*):/g, '')}`

export const filesOf = (name: string, { encrypted }: Pick<Base, 'encrypted'>) =>
  `${name.replace(/\.json$/, '')}.tar.zst${encrypted ? '.age' : ''}`

/** Copies the server's files to the place, while it runs; what is broken off is no copy. */
export async function takeBase(deps: PitrDeps): Promise<{ name: string; base: Base }> {
  const { db, clock, dataDir, place, recipients, release } = deps
  refusePlain(place, recipients)
  const { isOn, systemId } = await archiverFigures(db)
  if (!isOn)
    throw badInput(
      'The embedded server does not keep its log yet: set BACKUP_PITR=on, and start all processes again.',
    )
  const startedAt = clock.now()
  const name = nameAt(startedAt)
  const copy = join(spoolOf(dataDir), 'base')
  await rm(copy, { recursive: true, force: true })
  try {
    const { firstSegment } = await copyServerFiles(db.connectionString, copy)
    await withWorkFolder(async (folder) => {
      const files = filesOf(name, { encrypted: recipients.length > 0 })
      const { sha256 } = await writeTableFile(
        join(folder, files),
        createReadStream(join(copy, 'base.tar')),
        recipients,
      )
      await place.put(files, join(folder, files))
      const base: Base = {
        ...{ format: 'deal-scout-pitr-1', release, firstSegment, systemId, sha256 },
        ...{ startedAt: startedAt.toISOString(), endedAt: clock.now().toISOString() },
        ...{ postgres: await postgresVersion(db), platform: `${process.platform}-${process.arch}` },
        encrypted: recipients.length > 0,
      }
      await writeFile(join(folder, 'base.json'), `${JSON.stringify(base, null, 2)}\n`)
      // What was written while it was made is needed, too.
      await closeSegment(db)
      await place.put(`${name}.json`, join(folder, 'base.json'))
    })
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
  return { name: `${name}.json`, base: await readBase(place, `${name}.json`) }
}

/** The newest first. */
export async function basesIn(place: Pick<ArchivePlace, 'list'>): Promise<KnownBase[]> {
  return (await place.list('base-'))
    .flatMap(({ name }) => {
      const [, moment] = baseName.exec(name) ?? []
      return moment === undefined ? [] : [{ name, at: momentOf(moment) }]
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
}

const momentOf = (text: string) =>
  new Date(
    text.replace(/T(\d\d)(\d\d)(\d\d)Z$/, (_, hours, minutes, seconds) => `T${hours}:${minutes}:${seconds}Z`),
  )

export async function readBase(place: ArchivePlace, name: string): Promise<Base> {
  return withWorkFolder(async (folder) => {
    const path = join(folder, 'base.json')
    if ((await place.get(name, path)) === null) throw badInput(`${place.address}/${name} is missing.`)
    return baseSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  })
}

/** Deletes copies that nobody needs to go back so many days, and the log before the oldest that is kept. */
export async function removeOld(deps: Pick<PitrDeps, 'place' | 'clock' | 'keptDays'>): Promise<string[]> {
  const { place, clock, keptDays } = deps
  const before = clock.now().getTime() - keptDays * 86_400_000
  const bases = await basesIn(place)
  // The newest of those that are too old leads to the first of the days.
  const last = bases.findIndex(({ at }) => at.getTime() < before)
  const old = last === -1 ? [] : bases.slice(last + 1)
  const oldest = bases[last === -1 ? bases.length - 1 : last]
  if (oldest === undefined) return []
  const removed: string[] = []
  const remove = async (name: string) => {
    await place.remove(name)
    removed.push(name)
  }
  for (const { name } of old) {
    const base = await readBase(place, name)
    await remove(name)
    await remove(filesOf(name, base))
  }
  const { firstSegment } = await readBase(place, oldest.name)
  for (const { name } of await place.list('wal/')) {
    const [, segment] = segmentName.exec(name) ?? []
    if (segment !== undefined && placeInLog(segment) < placeInLog(firstSegment)) await remove(name)
  }
  return removed
}
