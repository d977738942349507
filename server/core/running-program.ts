import { readFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const fileName = 'running.json'
const schema = z.object({
  address: z.url({ protocol: /^http$/ }),
  pid: z.number().int().positive(),
  token: z.string(),
})

/** A program that runs on a data folder: where it answers, and what it is shown by who may read the folder's files. */
export interface RunningProgram {
  address: string
  token: string
}

/**
 * Writes into the data folder where the program that runs on it answers, for commands on the same machine; resolves
 * with what takes it back. A folder that cannot be written only means that nobody finds it.
 */
export async function announceRunning(
  dataDir: string,
  { address, token }: RunningProgram,
): Promise<() => Promise<void>> {
  const file = join(dataDir, fileName)
  const written = await writeAnew(file, JSON.stringify({ address, token, pid: process.pid })).then(
    () => true,
    () => false,
  )
  return async () => {
    if (written && read(dataDir)?.pid === process.pid) await rm(file, { force: true })
  }
}

/** A file of before keeps its mode, and whoever has it open, so the token never goes into one. */
async function writeAnew(file: string, text: string): Promise<void> {
  const own = `${file}.${process.pid}`
  await rm(own, { force: true })
  try {
    await writeFile(own, text, { mode: 0o600, flag: 'wx' })
    await rename(own, file)
  } catch (error) {
    await rm(own, { force: true })
    throw error
  }
}

/** The program that runs on this data folder; null where none does. It may have died a moment ago. */
export function runningProgram(dataDir: string): RunningProgram | null {
  const found = read(dataDir)
  return found !== null && isAlive(found.pid) ? found : null
}

function read(dataDir: string): z.output<typeof schema> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(join(dataDir, fileName), 'utf8')))
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process is one, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
