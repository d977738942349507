import type { Actor } from '../core/actor.ts'
import type { Http } from '../core/http.ts'
import { type Summary, summarySchema } from './schema.ts'

export interface SummaryRouteDeps {
  sumUp(actor: Actor): Promise<Summary>
}

export function summaryRoutes(http: Http, { sumUp }: SummaryRouteDeps): void {
  http.get(
    '/api/summary',
    {
      schema: {
        tags: ['me'],
        description:
          'What you should know first: unread messages, deals that are new to you, sources that show nothing, and what needs a hand.',
        response: { 200: summarySchema },
      },
    },
    ({ actor }) => sumUp(actor),
  )
}
