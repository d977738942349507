import type { z } from 'zod'
import { authorized } from '../../core/actor.ts'
import { conflict, notFound } from '../../core/errors.ts'
import type { Http } from '../../core/http.ts'
import { noContent } from '../../core/http-document.ts'
import { idParam } from '../../core/id-param.ts'
import { bodyLimit } from '../auth/routes.ts'
import type { SigningDeps } from '../auth/signing.ts'
import { scopeOf } from '../auth/who-asks.ts'
import { keyInputSchema, keyListSchema, type keySchema, madeKeySchema } from '../schema.ts'
import { endKey, keysOf, type StoredKey } from './key-store.ts'

const tags = ['accounts']
const config = { access: 'self' } as const

/** Keys for programs: made and ended by the person whose rows they open, and shown once. */
export function keyRoutes(
  http: Http,
  { db, auth, audit, claimed }: SigningDeps & { claimed(): Promise<boolean> },
): void {
  http.get(
    '/api/auth/keys',
    { config, schema: { tags, response: { 200: keyListSchema } } },
    async ({ actor }) => ({ items: (await keysOf(db, authorized(actor, 'self'))).map(keyView), next: null }),
  )
  http.post(
    '/api/auth/keys',
    { config, bodyLimit, schema: { tags, body: keyInputSchema, response: { 201: madeKeySchema } } },
    async ({ actor, body }, reply) => {
      // It would outlive the set-up, whoever made it.
      if (!(await claimed())) throw conflict('not-set-up', 'Nobody signs in here yet: no key is needed.')
      const { api } = await auth.library()
      const { key, id } = await api.createApiKey({
        body: {
          // Never what the caller says: once anybody could have keys made for anybody (CVE-2025-61928).
          userId: String(authorized(actor, 'self')),
          name: body.name,
          expiresIn: body.expiresInDays * 86_400,
          permissions: { 'deal-scout': [body.scope] },
        },
      })
      const userId = authorized(actor, 'self')
      const made = (await keysOf(db, userId)).find((one) => one.id === Number(id))
      const { scope, expiresInDays } = body
      await audit.note(db, {
        ...{ what: 'key-made', person: userId, target: ['key', id], details: { scope, expiresInDays } },
      })
      return reply
        .status(201)
        .header('cache-control', 'no-store')
        .send({ ...keyView(made!), key })
    },
  )
  http.delete(
    '/api/auth/keys/:id',
    { config, schema: { tags, params: idParam, response: { 204: noContent } } },
    async ({ actor, params }, reply) => {
      const person = authorized(actor, 'self')
      await db.transaction(async (tx) => {
        if (!(await endKey(tx, person, params.id))) throw notFound('key')
        await audit.note(tx, { what: 'key-ended', person, target: ['key', params.id] })
      })
      return reply.status(204).send()
    },
  )
}

function keyView({
  permissions,
  createdAt,
  expiresAt,
  lastUsedAt,
  ...key
}: StoredKey): z.input<typeof keySchema> {
  return {
    ...key,
    scope: scopeOf(permissions),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }
}
