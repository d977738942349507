import { Readable } from 'node:stream'
import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import { noContent } from '../../core/http-document.ts'
import { bodyLimit, withCookies } from '../auth/routes.ts'
import { provePassword, type SigningDeps, signOut } from '../auth/signing.ts'
import { askerOf } from '../auth/who-asks.ts'
import { deletionSchema } from '../schema.ts'
import { type DeletionDeps, deleteAccount } from './deletion.ts'
import { type ExportDeps, exportOwn, noteExport } from './export.ts'

const tags = ['me']

/** A person takes all that is theirs along, and ends it. */
export function ownRoutes(http: Http, deps: ExportDeps & DeletionDeps & SigningDeps): void {
  http.get(
    '/api/me/export',
    {
      config: { access: 'self', limit: 'costly' },
      schema: {
        tags,
        description:
          'All that is yours, as lines of JSON (application/x-ndjson): first {"export"}, then {"table", "row"} of each row, last {"end", "rows"}: one without that was cut off. What is secret is masked or left out.',
      },
    },
    async ({ actor }, reply) => {
      const userId = authorized(actor, 'self')
      await noteExport(deps, userId)
      return reply
        .type('application/x-ndjson; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="deal-scout-export.ndjson"')
        .send(Readable.from(exportOwn(deps, userId)))
    },
  )
  http.post(
    '/api/me/deletion',
    {
      config: { access: 'self', limit: 'strict' },
      bodyLimit,
      schema: {
        tags,
        description: 'Deletes your account and all that is yours, for good. There is no way back.',
        body: deletionSchema,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const userId = authorized(request.actor, 'self')
      const asker = askerOf(request)
      await provePassword(deps, asker, userId, request.body.password)
      await deleteAccount(deps, userId)
      return withCookies(reply, await signOut(deps, asker))
        .status(204)
        .send()
    },
  )
}
