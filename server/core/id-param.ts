import { z } from 'zod'

/** The number of a row, as an address has it. */
export const idInAddress = z.coerce.number().int().positive()

/** Parameters of an address that names one row by `:id`. */
export const idParam = z.object({ id: idInAddress })

/** Numbers of rows in a query, separated by commas; at most `max`, each once. */
export const idsInQuery = (max: number) =>
  z
    .string()
    .max(20 * max)
    .transform((given) => given.split(',').flatMap((part) => (part.trim() === '' ? [] : Number(part))))
    .pipe(z.array(z.number().int().positive()).max(max))
    .transform((ids) => [...new Set(ids)])
