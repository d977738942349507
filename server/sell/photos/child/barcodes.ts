import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes as readAll } from 'zxing-wasm/reader'

/** A number of a product that a barcode shows. */
export interface Barcode {
  kind: 'isbn' | 'gtin'
  /** 13 digits, with a check digit that fits. */
  number: string
}

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')

// Compiled once in a process; never fetched: the package's own default is an address of a CDN.
let prepared: Promise<unknown> | undefined

async function prepare(): Promise<void> {
  prepared ??= readFile(wasm).then((wasmBinary) =>
    prepareZXingModule({
      overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer },
      fireImmediately: true,
    }),
  )
  await prepared
}

/** Lengths of the longest side at which a code is looked for: a blurred one is found when it is smaller. */
const triedPx = [2048, 1200, 700]

/**
 * The product numbers (EAN-13, UPC-A, ISBN) that barcodes in a photo show. Codes without a check digit are no
 * numbers of products, and short ones (EAN-8, UPC-E) are misread too easily; neither is looked for.
 */
export async function readBarcodes(jpeg: Uint8Array): Promise<Barcode[]> {
  await prepare()
  const found = new Map<string, Barcode>()
  for (const [pass, longestPx] of triedPx.entries()) {
    let image = sharp(jpeg).resize({
      width: longestPx,
      height: longestPx,
      fit: 'inside',
      withoutEnlargement: true,
    })
    // The second and third look sharpens what the camera blurred.
    if (pass > 0) image = image.sharpen({ sigma: 1.5 })
    const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    const results = await readAll(
      {
        data: new Uint8ClampedArray(data),
        ...{ width: info.width, height: info.height, colorSpace: 'srgb' },
      } as Parameters<typeof readAll>[0],
      {
        formats: ['EAN-13', 'UPC-A'],
        ...{ tryHarder: true, tryRotate: true, tryInvert: false, tryDownscale: true },
        maxNumberOfSymbols: 8,
      },
    )
    for (const { isValid, text } of results) {
      const number = isValid ? gtin13(text) : null
      if (number !== null) found.set(number, { kind: /^97[89]/.test(number) ? 'isbn' : 'gtin', number })
    }
    if (found.size > 0) break
  }
  return [...found.values()]
}

/** 13 digits with their check digit; null for what is no product's number. */
export function gtin13(text: string): string | null {
  const digits = text.replace(/[^\d]/g, '')
  if (digits.length !== 12 && digits.length !== 13) return null
  const number = digits.padStart(13, '0')
  const sum = [...number].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  // A shop's own numbers (price and weight) name no product anywhere else.
  const isShops = /^(?:02|2)/.test(number)
  return sum % 10 === 0 && !isShops && Number(number) > 0 ? number : null
}
