import { authorized } from '../core/actor.ts'
import type { Http } from '../core/http.ts'
import { noContent } from '../core/http-document.ts'
import { idParam } from '../core/id-param.ts'
import { viewInputSchema, viewListSchema, viewPatchSchema, viewSchema, viewsMax } from './schema.ts'
import { listViews } from './store.ts'
import { addView, changeView, removeView, savedView, type ViewDeps } from './views.ts'

const tags = ['views']

/** Filters of the deals under names of one's own. */
export function viewRoutes(http: Http, deps: ViewDeps): void {
  http.get(
    '/api/views',
    {
      schema: {
        tags,
        description: 'Your saved views of the deals, the oldest first.',
        response: { 200: viewListSchema },
      },
    },
    async ({ actor }) => ({ items: (await listViews(deps.db, authorized(actor, 'read'))).map(savedView) }),
  )
  http.post(
    '/api/views',
    {
      config: { access: 'own' },
      schema: {
        tags,
        description: `Keeps a view: a name, and what follows the ? of its address. At most ${viewsMax}, each by a name of its own.`,
        body: viewInputSchema,
        response: { 201: viewSchema },
      },
    },
    async ({ body, actor }, reply) =>
      reply.status(201).send(await addView(deps, authorized(actor, 'own'), body)),
  )
  http.patch(
    '/api/views/:id',
    {
      config: { access: 'own' },
      schema: {
        tags,
        description: 'Renames a view or has it show something else; what is left out stays.',
        params: idParam,
        body: viewPatchSchema,
        response: { 200: viewSchema },
      },
    },
    ({ params, body, actor }) => changeView(deps, authorized(actor, 'own'), params.id, body),
  )
  http.delete(
    '/api/views/:id',
    {
      config: { access: 'own' },
      schema: { tags, params: idParam, response: { 204: noContent } },
    },
    async ({ params, actor }, reply) => {
      await removeView(deps, authorized(actor, 'own'), params.id)
      return reply.status(204).send()
    },
  )
}
