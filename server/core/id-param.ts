import { z } from 'zod'

/** The number of a row, as an address has it. */
export const idInAddress = z.coerce.number().int().positive()

/** Parameters of an address that names one row by `:id`. */
export const idParam = z.object({ id: idInAddress })
