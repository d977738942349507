import type { Read } from '../../server/core/reader-pool.ts'

/** Reads in this process: for tests of what is read, not of where. */
export const readHere: Read = async (reader, args) => {
  const exported = (await import(reader.module)) as Record<string, (...all: typeof args) => never>
  return exported[reader.name]!(...args)
}
