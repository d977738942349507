import { z } from 'zod'
import { importCharsMax } from './import-rules.ts'
import { importFormats } from './import-tools/formats.ts'

export const ruleImportSchema = z
  .strictObject({
    /** The file's content. */
    text: z.string().min(1).max(importCharsMax),
    /** Left out: by its content. */
    format: z.enum(importFormats).optional(),
    dryRun: z.boolean().default(false),
    /** Rules that would match every listing are meant so. */
    everything: z.boolean().default(false),
  })
  .meta({ example: { text: 'name,all,max_price\nDesk lamp,brass lamp,40\n', dryRun: true } })

export const importedRulesSchema = z.object({
  format: z.enum(importFormats),
  rules: z.array(
    z.object({
      where: z.string(),
      name: z.string(),
      /** What it asks for, in words; null where it is not valid. */
      wants: z.string().nullable(),
      /** What could not be carried over. */
      notes: z.array(z.string()),
      problems: z.record(z.string(), z.string()),
      id: z.number().int().nullable(),
    }),
  ),
  notes: z.array(z.string()),
})
