import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { tellTabs } from '../lib/tabs.ts'
import { toasts } from '../ui/toast.tsx'
import { removeRule, restoreRule } from './queries.ts'

/** Gives a deleted rule back, and says so. */
export function useRestore() {
  const t = useTranslations('rule')
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ id }: { id: number; name: string }) => restoreRule(id),
    onSuccess: (_, { id, name }) => {
      tellTabs(`rules ${id}`)
      toasts.add({ title: t('restored', { name }) })
    },
    onError: (error) => toasts.add({ title: error.message }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['rules'] }),
  })
}

/** Deletes a rule at once, and offers to take that back. */
export function useRemoval() {
  const t = useTranslations('rule')
  const queryClient = useQueryClient()
  const restore = useRestore()
  return useMutation({
    mutationFn: ({ id }: { id: number; name: string }) => removeRule(id),
    async onSuccess(_, { id, name }) {
      tellTabs(`rules ${id}`)
      toasts.add({
        title: t('removed', { name }),
        timeout: 15_000,
        actionProps: { children: t('undo'), onClick: () => restore.mutate({ id, name }) },
      })
      await queryClient.invalidateQueries({ queryKey: ['rules', 'list'] })
      await queryClient.invalidateQueries({ queryKey: ['rules', 'deleted'] })
    },
    onError: (error) => toasts.add({ title: error.message }),
  })
}
