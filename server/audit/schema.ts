import { z } from 'zod'
import { auditTargets, auditVias } from '../core/audit.ts'
import { type AuditCode, auditCodes } from '../core/audit-codes.ts'
import { pageQuery } from '../core/paging.ts'

const codes = Object.keys(auditCodes) as [AuditCode, ...AuditCode[]]
const time = z.iso.datetime({ offset: true })

const filters = {
  kind: z.enum(codes).optional().describe('a code of docs/security/audit.md'),
  since: time.optional(),
  until: time.optional(),
}
export const ownAuditQuery = pageQuery.extend(filters)
export const auditQuery = pageQuery.extend({
  ...filters,
  person: z.coerce
    .number()
    .int()
    .positive()
    .optional()
    .describe('the id of an account: what they did, and what was done to them'),
})
export type AuditQuery = z.output<typeof auditQuery>

export const auditEventSchema = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  kind: z.string().describe('a code of docs/security/audit.md'),
  says: z.string(),
  outcome: z.enum(['done', 'refused']),
  by: z.object({
    via: z.enum(auditVias),
    id: z.int().nullable().describe('the account; null of nobody, the program, and who has the machine'),
    name: z.string().nullable().describe('null where the account is gone, or not yours to see'),
    keyId: z.int().nullable(),
  }),
  person: z.int().nullable().describe('whose account or rows it is about'),
  target: z.object({ kind: z.enum(auditTargets), id: z.string() }).nullable(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  times: z.int().describe('how often within the minute, of what anybody can cause'),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type AuditEventView = z.input<typeof auditEventSchema>
