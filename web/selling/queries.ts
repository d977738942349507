import { queryOptions } from '@tanstack/react-query'
import {
  type GetResaleParams,
  getResale,
  getSettingsSelling,
  type PostSettingsSellingFeesBody,
  type PutSettingsSellingBody,
  postSettingsSellingFees,
  postSettingsSellingFeesImport,
  putSettingsSelling,
} from '../../clients/typescript/api.ts'

export type Selling = Awaited<ReturnType<typeof getSettingsSelling>>
export type OwnSelling = PutSettingsSellingBody

export const sellingQuery = queryOptions({
  queryKey: ['selling'],
  queryFn: ({ signal }) => getSettingsSelling({ signal }),
})

export const saveSelling = (own: OwnSelling) => putSettingsSelling(own)

export type NewFee = PostSettingsSellingFeesBody
export type FeeRow = Selling['effective']['fees']['rows'][number]
export type FeesTaken = Awaited<ReturnType<typeof postSettingsSellingFeesImport>>

export const addFee = (row: NewFee) => postSettingsSellingFees(row)
export const importFees = (file: { text: string; dryRun: boolean }) => postSettingsSellingFeesImport(file)
export const feesFile = '/api/settings/selling/fees.csv'

export type ResaleAsk = GetResaleParams

/** What selling a thing that is worth so much would leave. */
export const resaleQuery = (ask: ResaleAsk) =>
  queryOptions({
    queryKey: ['resale', ask],
    queryFn: ({ signal }) => getResale(ask, { signal }),
  })
