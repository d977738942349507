import type { FastifyInstance } from 'fastify'

/** Gives each page of a list a `Link` header (RFC 8288) with the addresses of those around it. */
export function addLinks(app: FastifyInstance): void {
  app.addHook('preSerialization', async (request, reply, payload) => {
    const { next, previous } = (payload ?? {}) as { next?: unknown; previous?: unknown }
    const links = Object.entries({ next, prev: previous }).flatMap(([rel, cursor]) =>
      typeof cursor === 'string' ? [`<${withCursor(request.url, cursor)}>; rel="${rel}"`] : [],
    )
    if (request.method === 'GET' && links.length > 0) reply.header('link', links.join(', '))
    return payload
  })
}

/** The address of the same list from elsewhere. */
function withCursor(address: string, cursor: string): string {
  const [path = '', query = ''] = address.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set('cursor', cursor)
  return `${path}?${parameters}`
}
