import { readFile } from 'node:fs/promises'
import decode from 'heic-decode'
import { pixelsMaxOf } from './format.ts'
import type { Pixels } from './tones.ts'

/** The first picture of a HEIC file as RGBA, upright; throws what libheif says. `tooMany` = its pixels, not decoded. */
export async function decodeHeic(path: string): Promise<Pixels | { tooMany: number }> {
  const pictures = await decode.all({ buffer: await readFile(path) })
  const [first] = pictures
  if (first === undefined) throw new Error('no picture in it')
  try {
    const pixels = first.width * first.height
    if (pixels > pixelsMaxOf('heic')) return { tooMany: pixels }
    const { width, height, data } = await first.decode()
    return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) }
  } finally {
    pictures.dispose()
  }
}
