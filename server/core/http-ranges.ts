import { open } from 'node:fs/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { badInput } from './errors.ts'

/** What is read at once: more than a tile, or the index of a file of them, ever has. */
const partBytesMax = 8 * 1024 * 1024

/**
 * Sends the part of a large file that is asked for (`Range: bytes=0-16383`, RFC 9110, 14): one part, never all of it. A file
 * that was changed since has another tag.
 */
export async function sendPart(
  request: FastifyRequest,
  reply: FastifyReply,
  { path, type }: { path: string; type: string },
): Promise<FastifyReply> {
  await using file = await open(path)
  const { size, mtimeMs } = await file.stat()
  const asked = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(request.headers.range ?? '')
  if (asked === null)
    throw badInput('Ask for a part of this file: Range: bytes=0-16383.', { range: 'is missing' })
  const from = Number(asked[1])
  const to = Math.min(size - 1, from + partBytesMax - 1, asked[2] === undefined ? size - 1 : Number(asked[2]))
  reply.header('accept-ranges', 'bytes').type(type)
  if (from > to) return reply.status(416).header('content-range', `bytes */${size}`).send('')
  const bytes = Buffer.alloc(to - from + 1)
  const { bytesRead } = await file.read(bytes, 0, bytes.length, from)
  return reply
    .status(206)
    .headers({
      etag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`,
      'cache-control': 'private, no-cache',
      'content-range': `bytes ${from}-${from + bytesRead - 1}/${size}`,
    })
    .send(bytes.subarray(0, bytesRead))
}
