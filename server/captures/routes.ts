import type { z } from 'zod'
import { type Authorized, authorized } from '../core/actor.ts'
import type { Http } from '../core/http.ts'
import {
  type CaptureInput,
  type CaptureView,
  captureInputSchema,
  captureSchema,
  captureSitesQuery,
  captureSitesSchema,
  pageBytesMax,
} from './schema.ts'

export interface CaptureRouteDeps {
  /** Reads what a person hands in, takes in what it shows as theirs, and says what became of it. */
  take(userId: Authorized<'capture'>, input: CaptureInput): Promise<CaptureView>
  /** Sites whose pages can be read, and whose a host is. */
  sites(host?: string): z.input<typeof captureSitesSchema>
}

const tags = ['captures']
const config = { access: 'capture', extensionMay: true } as const
/** JSON writes quotes and line ends as two characters. */
const bodyLimit = 2 * pageBytesMax

/** What a person has on their screen comes in beside scans and imports: docs/capture.md. */
export function captureRoutes(http: Http, deps: CaptureRouteDeps): void {
  http.post(
    '/api/captures',
    {
      config: { ...config, limit: 'costly' },
      bodyLimit,
      schema: {
        tags,
        description:
          'Takes in the listings of a page that you have before you (docs/capture.md), at most 8 MiB of it, as yours alone; nothing is asked of the site. An address alone makes the listing known, to be watched and valued until its page is seen. Sent again, it changes nothing.',
        body: captureInputSchema,
        response: { 200: captureSchema },
      },
    },
    async ({ body, actor }) => deps.take(authorized(actor, 'capture'), body),
  )
  http.get(
    '/api/captures/sites',
    {
      config,
      schema: {
        tags,
        description: 'Sites whose pages can be handed in, and whether a host is of one of them.',
        querystring: captureSitesQuery,
        response: { 200: captureSitesSchema },
      },
    },
    async ({ query }) => deps.sites(query.host),
  )
}
