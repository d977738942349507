import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError } from './errors.ts'

/**
 * Notes which methods each address takes. What is returned says why a request reached no route: there is nothing (404), or
 * something that takes other methods (405, with `Allow`). Add it before the routes.
 */
export function watchMethods(app: FastifyInstance) {
  const methodsAt = new Map<string, { pattern: RegExp; methods: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    const at = methodsAt.get(url) ?? { pattern: patternOf(url), methods: new Set() }
    for (const one of [method].flat()) at.methods.add(one)
    methodsAt.set(url, at)
  })

  return ({ method, url }: FastifyRequest, reply: FastifyReply): AppError => {
    const path = url.split('?')[0]!
    const allowed = [...methodsAt.values()].flatMap(({ pattern, methods }) =>
      pattern.test(path) ? [...methods] : [],
    )
    // A route may find nothing at an address that is its own.
    if (allowed.length === 0 || allowed.includes(method)) {
      return new AppError({
        code: 'no-such-route',
        status: 404,
        message: `There is nothing at ${method} ${path}.`,
      })
    }
    const list = [...new Set(allowed)].toSorted().join(', ')
    reply.header('allow', list)
    return new AppError({
      code: 'method-not-allowed',
      status: 405,
      message: `${path} does not take ${method}, only ${list}.`,
    })
  }
}

/** Of an address with `:names`, each of which is one part of the path, and `*`, which is any number of them. */
function patternOf(url: string): RegExp {
  const parts = url
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:[^/]+/g, '[^/]+')
    .replaceAll('*', '.*')
  return new RegExp(`^${parts}$`)
}
