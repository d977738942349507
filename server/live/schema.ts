import { z } from 'zod'

/** For who cannot send the header, as a browser that opens a stream anew cannot. */
export const streamQuery = z.object({ after: z.string().max(100).optional() })

/** What stands on the wire: text/event-stream. */
export const streamSchema = z.string().meta({
  example: 'id: 7311-912-55\nevent: told\ndata: {"ids":[318]}\n\n',
})
