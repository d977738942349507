import { queryOptions } from '@tanstack/react-query'
import { getRules } from '../../../clients/typescript/api.ts'

/** What a person's rules are called, for choosing one of them; the first 200. */
export const ruleNamesQuery = queryOptions({
  queryKey: ['rules', 'names'],
  queryFn: async ({ signal }) =>
    (await getRules({ limit: 200 }, { signal })).items.map(({ id, name }) => ({ id, name })),
})
