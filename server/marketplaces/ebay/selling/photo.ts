import { createHash } from 'node:crypto'
import type { Step } from '../../../model/selling.ts'
import type { SellingContext } from '../../selling-contract.ts'
import { call, failed, isFailed } from './call.ts'
import { textOf, timeOf } from './json.ts'

const media = '/commerce/media/v1_beta/image'
const bytesMax = 12 * 1024 * 1024

/** Gives eBay a photo; the same photo twice are two there, of which one without a listing goes by itself. */
export async function uploadPhoto(
  jpeg: Uint8Array,
  ctx: SellingContext,
): Step<{ url: string; expiresAt: Date | null }> {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8)
    return { outcome: 'refused', reason: 'The photo is not a JPEG: clean it up again before posting.' }
  if (jpeg.length > bytesMax)
    return { outcome: 'refused', reason: 'eBay takes photos of up to 12 MB: make this one smaller.' }
  // Of the photo itself, which cannot hold it; the same photo is the same call in the ledger.
  const boundary = `photo-${createHash('sha256').update(jpeg).digest('hex')}`
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="image"; filename="photo.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
  const came = await call(
    {
      ...{ step: 'upload-photo', method: 'POST', host: 'apim', path: `${media}/create_image_from_file` },
      file: {
        bytes: Buffer.concat([Buffer.from(head), jpeg, Buffer.from(`\r\n--${boundary}--\r\n`)]),
        type: `multipart/form-data; boundary=${boundary}`,
      },
      // Nobody sees a photo without a listing: the same may be sent again.
      changes: false,
    },
    ctx,
  )
  if (isFailed(came)) return came
  const photo = photoOf(came.json ?? {})
  if (photo !== null) return { value: photo, warnings: came.warnings }
  // The description has the address in the answer; a Location alone is what older ones gave.
  const id = came.location?.split('/').at(-1) ?? ''
  if (!/^[\w-]{1,100}$/.test(id)) return failed('away', 'eBay took the photo but did not say where it is.')
  const read = await call({ step: 'read-photo', method: 'GET', host: 'apim', path: `${media}/${id}` }, ctx)
  if (isFailed(read)) return read
  const found = photoOf(read.json ?? {})
  return found === null
    ? failed('away', 'eBay took the photo but did not say where it is.')
    : { value: found, warnings: read.warnings }
}

function photoOf({ imageUrl, expirationDate }: Readonly<Record<string, unknown>>) {
  const url = textOf(imageUrl)
  return url?.startsWith('https://') ? { url, expiresAt: timeOf(expirationDate) } : null
}
