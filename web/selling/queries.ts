import { queryOptions } from '@tanstack/react-query'
import {
  getSettingsSelling,
  type PutSettingsSellingBody,
  putSettingsSelling,
} from '../../clients/typescript/api.ts'

export type Selling = Awaited<ReturnType<typeof getSettingsSelling>>
export type OwnSelling = PutSettingsSellingBody

export const sellingQuery = queryOptions({
  queryKey: ['selling'],
  queryFn: ({ signal }) => getSettingsSelling({ signal }),
})

export const saveSelling = (own: OwnSelling) => putSettingsSelling(own)
