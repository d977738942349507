import type { Http } from '../core/http.ts'

/**
 * The addresses that messages link to. There are no pages yet, so they lead to what the API tells about the same
 * thing; links in old messages keep their meaning once there are.
 */
export function addressRoutes(http: Http): void {
  const hidden = { schema: { hide: true } }
  http.get('/', hidden, (_, reply) => reply.redirect('/api/deals', 302))
  http.get('/listings/:id', hidden, (request, reply) =>
    reply.redirect(`/api/listings/${encodeURIComponent((request.params as { id: string }).id)}`, 302),
  )
  http.get('/notifications', hidden, (_, reply) => reply.redirect('/api/notifications', 302))
  http.get('/settings/notifications', hidden, (_, reply) => reply.redirect('/api/channels', 302))
}
