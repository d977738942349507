import type { Http } from '../core/http.ts'
import { changeProfile, type MeDeps, readMe } from './me.ts'
import { mePatchSchema, meSchema } from './schema.ts'

const tags = ['me']

export function meRoutes(http: Http, deps: MeDeps): void {
  http.get(
    '/api/me',
    {
      config: { neverKept: true },
      schema: {
        tags,
        description: 'Who you are, and your profile: each field, and whether it is the operator’s default.',
        response: { 200: meSchema },
      },
    },
    ({ actor }) => readMe(deps, actor),
  )
  http.patch(
    '/api/me',
    {
      // A viewer lives somewhere, too.
      config: { access: 'own' },
      schema: {
        tags,
        description: 'What is left out stays; null goes back to the operator’s default.',
        body: mePatchSchema,
        response: { 200: meSchema },
      },
    },
    ({ body, actor }) => changeProfile(deps, actor, body.profile),
  )
}
