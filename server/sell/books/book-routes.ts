import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import type { SellDeps } from '../deps.ts'
import { moneySchema } from '../schema.ts'
import { bookChangesSchema, bookSettingsSchema, driveInputSchema } from './book-schema.ts'
import { bookSettings, changeBookSettings } from './book-settings.ts'
import { addDrive } from './mileage.ts'

const tags = ['sell']

export function bookSettingRoutes(http: Http, deps: SellDeps): void {
  http.post(
    '/api/drives',
    {
      schema: {
        tags,
        description:
          'Books a drive in miles or kilometres as an amount of the kind `mileage`, by your rate of that day or the one that is given; its note keeps distance, unit and rate.',
        body: driveInputSchema,
        response: { 201: moneySchema },
      },
    },
    async ({ body, actor }, reply) =>
      reply.status(201).send(await addDrive(deps, authorized(actor, 'write'), body)),
  )
  http.get(
    '/api/sell/books',
    {
      schema: {
        tags,
        description:
          'How your books are kept: what a mile or a kilometre counts, on which days, and in which line of the year’s sums each kind of amount is.',
        response: { 200: bookSettingsSchema },
      },
    },
    ({ actor }) => bookSettings(deps.db, authorized(actor, 'read')),
  )
  http.patch(
    '/api/sell/books',
    {
      schema: {
        tags,
        description:
          'What is left out stays. What is booked already keeps its amounts; the sums of every year follow the lines.',
        body: bookChangesSchema,
        response: { 200: bookSettingsSchema },
      },
    },
    ({ body, actor }) => changeBookSettings(deps, authorized(actor, 'write'), body),
  )
}
