import { z } from 'zod'

/** A copy of the server's files, from which its log leads on. */
export const baseSchema = z.object({
  format: z.literal('deal-scout-pitr-1'),
  release: z.string(),
  startedAt: z.iso.datetime(),
  /** Before this moment nothing can be restored from it. */
  endedAt: z.iso.datetime(),
  /** The first segment of the log that it needs. */
  firstSegment: z.string().regex(/^[0-9A-F]{24}$/),
  systemId: z.string(),
  postgres: z.string(),
  platform: z.string(),
  /** Of the files as they were before they were packed. */
  sha256: z.string(),
  encrypted: z.boolean(),
})
export type Base = z.output<typeof baseSchema>
