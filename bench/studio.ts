import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import exifr from 'exifr'
import { pino } from 'pino'
import sharp from 'sharp'
import { seededRandom } from '../server/core/random.ts'
import { createReaderPool, reader } from '../server/core/reader-pool.ts'
import { samplePhoto } from '../server/photos/hash/samples.ts'
import type { CleanedPhoto, CleanResult } from '../server/sell/photos/child/clean.ts'
import type { CutOut } from '../server/sell/photos/child/cut-out.ts'
import { installedCutOut } from '../server/sell/photos/cut-out-add-on.ts'
import {
  barcodeReader,
  cleaner,
  cutter,
  makeFolder,
  openStudioReaders,
  type StudioReaders,
} from '../server/sell/photos/readers.ts'
import { ean13Of, withBarcode } from '../test/harness/barcodes.ts'
import { watchMemory } from './lib-process-memory.ts'
import { percentile } from './lib-statistics.ts'
import type { besideBare } from './lib-studio-bare.ts'

const beside = reader<typeof besideBare>(
  new URL('./lib-studio-bare.ts', import.meta.url),
  'besideBare',
  240_000,
)
const samples = 30
const barcodesDrawn = 60
const cutMax = 8

/**
 * The photo studio on the photos of `--dir` (by default ../shared/photos, where it is; else made-up scenes), each with a
 * place written into it before: how long cleaning takes, what memory, how many outputs tell the place, how many
 * files that are no photos are refused, how many of 60 drawn barcodes are read. With the add-on's folder in `--cut-out`,
 * cutting out beside the bare runtime. `--sheet FILE` draws them before and after.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const flag = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
  const shared = fileURLToPath(new URL('../../shared/photos', import.meta.url))
  const dir = flag('--dir') ?? (existsSync(shared) ? shared : null)
  const dataDir = mkdtempSync(join(tmpdir(), 'deal-scout-studio-'))
  const readers = openStudioReaders({ dataDir, log: pino({ level: 'silent' }) })
  makeFolder(readers)
  try {
    const photos = dir === null ? await madeUp() : fromFolder(dir)
    const files = await Promise.all(photos.map((photo, at) => withPlace(readers, photo, at)))
    await readers.read(cleaner, [files[0]!])
    const cleaned = await watchMemory(() => cleanAll(readers, files))
    const ready = cleaned.result.flatMap(({ result }) => ('unusable' in result ? [] : [result]))
    const cutOuts = await cutAll(ready, flag('--cut-out'))
    const sheet = flag('--sheet')
    if (sheet !== undefined) await drawSheet(sheet, ready, cutOuts.results)
    const ms = cleaned.result.map((one) => one.ms).sort((a, b) => a - b)
    return {
      photos: files.length,
      cleanMs: Math.round(percentile(ms, 50) ?? 0),
      cleanMs95: Math.round(percentile(ms, 95) ?? 0),
      ...cutOuts.figures,
      mainGrewMb: cleaned.mainGrewMb,
      peakMb: Math.max(cleaned.childPeakMb, cutOuts.peakMb),
      cleanPeakMb: cleaned.childPeakMb,
      changed: ready.filter(({ clean }) => clean !== null).length,
      cropped: ready.filter(({ did }) => did.crop !== null).length,
      withGps: await withGps(ready),
      refused: await refusedOf(readers),
      barcodes: await barcodesRead(readers, photos),
    }
  } finally {
    await readers.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const fromFolder = (dir: string) =>
  readdirSync(dir)
    .filter((name) => /\.(?:jpe?g|png|webp)$/i.test(name))
    .sort()
    .map((name) => readFileSync(join(dir, name)))
const madeUp = () => Promise.all(Array.from({ length: samples }, (_, seed) => samplePhoto(seed, 1600, 1200)))

/** As a phone sends it: 12 million pixels, with a place. */
async function withPlace({ folder }: StudioReaders, photo: Buffer, at: number): Promise<string> {
  const path = join(folder, `bench-${at}`)
  const large = await sharp(photo)
    .autoOrient()
    .resize(4032, 4032, { fit: 'inside' })
    .withExif({
      IFD2: { DateTimeOriginal: '2026:11:30 14:05:59' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 30/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '13/1 24/1 0/1',
      },
    })
    .jpeg({ quality: 92 })
    .toBuffer()
  writeFileSync(path, large)
  return path
}

async function cleanAll(readers: StudioReaders, files: string[]) {
  const all: { ms: number; result: CleanResult }[] = []
  for (const file of files) {
    const startedAt = performance.now()
    const result = await readers.read(cleaner, [file])
    all.push({ ms: performance.now() - startedAt, result })
  }
  return all
}

async function withGps(ready: CleanedPhoto[]): Promise<number> {
  let found = 0
  for (const { plain, clean } of ready)
    for (const bytes of [plain.large, plain.small, ...(clean === null ? [] : [clean.large, clean.small])])
      if ((await exifr.parse(Buffer.from(bytes), { gps: true }).catch(() => undefined)) !== undefined) found++
  return found
}

async function cutAll(ready: CleanedPhoto[], folder: string | undefined) {
  const model = folder === undefined ? null : await installedCutOut(folder)
  const readable = [
    fileURLToPath(new URL('.', import.meta.url)),
    ...(folder === undefined ? [] : [`${folder}/`]),
  ]
  const limits = { heapMibMax: 512, rssMibMax: 4096, processesMax: 1, readable }
  const open = () => createReaderPool({ log: pino({ level: 'silent' }), limits })
  const results: (CutOut | null)[] = []
  const [ours, theirs]: [number[], number[]] = [[], []]
  await using pools = new AsyncDisposableStack()
  const alone = pools.adopt(open(), (pool) => pool.close())
  const { childPeakMb } = await watchMemory(() => alone.read(cutter, [ready[0]!.plain.large, model]))
  const both = pools.adopt(open(), (pool) => pool.close())
  // The network is read from the disk first.
  if (model !== null) await both.read(beside, [ready[0]!.plain.large, model])
  for (const { plain } of model === null ? ready : ready.slice(0, cutMax)) {
    const startedAt = performance.now()
    if (model === null) {
      results.push(await alone.read(cutter, [plain.large, null]))
      ours.push(performance.now() - startedAt)
    } else {
      const { cut, oursMs, bareMs } = await both.read(beside, [plain.large, model])
      results.push(cut)
      ours.push(oursMs)
      theirs.push(bareMs)
    }
  }
  const middle = (values: number[]) => percentile(values, 50) ?? 0
  return {
    results,
    peakMb: childPeakMb,
    figures: {
      cutOutBy: model === null ? 'fill' : 'model',
      cutoutMs: Math.round(middle(ours)),
      bareRatio: model === null ? null : Math.round((100 * middle(theirs)) / middle(ours)) / 100,
      cutOut: results.filter((one) => one?.sizes != null).length,
      cutOutTried: results.length,
    },
  }
}

/** Files that are no photos, each of which must be refused and none of which may end the program. */
async function refusedOf(readers: StudioReaders): Promise<string> {
  const photo = await samplePhoto(1, 800, 600)
  const png = await sharp(photo).png().toBuffer()
  const bad = [
    Buffer.alloc(0),
    Buffer.from('ignore your instructions'),
    photo.subarray(0, photo.length / 3),
    Buffer.concat([png.subarray(0, 200), Buffer.alloc(5000, 3)]),
    Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
    await sharp(photo).resize(40, 30).jpeg().toBuffer(),
    Buffer.concat([Buffer.from('RIFF\xff\xff\xff\x7fWEBPVP8 ', 'latin1'), Buffer.alloc(500, 9)]),
  ]
  let refused = 0
  for (const [at, bytes] of bad.entries()) {
    const path = join(readers.folder, `bad-${at}`)
    writeFileSync(path, bytes)
    if ('unusable' in (await readers.read(cleaner, [path]))) refused++
  }
  return `${refused}/${bad.length}`
}

async function barcodesRead(readers: StudioReaders, photos: Buffer[]) {
  const roll = seededRandom(60)
  const between = (low: number, high: number) => low + roll() * (high - low)
  let [read, wrong] = [0, 0]
  for (let at = 0; at < barcodesDrawn; at++) {
    const number = ean13Of(
      `${at % 2 === 0 ? '978' : '401'}${String(Math.floor(roll() * 1e9)).padStart(9, '0')}`,
    )
    const drawn = { tilt: between(-30, 30), blur: between(0, 1.6), glare: between(0, 0.6), modulePx: 4 }
    const found = await readers.read(barcodeReader, [
      await withBarcode(photos[at % photos.length]!, number, drawn),
    ])
    if (found.some((one) => one.number === number)) read++
    wrong += found.filter((one) => one.number !== number).length
  }
  return { drawn: barcodesDrawn, read, wrong }
}

const cellPx = 320

/** Rows of before, after and cut out. */
async function drawSheet(path: string, ready: CleanedPhoto[], cuts: (CutOut | null)[]): Promise<void> {
  const cells = ready.flatMap(({ plain, clean }, row) => [
    plain.small,
    clean?.small ?? plain.small,
    ...(cuts[row]?.sizes ? [cuts[row].sizes.small] : [null]),
  ])
  const inputs = await Promise.all(
    cells.map(async (bytes, at) => ({
      input:
        bytes === null
          ? await sharp({ create: { width: cellPx, height: cellPx, channels: 3, background: '#666' } })
              .png()
              .toBuffer()
          : await sharp(bytes)
              .resize(cellPx, cellPx, { fit: 'contain', background: '#444' })
              .png()
              .toBuffer(),
      left: (at % 6) * cellPx,
      top: Math.floor(at / 6) * cellPx,
    })),
  )
  await sharp({
    create: {
      width: 6 * cellPx,
      height: Math.ceil(cells.length / 6) * cellPx,
      channels: 3,
      background: '#444',
    },
  })
    .composite(inputs)
    .jpeg({ quality: 80 })
    .toFile(path)
}
