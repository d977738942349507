import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const begins = 'deal-scout-backup-'
const leftMs = 24 * 3_600_000

/**
 * A folder that only this user reads, for as long as `use` runs. Takes away what processes left that were killed a day
 * ago and more: everything may be in it.
 */
export async function withWorkFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const parent = tmpdir()
  await removeLeft(parent)
  const folder = await mkdtemp(join(parent, begins))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function removeLeft(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!/^deal-scout-backup-\w{6}$/.test(name)) continue
    const path = join(parent, name)
    const left = await stat(path).catch(() => null)
    if (left === null || left.uid !== process.getuid?.() || Date.now() - left.mtimeMs < leftMs) continue
    await rm(path, { recursive: true, force: true })
  }
}
