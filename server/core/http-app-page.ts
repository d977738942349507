import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Files whose name holds a digest of what is in them never change. */
const isNamedByContent = /-[\w-]{8}\.\w+$/
const yearMs = 365 * 86_400_000
const hourMs = 3_600_000

/** What stands beside the assets: the page for whoever keeps it, and what keeps it. Browsers look for others every time. */
const rootFiles = ['index.html', 'service-worker.js']

/**
 * Serves what was built of the app that runs in browsers: its files at `/assets/…`, and its one page wherever a browser
 * goes to that no route has. What is returned answers such a request, or gives null where it is none. Add it after the
 * hooks that routes need.
 */
export async function addAppPage(app: FastifyInstance, folder: string, command: string) {
  const isBuilt = existsSync(join(folder, 'index.html'))
  if (isBuilt) await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true })
  app.get(
    '/assets/*',
    { config: { access: 'open' }, schema: { hide: true }, compress: false },
    ({ params }, reply) => {
      if (!isBuilt) return reply.callNotFound()
      const file = (params as { '*': string })['*']
      const immutable = isNamedByContent.test(file)
      return reply.sendFile(`assets/${file}`, { immutable, maxAge: immutable ? yearMs : hourMs })
    },
  )
  for (const file of rootFiles)
    app.get(
      `/${file}`,
      { config: { access: 'open' }, schema: { hide: true }, compress: false },
      (_, reply) => {
        if (!isBuilt) return reply.callNotFound()
        if (file === 'service-worker.js') reply.header('service-worker-allowed', '/')
        return reply.header('cache-control', 'private, no-cache').sendFile(file, { cacheControl: false })
      },
    )
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply | null => {
    if (!isNavigation(request)) return null
    if (isBuilt)
      return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
    return reply.status(503).type('text/html; charset=utf-8').send(unbuiltPage(command))
  }
}

/** A person's browser goes to a page: neither a call of a program nor a file. */
export function isNavigation({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split('?')[0]!
  return (
    (method === 'GET' || method === 'HEAD') &&
    /\btext\/html\b/.test(headers.accept ?? '') &&
    !/^\/(?:api|assets|account|feeds)(?:\/|$)/.test(path) &&
    !path.slice(path.lastIndexOf('/')).includes('.')
  )
}

function unbuiltPage(command: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Not built yet</title>
<link rel="stylesheet" href="/account/style.css">
</head>
<body>
<main>
<h1>The web app is not built yet</h1>
<p>Run <code>${command}</code> in the folder of the program, then start it again. Everything else works meanwhile:
alerts are sent, and the API answers at <a href="/api/openapi.json">/api/openapi.json</a>.</p>
</main>
</body>
</html>
`
}
