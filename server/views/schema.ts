import { z } from 'zod'
import { isStorable, oneLine } from '../core/text.ts'

/** Views that one person keeps. */
export const viewsMax = 30

const cannotBeStored = 'has characters that cannot be stored'

const name = z.string().overwrite(oneLine).min(1).max(60).refine(isStorable, cannotBeStored)
/** What follows the `?` of the page's address. */
const search = z
  .string()
  .trim()
  .max(1000)
  .refine(isStorable, cannotBeStored)
  .refine((text) => !/^[?#]|[\s#]/.test(text), 'is what follows the ? of an address, without spaces')

export const viewInputSchema = z
  .strictObject({ name, search })
  .meta({ example: { name: 'Bikes nearby', search: 'category=bikes&km=40' } })
export type ViewInput = z.output<typeof viewInputSchema>

export const viewPatchSchema = z
  .strictObject({ name: name.optional(), search: search.optional() })
  .refine((given) => given.name !== undefined || given.search !== undefined, {
    message: 'says nothing: give a name or a search',
  })
  .meta({ example: { search: 'category=bikes&km=20' } })
export type ViewPatch = z.output<typeof viewPatchSchema>

export const viewSchema = z.object({
  id: z.int(),
  name: z.string(),
  /** What follows the `?` of the address of the page of deals; empty = its usual filters. */
  search: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type SavedView = z.output<typeof viewSchema>

export const viewListSchema = z.object({ items: z.array(viewSchema) })
