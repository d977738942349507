import type { Sql, Tx } from '../../core/db.ts'
import type { PhotoFile } from './photo.ts'

/** What is held at once of a file on its way in or out. */
export const partBytes = 1024 * 1024

export async function insertPart(
  tx: Tx,
  photoId: number,
  file: PhotoFile,
  part: number,
  bytes: Uint8Array,
): Promise<void> {
  await tx.query('INSERT INTO item_photo_parts (photo_id, file, part, bytes) VALUES ($1, $2, $3, $4)', [
    photoId,
    file,
    part,
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  ])
}

/** Writes a file that is whole in memory, in the place of what was there. */
export async function replaceFile(
  tx: Tx,
  photoId: number,
  file: PhotoFile,
  bytes: Uint8Array,
): Promise<void> {
  await tx.query('DELETE FROM item_photo_parts WHERE photo_id = $1 AND file = $2', [photoId, file])
  for (let part = 0; part * partBytes < bytes.length; part++)
    await insertPart(tx, photoId, file, part, bytes.subarray(part * partBytes, (part + 1) * partBytes))
}

/** A file piece by piece; none where there is no such file. Whoever reads has made sure whose it is. */
export async function* partsOf(sql: Sql, photoId: number, file: PhotoFile): AsyncGenerator<Buffer> {
  for (let part = 0; ; part++) {
    const { rows } = await sql.query<{ bytes: Buffer }>(
      'SELECT bytes FROM item_photo_parts WHERE photo_id = $1 AND file = $2 AND part = $3',
      [photoId, file, part],
      'item-photo-part',
    )
    if (rows[0] === undefined) return
    yield rows[0].bytes
  }
}

/** A file of ours, which is small; null where there is none. */
export async function wholeFile(sql: Sql, photoId: number, file: PhotoFile): Promise<Buffer | null> {
  const parts: Buffer[] = []
  for await (const part of partsOf(sql, photoId, file)) parts.push(part)
  return parts.length === 0 ? null : Buffer.concat(parts)
}
