import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'

/** A line of words on the thing, as it was read. */
export interface ReadLine {
  text: string
  /** 0–1. */
  confidence: number
}

const require = createRequire(import.meta.url)
const trained = join(dirname(require.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int')

// One in a process, since what it learned from takes a second to load; the process ends when nothing is read.
let worker: Promise<Worker> | undefined

const linesMax = 60
const charsMax = 200
const confidenceMin = 0.6
const readPx = 1600

/** The lines of Latin letters and digits that can be read on a photo, top to bottom; nothing is fetched. */
export async function readWords(jpeg: Uint8Array): Promise<ReadLine[]> {
  worker ??= createWorker('eng', OEM.LSTM_ONLY, {
    ...{ langPath: trained, cacheMethod: 'none', gzip: true },
    errorHandler: () => {},
  }).then(async (made) => {
    await made.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT })
    return made
  })
  const image = await sharp(jpeg)
    .resize({ width: readPx, height: readPx, fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .normalise()
    .png({ compressionLevel: 1 })
    .toBuffer()
  const { data } = await (await worker).recognize(image, {}, { blocks: true, text: false })
  const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((one) => one.lines))
  return lines
    .map(({ words }) => wordsOf(words))
    .filter((line) => line !== null)
    .slice(0, linesMax)
}

/** What of a line is sure; a line of single letters is the grain of a table. */
function wordsOf(words: readonly { text: string; confidence: number }[]): ReadLine | null {
  const sure = words.filter(
    ({ text, confidence }) => confidence / 100 >= confidenceMin && /[\p{L}\p{N}]{2}/u.test(text),
  )
  if (sure.length === 0) return null
  const text = sure
    .map((word) => word.text)
    .join(' ')
    .slice(0, charsMax)
  if (text.replace(/[^\p{L}\p{N}]/gu, '').length < 3) return null
  const confidence = sure.reduce((sum, word) => sum + word.confidence, 0) / sure.length / 100
  return { text, confidence: Math.round(confidence * 100) / 100 }
}
