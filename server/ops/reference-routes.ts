import { createHash } from 'node:crypto'
import type { Http } from '../core/http.ts'

/** What the reference page may ask of others or keep: nothing. */
const configuration = {
  url: '/api/openapi.json',
  pageTitle: 'Deal Scout API',
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
  persistAuth: false,
  defaultOpenAllTags: true,
} as const

/**
 * `/api/reference`: the OpenAPI document as a page to read and try out. Its script comes from here and is loaded with the
 * first server, since it is large. It writes styles into the page, which no other page may: the exception is of this path.
 */
export function referenceRoutes(http: Http): void {
  http.register(async (scope) => {
    const { default: reference } = await import('@scalar/fastify-api-reference')
    scope.addHook('onSend', async (_, reply, payload) => {
      const type = String(reply.getHeader('content-type') ?? '')
      if (type.startsWith('text/html') && typeof payload === 'string')
        reply.header('content-security-policy', policyOf(payload))
      if (type.startsWith('application/javascript')) reply.header('cache-control', 'private, max-age=3600')
      return payload
    })
    await scope.register(reference, { routePrefix: '/api/reference', configuration })
  })
}

/** Of scripts in the page only those that we wrote, by their digest. */
function policyOf(page: string): string {
  const digests = [...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script]) => `'sha256-${createHash('sha256').update(script!).digest('base64')}'`,
  )
  return [
    `default-src 'self'`,
    `script-src 'self' ${digests.join(' ')}`,
    `script-src-attr 'none'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `object-src 'none'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ].join(';')
}
