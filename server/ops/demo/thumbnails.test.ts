import { crc32, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { pictureKinds } from './catalogue.ts'
import { thumbnail } from './thumbnails.ts'

describe('thumbnail', () => {
  it('draws a valid PNG for every kind of thing', () => {
    for (const kind of pictureKinds) {
      const png = thumbnail(`${kind}-3fa9-1`)!
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
      const names: string[] = []
      for (let at = 8; at < png.length; ) {
        const length = png.readUInt32BE(at)
        names.push(png.toString('latin1', at + 4, at + 8))
        expect(crc32(png.subarray(at + 4, at + 8 + length))).toBe(png.readUInt32BE(at + 8 + length))
        if (names.at(-1) === 'IDAT') {
          expect(inflateSync(png.subarray(at + 8, at + 8 + length))).toHaveLength(481 * 360)
        }
        at += 12 + length
      }
      expect(names).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
      expect(png.length).toBeLessThan(5000)
    }
  })

  it('draws a name always the same and other names differently', () => {
    expect(thumbnail('bike-3fa9-1')).toEqual(thumbnail('bike-3fa9-1'))
    expect(thumbnail('bike-3fa9-1')).not.toEqual(thumbnail('bike-3fa9-2'))
    expect(thumbnail('bike-3fa9-1')).not.toEqual(thumbnail('bike-0001-1'))
  })

  it('knows no other names', () => {
    for (const name of ['', 'bike', 'bike-3fa9', 'yacht-3fa9-1', 'bike-3FA9-1', '__proto__-3fa9-1']) {
      expect(thumbnail(name)).toBeNull()
    }
  })
})
