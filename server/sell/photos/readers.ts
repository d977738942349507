import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../core/log.ts'
import { createReaderPool, type Read, type ReadingFailure, reader } from '../../core/reader-pool.ts'
import type { readBarcodes } from './child/barcodes.ts'
import type { cleanPhoto, shortenPhoto } from './child/clean.ts'
import type { cutOut } from './child/cut-out.ts'
import type { readWords } from './child/words.ts'

const child = (file: string) => new URL(`./child/${file}.ts`, import.meta.url)
export const cleaner = reader<typeof cleanPhoto>(child('clean'), 'cleanPhoto', 60_000)
export const shortener = reader<typeof shortenPhoto>(child('clean'), 'shortenPhoto', 30_000)
export const barcodeReader = reader<typeof readBarcodes>(child('barcodes'), 'readBarcodes', 30_000)
export const wordReader = reader<typeof readWords>(child('words'), 'readWords', 90_000)
export const cutter = reader<typeof cutOut>(child('cut-out'), 'cutOut', 180_000)

/** The processes that look at people's own photos, each with one photo at a time. */
export interface StudioReaders {
  read: Read
  /** Words take seconds: whoever waits for a photo to be cleaned does not wait for them. */
  readSlow: Read
  /** The network that cuts out holds more than a gigabyte. */
  readLarge: Read
  /** In which photos are laid that a process is to read. */
  folder: string
  /** Where the add-on for cutting out is, if it is. */
  cutOutFolder: string
  close(): Promise<void>
}

export const cutOutFolderOf = (dataDir: string): string => join(dataDir, 'cut-out')

export function openStudioReaders(deps: {
  dataDir: string
  log: Log
  observe?(reader: string, kind: ReadingFailure): void
}): StudioReaders {
  const folder = join(deps.dataDir, 'studio')
  const cutOutFolder = cutOutFolderOf(deps.dataDir)
  const usual = createReaderPool({
    ...deps,
    limits: { heapMibMax: 192, rssMibMax: 768, processesMax: 1, readable: [`${folder}/`], idleMs: 30_000 },
  })
  const slow = createReaderPool({
    ...deps,
    limits: { heapMibMax: 256, rssMibMax: 768, processesMax: 1, idleMs: 30_000 },
  })
  const large = createReaderPool({
    ...deps,
    limits: {
      heapMibMax: 512,
      rssMibMax: 2560,
      processesMax: 1,
      readable: [`${cutOutFolder}/`],
      idleMs: 15_000,
    },
  })
  return {
    ...{ read: usual.read, readSlow: slow.read, readLarge: large.read, folder, cutOutFolder },
    close: async () => void (await Promise.all([usual, slow, large].map((pool) => pool.close()))),
  }
}

/** Made at the first use: most programs never see a photo of somebody's own. */
export function makeFolder({ folder }: Pick<StudioReaders, 'folder'>): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
}
