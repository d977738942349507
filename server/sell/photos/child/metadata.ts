/** Segments of a JPEG that say more than the picture needs: EXIF and XMP (APP1), IPTC (APP13), remarks (COM), others' own. */
const mayStay: ReadonlySet<number> = new Set([
  // JFIF, and Adobe's note of how colours are stored.
  0xe0, 0xee,
  // Tables and frames.
  0xdb, 0xc0, 0xc1, 0xc2, 0xc4, 0xdd,
])

/** Throws where a JPEG carries anything beside the picture: place, time, camera, remarks. */
export function assertBare(jpeg: Uint8Array): void {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) throw new Error('no JPEG came out')
  let at = 2
  while (at + 4 <= jpeg.length) {
    if (jpeg[at] !== 0xff) throw new Error('a broken JPEG came out')
    const kind = jpeg[at + 1]!
    // The picture itself begins.
    if (kind === 0xda) return
    if (!mayStay.has(kind)) throw new Error(`a photo came out with a segment ${kind.toString(16)}`)
    at += 2 + ((jpeg[at + 2]! << 8) | jpeg[at + 3]!)
  }
  throw new Error('a JPEG without a picture came out')
}
