import type { Actor } from '../core/actor.ts'
import type { Feature } from '../core/feature.ts'
import { type Summary, summarySchema } from './schema.ts'

/** What a person should know first. */
export function summaryFeature({ sumUp }: { sumUp(actor: Actor): Promise<Summary> }) {
  return {
    name: 'summary',
    routes(http) {
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
    },
  } satisfies Feature
}
