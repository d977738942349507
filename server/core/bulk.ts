import { z } from 'zod'
import { AppError } from './errors.ts'

/** Things that one request may do something with. */
export const bulkItemsMax = 100

/** Ids in a body; one that is there twice is done once. */
export const bulkIds = z
  .array(z.number().int().positive())
  .min(1)
  .max(bulkItemsMax)
  .transform((ids) => [...new Set(ids)])

/** What became of one of them. */
const outcome = {
  done: z.boolean(),
  /** Of a problem (docs/api-errors.md); null = done. */
  code: z.string().nullable(),
  /** A sentence that says what to do; null = done. */
  detail: z.string().nullable(),
}

/** What became of each, in the order of the request. */
export function bulkResult<Key extends z.ZodRawShape>(key: Key) {
  return z.object({
    done: z.number().int(),
    failed: z.number().int(),
    results: z.array(z.object({ ...key, ...outcome })),
  })
}
export const bulkById = bulkResult({ id: z.number().int() })

/**
 * Does the same with each, one after the other, each by itself: what cannot be done with one keeps none from being done. It
 * ends where the server itself fails; to send the whole again does no harm.
 */
export async function withEach<Key extends object>(
  keys: readonly Key[],
  run: (key: Key) => Promise<unknown>,
) {
  const results: (Key & { done: boolean; code: string | null; detail: string | null })[] = []
  for (const key of keys) {
    try {
      await run(key)
      results.push({ ...key, done: true, code: null, detail: null })
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error
      results.push({ ...key, done: false, code: error.code, detail: error.message })
    }
  }
  const done = results.filter((result) => result.done).length
  return { done, failed: results.length - done, results }
}
