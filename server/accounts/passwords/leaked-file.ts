import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { AppError, errorMessage } from '../../core/errors.ts'

/**
 * A file of SHA-1 hashes of leaked passwords with how often each was seen, `HASH:COUNT` in ascending order, as the downloader
 * of Have I Been Pwned writes it (https://haveibeenpwned.com/Passwords). SHA-1 is what these files hold: it keeps nothing
 * secret here. It may have tens of gigabytes, so that nothing of it is held in memory.
 */
export async function isInLeakedFile(path: string, password: string): Promise<boolean> {
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase()
  return reading(path, async (file, size) => {
    // Where it is, it begins at `from` or later, and before `to`.
    let [from, to] = [0, size]
    while (from < to) {
      const middle = Math.floor((from + to) / 2)
      const line = await lineAt(file, middle, size)
      if (line === null || line.start >= to) to = middle
      else if (line.hash === hash) return true
      else if (line.hash < hash) from = line.end
      else to = middle
    }
    return false
  })
}

/** How many lines are looked at to tell whether the whole is in order. */
const looksMax = 1_000

/** A sentence of what is wrong with such a file; null where lines all over it are as they should be, and in order. */
export async function leakedFileProblem(path: string): Promise<string | null> {
  try {
    return await reading(path, async (file, size) => {
      if (size === 0) return 'is empty'
      let before = ''
      for (let look = 0; look < looksMax; look++) {
        const line = await lineAt(file, Math.floor((size * look) / looksMax), size)
        if (line === null) break
        if (line.hash < before) return `is not sorted by hash (at byte ${line.start})`
        before = line.hash
      }
      return null
    })
  } catch (error) {
    return error instanceof AppError ? errorMessage(error.internal) : errorMessage(error)
  }
}

async function reading<T>(path: string, run: (file: FileHandle, size: number) => Promise<T>): Promise<T> {
  try {
    await using file = await open(path, 'r')
    return await run(file, (await file.stat()).size)
  } catch (error) {
    throw new AppError({
      code: 'leaked-passwords-away',
      status: 503,
      message:
        'Whether this password has leaked cannot be looked up now: ask the operator to look at the doctor (/admin/doctor).',
      internal: error,
    })
  }
}

interface Line {
  start: number
  /** Where the next one begins. */
  end: number
  hash: string
}

/** Longer than any two lines. */
const windowBytes = 256

/** The first line that begins at this place or after it; null where none does. */
async function lineAt(file: FileHandle, at: number, size: number): Promise<Line | null> {
  // A line begins where one ends: the byte before says whether that is here.
  const from = Math.max(0, at - 1)
  const { bytesRead, buffer } = await file.read(Buffer.alloc(windowBytes), 0, windowBytes, from)
  const text = buffer.toString('latin1', 0, bytesRead)
  const skipped = at === 0 ? 0 : text.indexOf('\n') + 1
  if (at > 0 && skipped === 0) {
    if (from + bytesRead >= size) return null
    throw new Error(`has no lines of HASH:COUNT at byte ${from}`)
  }
  const start = from + skipped
  if (start >= size) return null
  const [whole, hash] = /^([\da-f]{40})(?::\d{1,12})?(?:\r?\n|\r?$)/i.exec(text.slice(skipped)) ?? []
  if (whole === undefined || hash === undefined || (!whole.endsWith('\n') && start + whole.length < size))
    throw new Error(`has no line of HASH:COUNT at byte ${start}`)
  return { start, end: start + whole.length, hash: hash.toUpperCase() }
}
