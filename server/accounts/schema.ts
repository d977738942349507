import { z } from 'zod'
import { accountRoles, scopes } from '../core/actor.ts'
import { typedCurrencySchema } from '../core/money.ts'
import { isStorable } from '../core/text.ts'
import { timeZoneSchema } from '../core/time-zone.ts'
import { unitChoices } from '../core/units.ts'
import { travelCostSchema } from '../model/score-schema.ts'
import { givenPassword, newPassword } from './passwords/passwords.ts'
import { hourCycles, weekStarts } from './profile.ts'

const time = z.iso.datetime()
const token = z.string().min(10).max(1000)

export const email = z
  .string()
  .trim()
  .max(254)
  .toLowerCase()
  .pipe(z.email('is no e-mail address, such as you@example.com'))
const name = z.string().trim().min(1).max(60)

export const signInSchema = z
  .strictObject({
    email,
    password: givenPassword,
    remember: z.boolean().default(true).describe('false = signed out when the browser is closed'),
  })
  .meta({ example: { email: 'you@example.com', password: 'seven quiet herons' } })
export const signUpSchema = z
  .strictObject({ name, email, password: newPassword })
  .meta({ example: { name: 'Anna', email: 'you@example.com', password: 'seven quiet herons' } })
export const emailSchema = z.strictObject({ email }).meta({ example: { email: 'you@example.com' } })
export const resetSchema = z
  .strictObject({ token, password: newPassword })
  .meta({ example: { token: 'k3Jx0vQ2m8YbT1nRzW5cLd', password: 'nine quiet herons' } })
export const tokenSchema = z.strictObject({ token }).meta({ example: { token: 'k3Jx0vQ2m8YbT1nRzW5cLd' } })
export const claimSchema = z
  .strictObject({ token, email, name: name.optional(), password: newPassword })
  .meta({
    example: {
      token: 'k3Jx0vQ2m8YbT1nRzW5cLd',
      email: 'you@example.com',
      name: 'Anna',
      password: 'seven quiet herons',
    },
  })
export const joinSchema = z
  .strictObject({ token, name: name.optional(), password: newPassword })
  .meta({ example: { token: 'k3Jx0vQ2m8YbT1nRzW5cLd', name: 'Ben', password: 'seven quiet herons' } })
export const doneSchema = z.object({ sentence: z.string() })

export const changePasswordSchema = z
  .strictObject({ password: givenPassword, newPassword })
  .meta({ example: { password: 'seven quiet herons', newPassword: 'nine quiet herons' } })
export const changeEmailSchema = z
  .strictObject({ password: givenPassword, newEmail: email })
  .meta({ example: { password: 'seven quiet herons', newEmail: 'new@example.com' } })

/** There is no way back, so a session that somebody left open is not enough. */
export const deletionSchema = z
  .strictObject({ password: givenPassword })
  .meta({ example: { password: 'seven quiet herons' } })

export const accountSchema = z.object({
  id: z.int(),
  name: z.string(),
  role: z.enum(accountRoles),
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  disabled: z.boolean(),
  secondFactor: z.boolean().describe('whether a code is asked for after the password'),
  passkeys: z.int().describe('how many there are'),
  createdAt: time,
  lastSeenAt: time.nullable(),
  version: z.string().describe('of role and state: for `ifVersion` of a change'),
})
export const ifVersion = z.object({
  ifVersion: z
    .string()
    .min(1)
    .max(80)
    .optional()
    .describe(
      'The `version` that was read: where it is another by now, nothing is changed (409 `account-changed`).',
    ),
})
export const accountListSchema = z.object({ items: z.array(accountSchema), next: z.null() })
export const accountChangeSchema = z
  .strictObject({
    role: z.enum(['admin', 'member', 'viewer']).optional(),
    disabled: z.boolean().optional(),
  })
  .meta({ example: { role: 'viewer' } })
export const invitationInputSchema = z
  .strictObject({
    email,
    role: z.enum(['admin', 'member', 'viewer']).default('member'),
  })
  .meta({ example: { email: 'ben@example.com', role: 'member' } })
export const openInvitationSchema = z.object({
  id: z.int(),
  email: z.string(),
  role: z.enum(accountRoles),
  by: z.string().nullable().describe('who invited; null where the account is gone, or nobody was named'),
  createdAt: time,
  expiresAt: time,
  over: z.boolean().describe('whether it is too late for it'),
})
export const openInvitationListSchema = z.object({ items: z.array(openInvitationSchema), next: z.null() })
export const invitationSchema = z.object({
  url: z.string().describe('for the invited person only'),
  sent: z.boolean().describe('whether it is on its way by e-mail'),
  expiresAt: time,
})

export const sessionSchema = z.object({
  id: z.int(),
  createdAt: time,
  usedAt: time.describe('to the day'),
  expiresAt: time,
  address: z.string().nullable(),
  browser: z.string().nullable(),
  current: z.boolean(),
})
export const sessionListSchema = z.object({ items: z.array(sessionSchema), next: z.null() })

export const keyInputSchema = z
  .strictObject({
    name,
    scope: z.enum(scopes),
    expiresInDays: z.int().min(1).max(366).default(90),
  })
  .meta({ example: { name: 'dashboard', scope: 'read' } })
export const keySchema = z.object({
  id: z.int(),
  name: z.string(),
  start: z.string().nullable().describe('how it begins, to tell them apart'),
  scope: z.enum(scopes).nullable(),
  createdAt: time,
  expiresAt: time.nullable(),
  lastUsedAt: time.nullable().describe('to the minute'),
})
export const keyListSchema = z.object({ items: z.array(keySchema), next: z.null() })
export const madeKeySchema = keySchema.extend({ key: z.string().describe('shown now and never again') })

/** Of what the library says of a session; its ids are text. */
export const sessionAnswerSchema = z
  .object({
    session: z.object({ id: z.coerce.number(), byPasskey: z.boolean() }),
    user: z.object({ id: z.coerce.number(), role: z.enum(accountRoles), twoFactorEnabled: z.boolean() }),
  })
  .nullable()
/** What a key is stored with. */
export const permissionsSchema = z.object({ 'deal-scout': z.array(z.enum(scopes)) })

export const linkParam = z.object({ token: z.string().min(10).max(200) })
export const confirmQuery = z.object({ token: z.string().max(2000).default('') })

const field = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    /** The operator's, since you chose none. */
    isDefault: z.boolean(),
  })

/** Who you are, and what of your profile is yours. */
export const meSchema = z
  .object({
    id: z.number().int(),
    name: z.string(),
    roles: z.array(z.enum(accountRoles)),
    profile: z.object({
      home: field(
        z
          .object({
            /** As it was written. */
            text: z.string(),
            label: z.string(),
            lat: z.number(),
            lon: z.number(),
            country: z.string(),
          })
          .nullable(),
      ),
      units: field(z.enum(unitChoices)),
      currency: field(z.string()),
      timeZone: field(z.string()),
      travel: field(travelCostSchema),
      /** BCP 47; null = as the browser has it. */
      language: field(z.string().nullable()),
      hourCycle: field(z.enum(hourCycles).nullable()),
      weekStart: field(z.enum(weekStarts).nullable()),
    }),
  })
  .meta({
    example: {
      ...{ id: 1, name: 'Ann', roles: ['owner'] },
      profile: {
        home: {
          value: { text: '94612', label: 'Oakland, CA', lat: 37.809, lon: -122.27, country: 'US' },
          isDefault: false,
        },
        units: { value: 'mi', isDefault: false },
        currency: { value: 'USD', isDefault: true },
        timeZone: { value: 'America/Los_Angeles', isDefault: true },
        travel: { value: { centsPerKm: 15, currency: 'USD' }, isDefault: true },
        language: { value: 'en-US', isDefault: false },
        hourCycle: { value: null, isDefault: true },
        weekStart: { value: null, isDefault: true },
      },
    },
  })
export type Me = z.output<typeof meSchema>

const languageSchema = z
  .string()
  .trim()
  .max(35)
  .refine((tag) => canonicalLanguage(tag) !== null, 'is no language such as en, en-GB or de')
  .transform((tag) => canonicalLanguage(tag)!)

function canonicalLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

/** What is left out stays; null goes back to the operator's default. */
export const mePatchSchema = z
  .strictObject({
    profile: z.strictObject({
      /** ZIP code or city, looked up offline. */
      home: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .refine(isStorable, 'has characters that cannot be stored')
        .nullable()
        .optional(),
      units: z.enum(unitChoices).nullable().optional(),
      currency: typedCurrencySchema.nullable().optional(),
      timeZone: timeZoneSchema.nullable().optional(),
      travel: travelCostSchema.nullable().optional(),
      /** Such as `en`, `en-GB` or `de`: how figures and dates are written, and the texts where they were translated. */
      language: languageSchema.nullable().optional(),
      hourCycle: z.enum(hourCycles).nullable().optional(),
      weekStart: z.enum(weekStarts).nullable().optional(),
    }),
  })
  .meta({ example: { profile: { home: 'Oakland, CA', currency: 'USD' } } })
export type ProfilePatch = z.output<typeof mePatchSchema>['profile']
