import { createHash } from 'node:crypto'

/** Stands before what was encrypted with a secret, so it stays the same whichever others there are, and in what order. */
export function secretVersion(secret: string): number {
  return createHash('sha256').update(secret).digest().readUInt32BE() >>> 1
}
