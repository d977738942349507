import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { badInput, errorMessage } from './errors.ts'
import { isStorable } from './text.ts'

const uploadLimits = { files: 1, fileSize: 512 * 1024 * 1024, fields: 20 }

/**
 * Adds multipart/form-data. Returns how errors are to be read: what the parser says of a body that is cut off or no
 * multipart at all has no status, and comes where the route reads the file.
 */
export async function addUploads(app: FastifyInstance): Promise<(error: unknown) => unknown> {
  await app.register(multipart, { limits: uploadLimits })
  const broken = new WeakSet<object>()
  app.addHook('preHandler', async (request) => {
    if (!request.isMultipart()) return
    const file = request.file.bind(request)
    request.file = async (options) => {
      // While it was found out who asks, the connection may have ended: nothing would ever come.
      if (request.raw.destroyed) throw brokenUpload(new Error('the connection ended'))
      const part = await file(options).catch((error: unknown) => {
        throw brokenUpload(error)
      })
      if (!part) return part
      // What came whole meanwhile is read at once, to where it is cut off.
      if (part.file.errored) throw brokenUpload(part.file.errored)
      part.file.on('error', (error) => broken.add(error))
      if (isStorable(part.filename ?? '')) return part
      throw badInput('The name of the file has a NUL or half a character in it: rename it.', {
        file: 'has a name that cannot be kept',
      })
    }
  })
  return (error) =>
    typeof error === 'object' && error !== null && broken.has(error) ? brokenUpload(error) : error
}

function brokenUpload(error: unknown): unknown {
  if ((error as { statusCode?: number }).statusCode !== undefined) return error
  return badInput(`The upload is broken: ${errorMessage(error)}. Send the whole file again.`)
}
