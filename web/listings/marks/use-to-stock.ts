import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { toasts } from '../../ui/toast.tsx'
import { putIntoStock } from '../queries.ts'

/** Puts a deal that was bought into the stock, with what it asked as its cost, and says so. */
export function useToStock() {
  const t = useTranslations('sell.fromDeal')
  const client = useQueryClient()
  return useMutation({
    mutationFn: putIntoStock,
    async onSuccess({ title }) {
      await client.invalidateQueries({ queryKey: ['sell'] })
      toasts.add({ title: t('done', { title }) })
    },
    onError: (error) => toasts.add({ title: t('refused'), description: error.message }),
  })
}
