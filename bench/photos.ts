import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import sharpPhash from 'sharp-phash'
import sharpPhashDistance from 'sharp-phash/distance.js'
import { samePhotoMin } from '../server/model/photo.ts'
import { hashPhoto } from '../server/photos/hash/read-photo.ts'
import { photoDistance, photoKeys, sameAs, samePhoto } from '../server/photos/hash/same.ts'
import { changes, type Original, originalOf, samplePhoto } from '../server/photos/hash/samples.ts'

// Both modules are CommonJS: what they export is their default, which their types do not say.
const wholePhash = sharpPhash as unknown as (image: Uint8Array) => Promise<string>
const bitsApart = sharpPhashDistance as unknown as (a: string, b: string) => number

/** The distance that is usual for one 64-bit hash of the whole picture. */
const wholeDistanceMax = 10
const samples = 40

/**
 * How well photos are recognised: recall per kind of change, the nearest of the photos that show different things, and
 * how fast. Photos of `--dir` (by default ../shared/photos, where it is) or, without one, made-up scenes.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const at = args.indexOf('--dir')
  const given = fileURLToPath(new URL('../../shared/photos', import.meta.url))
  const dir = at >= 0 ? args[at + 1]! : existsSync(given) ? given : null
  const photos = dir === null ? await madeUp() : fromFolder(dir)
  const hashes: string[] = []
  const originals: Original[] = []
  let [unusable, hashMs] = [0, 0]
  for (const photo of photos) {
    const startedAt = performance.now()
    const result = await hashPhoto(photo)
    hashMs += performance.now() - startedAt
    if ('unusable' in result) {
      unusable++
      continue
    }
    hashes.push(result.hash)
    originals.push(await originalOf(photo))
  }

  const recall: Record<string, string> = {}
  const changedHashes: { of: number; hash: string }[] = []
  const total = { found: 0, wholeFound: 0, keyed: 0, count: 0 }
  const wholes = await Promise.all(originals.map(({ png }) => wholePhash(png)))
  for (const [kind, makers] of Object.entries(changes)) {
    let [found, wholeFound, keyed, count, farthest] = [0, 0, 0, 0, 0]
    for (const [of, original] of originals.entries()) {
      const keys = new Set(photoKeys(hashes[of]!))
      for (const change of makers) {
        count++
        const bytes = await change(original)
        if (bitsApart(await wholePhash(bytes), wholes[of]!) <= wholeDistanceMax) wholeFound++
        const result = await hashPhoto(bytes)
        if ('unusable' in result) continue
        changedHashes.push({ of, hash: result.hash })
        farthest = Math.max(farthest, photoDistance(result.hash, hashes[of]!)!)
        if (samePhoto(result.hash, hashes[of]!) >= samePhotoMin) found++
        if (photoKeys(result.hash).some((key) => keys.has(key))) keyed++
      }
    }
    total.found += found
    total.wholeFound += wholeFound
    total.keyed += keyed
    total.count += count
    recall[kind] =
      `${percent(found, count)} of ${count} (farthest ${farthest} bits; sharing a key ${percent(keyed, count)}; one whole pHash ${percent(wholeFound, count)})`
  }

  const parts = await partPairs(originals)
  const pairs = distinctPairs(hashes, changedHashes)
  return {
    photos: `${hashes.length} (${unusable} unusable) from ${dir ?? 'made-up scenes'}`,
    ...Object.fromEntries(Object.entries(recall).map(([kind, figures]) => [`recall, ${kind}`, figures])),
    'recall, all': `${percent(total.found, total.count)} of ${total.count} (sharing a key ${percent(total.keyed, total.count)}; one whole pHash ≤ ${wholeDistanceMax} bits ${percent(total.wholeFound, total.count)})`,
    ...pairs,
    ...parts,
    'hashes per second': Math.round((photos.length / hashMs) * 1000),
    'comparisons per second': comparisonsPerSecond(hashes),
    'threads of sharp': sharp.concurrency(),
  }
}

function fromFolder(dir: string): Buffer[] {
  return readdirSync(dir)
    .filter((name) => /\.(?:jpe?g|png|webp|avif)$/i.test(name))
    .map((name) => readFileSync(join(dir, name)))
}

async function madeUp(): Promise<Buffer[]> {
  const photos: Buffer[] = []
  for (let seed = 0; seed < samples; seed++) photos.push(await samplePhoto(seed))
  return photos
}

/** Photos of different things, and each against the changed ones of all others. */
function distinctPairs(hashes: string[], changed: { of: number; hash: string }[]) {
  let [pairs, nearest, falsePairs, sharing] = [0, 128, 0, 0]
  let [changedPairs, changedNearest, changedFalse] = [0, 128, 0]
  for (const [i, hash] of hashes.entries()) {
    const same = sameAs(hash)
    const keys = new Set(photoKeys(hash))
    for (const other of hashes.slice(i + 1)) {
      pairs++
      nearest = Math.min(nearest, photoDistance(hash, other)!)
      if (same(other) >= samePhotoMin) falsePairs++
      if (photoKeys(other).some((key) => keys.has(key))) sharing++
    }
    for (const other of changed) {
      if (other.of === i) continue
      changedPairs++
      changedNearest = Math.min(changedNearest, photoDistance(hash, other.hash)!)
      if (same(other.hash) >= samePhotoMin) changedFalse++
    }
  }
  return {
    'distinct pairs': `${pairs}, nearest ${nearest} bits, false ${falsePairs}, sharing a key ${sharing}`,
    'distinct pairs, one changed': `${changedPairs}, nearest ${changedNearest} bits, false ${changedFalse}`,
  }
}

/** Sixths of photos against those of other photos: many more different pictures than there are photos. */
async function partPairs(originals: Original[]) {
  const parts: { of: number; hash: string }[] = []
  for (const [of, { png, width, height }] of originals.entries()) {
    const size = { width: Math.floor(width / 3), height: Math.floor(height / 2) }
    for (let part = 0; part < 6; part++) {
      const corner = { left: (part % 3) * size.width, top: Math.floor(part / 3) * size.height }
      const result = await hashPhoto(
        await sharp(png)
          .extract({ ...corner, ...size })
          .png()
          .toBuffer(),
      )
      if ('hash' in result) parts.push({ of, hash: result.hash })
    }
  }
  let [pairs, nearest, falsePairs, sharing] = [0, 128, 0, 0]
  for (const [i, { of, hash }] of parts.entries()) {
    const same = sameAs(hash)
    const keys = new Set(photoKeys(hash))
    for (const other of parts.slice(i + 1)) {
      if (other.of === of) continue
      pairs++
      nearest = Math.min(nearest, photoDistance(hash, other.hash)!)
      if (same(other.hash) >= samePhotoMin) falsePairs++
      if (photoKeys(other.hash).some((key) => keys.has(key))) sharing++
    }
  }
  return {
    'distinct pairs of parts': `${pairs}, nearest ${nearest} bits, false ${falsePairs}, sharing a key ${sharing}`,
  }
}

function comparisonsPerSecond(hashes: string[]): number {
  const startedAt = performance.now()
  let count = 0
  while (performance.now() - startedAt < 1000)
    for (const hash of hashes) {
      const same = sameAs(hash)
      for (const other of hashes) same(other)
      count += hashes.length
    }
  return Math.round((count / (performance.now() - startedAt)) * 1000)
}

const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)} %`
