import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { badInput, errorMessage } from '../../core/errors.ts'
import { type Manifest, manifestSchema } from './schema.ts'

export const manifestFile = 'manifest.json'
/** Written beside it once the backup was restored somewhere and found to be the same. */
export const verifiedFile = 'verified.json'

/** What a folder with a backup says of itself. Throws where it holds none, or one that this program cannot read. */
export async function readManifest(folder: string): Promise<Manifest> {
  let text: string
  try {
    text = await readFile(join(folder, manifestFile), 'utf8')
  } catch (error) {
    const isAway = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
    throw badInput(
      isAway
        ? `${folder} holds no whole backup: there is no ${manifestFile} in it. Name a folder that "deal-scout backup" made, such as deal-scout-2026-05-04T093000Z.`
        : `${join(folder, manifestFile)} cannot be read: ${errorMessage(error)}`,
    )
  }
  return parseManifest(text, folder)
}

/** The same of its text; `where` is how people name the backup. */
export function parseManifest(text: string, where: string): Manifest {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw damaged(where)
  }
  if ((json as { format?: unknown } | null)?.format !== 'deal-scout-backup-1')
    throw badInput(
      `${where} is no backup that this Deal Scout can read (its format is ${JSON.stringify((json as { format?: unknown } | null)?.format ?? null)}). Take the version that made it.`,
    )
  const read = manifestSchema.safeParse(json)
  if (!read.success) throw damaged(where)
  return read.data
}

function damaged(where: string) {
  return badInput(`${where}/${manifestFile} is damaged. Take another backup, or fetch this one again.`)
}
