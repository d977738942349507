import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import { idParam } from '../../core/id-param.ts'
import type { DealDeps } from '../listing-pages.ts'
import {
  manyMarkedSchema,
  markedSchema,
  markInputSchema,
  marksInputSchema,
  undoInputSchema,
} from './mark-schema.ts'
import { markListing, markListings, undoMarks } from './marks.ts'

const tags = ['marks']

/** What a person did with listings. */
export function markRoutes(http: Http, deps: DealDeps): void {
  http.put(
    '/api/listings/:id/mark',
    {
      config: { access: 'own' },
      schema: {
        tags,
        description:
          'What you did with a listing, and your note on it, for you alone; what is left out stays. Whoever hides, contacts or buys something has seen it.',
        params: idParam,
        body: markInputSchema,
        response: { 200: markedSchema },
      },
    },
    ({ params, body, actor }) => markListing(deps, authorized(actor, 'own'), params.id, body),
  )
  http.post(
    '/api/listings/marks',
    {
      config: { access: 'own' },
      schema: {
        tags,
        description:
          'The same for many, by their ids or by all that fits a filter of /api/deals (at most 10,000), and up to when all was seen. One undo takes the whole back.',
        body: marksInputSchema,
        response: { 200: manyMarkedSchema },
      },
    },
    ({ body, actor }) => markListings(deps, authorized(actor, 'own'), body),
  )
  http.post(
    '/api/listings/marks/undo',
    {
      config: { access: 'own' },
      schema: {
        tags,
        description: 'Takes a change of marks back, within a day; the answer names how to take that back.',
        body: undoInputSchema,
        response: { 200: manyMarkedSchema },
      },
    },
    ({ body, actor }) => undoMarks(deps, authorized(actor, 'own'), body.undo),
  )
}
