import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { samePhotoMin } from '../../model/photo.ts'
import { hashPhoto } from './read-photo.ts'
import { bitCount, hammingDistance, photoDistance, photoKeys, sameAs, samePhoto } from './same.ts'
import { changes, originalOf, samplePhoto } from './samples.ts'

const madeUp = 6
const realPhotos = fileURLToPath(new URL('../../../../shared/photos/', import.meta.url))

async function hashFor(bytes: Uint8Array): Promise<string> {
  const result = await hashPhoto(bytes)
  if ('unusable' in result) throw new Error(result.unusable)
  return result.hash
}

/** Hashes of the photos, and of all that `changes` makes of each. */
async function hashAll(photos: Uint8Array[]) {
  const hashes = await Promise.all(photos.map(hashFor))
  const changed: { kind: string; of: number; hash: string }[] = []
  for (const [of, photo] of photos.entries()) {
    const original = await originalOf(photo)
    for (const [kind, makers] of Object.entries(changes))
      for (const change of makers) changed.push({ kind, of, hash: await hashFor(await change(original)) })
  }
  return { hashes, changed }
}

function check({ hashes, changed }: Awaited<ReturnType<typeof hashAll>>): void {
  const recall = (of: typeof changed) =>
    of.filter((one) => samePhoto(one.hash, hashes[one.of]!) >= samePhotoMin).length / of.length
  expect(recall(changed)).toBeGreaterThan(0.98)
  for (const kind of Object.keys(changes))
    expect([kind, recall(changed.filter((one) => one.kind === kind))]).toSatisfy(
      ([, share]: [string, number]) => share >= 0.9,
    )
  const keys = hashes.map((hash) => new Set(photoKeys(hash)))
  const keyed = changed.filter(({ of, hash }) => photoKeys(hash).some((key) => keys[of]!.has(key)))
  expect(keyed.length / changed.length).toBeGreaterThan(0.95)
  for (const [i, hash] of hashes.entries()) {
    const same = sameAs(hash)
    expect(hashes.filter((other, j) => j !== i && same(other) >= samePhotoMin)).toEqual([])
    expect(changed.filter((other) => other.of !== i && same(other.hash) >= samePhotoMin)).toEqual([])
  }
}

describe('what sellers and sites do to a photo leaves it recognisable, and no two photos are taken for one', () => {
  it('made-up photos', async () => {
    check(
      await hashAll(
        await Promise.all(Array.from({ length: madeUp }, (_, seed) => samplePhoto(seed, 640, 480))),
      ),
    )
  })

  it.skipIf(!existsSync(realPhotos))('real photos (skipped where ../shared/photos is absent)', async () => {
    // A third of them: all, with 64 changed copies each, take minutes (`npm run bench -- photos`).
    const names = readdirSync(realPhotos).filter((_, at) => at % 3 === 0)
    check(await hashAll(names.map((name) => readFileSync(`${realPhotos}${name}`))))
  })
})

describe('samePhoto', () => {
  it('is 1 for a photo and itself, symmetric, and between 0 and 1', async () => {
    const original = await originalOf(await samplePhoto(3))
    const hash = await hashFor(original.png)
    expect(samePhoto(hash, hash)).toBe(1)
    const others = await Promise.all(
      Object.values(changes).map(async ([change]) => hashFor(await change!(original))),
    )
    others.push(await hashFor(await samplePhoto(4)))
    for (const other of others) {
      const score = samePhoto(hash, other)
      expect(samePhoto(other, hash)).toBe(score)
      expect(sameAs(hash)(other)).toBe(score)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }
    expect(others.some((other) => samePhoto(hash, other) === 0)).toBe(true)
  })

  it('says 0 of hashes of another version and of texts that are none, equal or not', async () => {
    const hash = await hashFor(await samplePhoto(1))
    const newer = `02${hash.slice(2)}`
    const wrong = ['', '01', 'x'.repeat(hash.length), hash.slice(1), `${hash}0`, hash.toUpperCase(), newer]
    for (const other of wrong) {
      expect(samePhoto(hash, other)).toBe(0)
      expect(samePhoto(other, hash)).toBe(0)
      expect(samePhoto(other, other)).toBe(0)
      expect(photoDistance(hash, other)).toBe(null)
      expect(photoKeys(other)).toEqual([])
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        expect(samePhoto(text, hash)).toBe(0)
      }),
    )
  })

  it('does not take a product for the same one in another colour', async () => {
    const { png, width, height } = await originalOf(await samplePhoto(5))
    const grey = await sharp(png).greyscale().toColourspace('srgb').png().toBuffer()
    const painted = async (background: string) =>
      hashFor(
        await sharp(grey)
          .composite([{ input: { create: { width, height, channels: 3, background } }, blend: 'soft-light' }])
          .png()
          .toBuffer(),
      )
    const [red, blue] = [await painted('#f04030'), await painted('#3050f0')]
    expect(photoDistance(red, blue)).toBeLessThan(10)
    expect(samePhoto(red, blue)).toBeLessThan(samePhotoMin)
    expect(samePhoto(red, await hashFor(grey))).toBeGreaterThanOrEqual(samePhotoMin)
  })
})

describe('bits', () => {
  it('are counted as a plain count does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (word) => {
        expect(bitCount(word)).toBe([...word.toString(2)].filter((digit) => digit === '1').length)
      }),
    )
  })

  it('differ in as many as were flipped', () => {
    fc.assert(
      fc.property(
        fc.uint32Array({ minLength: 4, maxLength: 4 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 127 })),
        (words, flipped) => {
          const other = Uint32Array.from(words)
          for (const bit of flipped) other[bit >>> 5]! ^= 1 << (bit & 31)
          expect(hammingDistance(words, other)).toBe(flipped.length)
        },
      ),
    )
  })
})

describe('photoKeys', () => {
  it('are at most 38 whole numbers of 23 bits, each once, whatever the bits', () => {
    fc.assert(
      fc.property(hashes, (hash) => {
        const keys = photoKeys(hash)
        expect(keys.length).toBeLessThanOrEqual(38)
        expect(new Set(keys).size).toBe(keys.length)
        for (const key of keys) expect(Number.isInteger(key) && key >= 0 && key < 2 ** 23).toBe(true)
      }),
    )
  })

  it('share one when a view of each differs in at most one low frequency', () => {
    fc.assert(
      fc.property(
        hashes,
        hashes,
        fc.nat(18),
        fc.nat(18),
        fc.option(fc.nat(127)),
        (hash, other, from, to, flipped) => {
          const views = viewsOf(hash)
          const theirs = viewsOf(other)
          theirs[to] = flipped === null ? views[from]! : flipBit(views[from]!, flipped)
          const keys = new Set(photoKeys(hash))
          expect(photoKeys(`${other.slice(0, 6)}${theirs.join('')}`).some((key) => keys.has(key))).toBe(true)
        },
      ),
    )
  })
})

const hashes = fc
  .uint8Array({ minLength: 306, maxLength: 306 })
  .map((bytes) => `01${Buffer.from(bytes).toString('hex')}`)

const viewsOf = (hash: string): string[] => hash.slice(6).match(/.{32}/g)!

function flipBit(view: string, bit: number): string {
  const words = view.match(/.{8}/g)!.map((word) => Number.parseInt(word, 16))
  words[bit >>> 5] = (words[bit >>> 5]! ^ (1 << (bit & 31))) >>> 0
  return words.map((word) => word.toString(16).padStart(8, '0')).join('')
}
