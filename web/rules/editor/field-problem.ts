import { useFormContext } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { RuleForm } from '../rule-form.ts'

/** What is wrong with a field: a key of ours, or the server's own words. */
export function useProblem() {
  const t = useTranslations('rule')
  const { getFieldState, formState } = useFormContext<RuleForm>()
  return (name: Parameters<typeof getFieldState>[0]) => {
    const { error } = getFieldState(name, formState)
    if (error?.message === undefined) return undefined
    return error.type === 'server' ? error.message : t(`problems.${error.message as 'figure'}`)
  }
}
