import { z } from 'zod'
import { accountRoles, scopes } from '../core/actor.ts'
import { givenPassword, newPassword } from './auth/passwords.ts'

const time = z.iso.datetime()
const token = z.string().min(10).max(1000)

export const email = z
  .string()
  .trim()
  .max(254)
  .toLowerCase()
  .pipe(z.email('is no e-mail address, such as you@example.com'))
const name = z.string().trim().min(1).max(60)
const code = z
  .string()
  .trim()
  .regex(/^\d{6}$/, 'has six digits')

export const signInSchema = z.strictObject({
  email,
  password: givenPassword,
  remember: z.boolean().default(true).describe('false = signed out when the browser is closed'),
})
export const signedInSchema = z.object({
  codeNeeded: z.boolean().describe('true = not signed in yet: send the code of the authenticator app next'),
})
export const codeSchema = z
  .strictObject({ code: code.optional(), recoveryCode: z.string().trim().min(4).max(40).optional() })
  .refine((body) => (body.code === undefined) !== (body.recoveryCode === undefined), 'send one of the two')
export const signUpSchema = z.strictObject({ name, email, password: newPassword })
export const emailSchema = z.strictObject({ email })
export const resetSchema = z.strictObject({ token, password: newPassword })
export const tokenSchema = z.strictObject({ token })
export const claimSchema = z.strictObject({ token, email, name: name.optional(), password: newPassword })
export const joinSchema = z.strictObject({ token, name: name.optional(), password: newPassword })
export const doneSchema = z.object({ sentence: z.string() })

export const changePasswordSchema = z.strictObject({ password: givenPassword, newPassword })
export const changeEmailSchema = z.strictObject({ password: givenPassword, newEmail: email })
export const passwordSchema = z.strictObject({ password: givenPassword })
export const totpSchema = z.object({
  uri: z.string().describe('for the QR code of an authenticator app'),
  recoveryCodes: z.array(z.string()).describe('each good once; shown now and never again'),
})
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) })

export const accountSchema = z.object({
  id: z.int(),
  name: z.string(),
  role: z.enum(accountRoles),
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  twoFactor: z.boolean(),
  disabled: z.boolean(),
  createdAt: time,
  lastSeenAt: time.nullable(),
})
export const accountListSchema = z.object({ items: z.array(accountSchema), next: z.null() })
export const accountChangeSchema = z.strictObject({
  role: z.enum(['admin', 'member', 'viewer']).optional(),
  disabled: z.boolean().optional(),
})
export const invitationInputSchema = z.strictObject({
  email,
  role: z.enum(['admin', 'member', 'viewer']).default('member'),
})
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

export const keyInputSchema = z.strictObject({
  name,
  scope: z.enum(scopes),
  expiresInDays: z.int().min(1).max(366).default(90),
})
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

export const passkeySchema = z.object({
  id: z.int(),
  name: z.string().nullable(),
  createdAt: time.nullable(),
})
export const passkeyListSchema = z.object({ items: z.array(passkeySchema), next: z.null() })
/** What a browser and its authenticator say to each other is not ours to describe. */
export const webAuthn = z.record(z.string(), z.unknown())
export const passkeyInputSchema = z.strictObject({ name: name.optional(), response: webAuthn })
export const passkeySignInSchema = z.strictObject({ response: webAuthn })

/** Of what the library says of a session; its ids are text. */
export const sessionAnswerSchema = z
  .object({
    session: z.object({ id: z.coerce.number() }),
    user: z.object({ id: z.coerce.number(), role: z.enum(accountRoles) }),
  })
  .nullable()
/** What a key is stored with. */
export const permissionsSchema = z.object({ 'deal-scout': z.array(z.enum(scopes)) })

export const linkParam = z.object({ token: z.string().min(10).max(200) })
export const confirmQuery = z.object({ token: z.string().max(2000).default('') })
