import { useFormContext } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { CheckField } from '../../ui/field.tsx'
import type { RuleForm } from '../rule-form.ts'

/** Several of a list, folded away; what is chosen stands in its line. */
export function ChoiceField({
  name,
  label,
  options,
  text,
  problem,
}: {
  name: 'categories' | 'conditions' | 'kinds' | 'marketplaces'
  label: string
  options: readonly string[]
  text(option: string): string
  problem?: string | undefined
}) {
  const t = useTranslations('rule')
  const { register, watch } = useFormContext<RuleForm>()
  const chosen = watch(name)
  return (
    <div>
      <details className="rounded-md border border-line bg-card">
        <summary className="min-h-11 px-4 py-2.5 text-sm">
          <span className="font-semibold">{label}: </span>
          {chosen.length === 0 ? t('all') : chosen.map(text).join(', ')}
        </summary>
        <fieldset className="grid grid-cols-2 gap-x-4 border-t border-line px-4 py-2 sm:grid-cols-3">
          <legend className="sr-only">{label}</legend>
          {options.map((option) => (
            <CheckField key={option} label={text(option)} value={option} {...register(name)} />
          ))}
        </fieldset>
      </details>
      {problem !== undefined && <p className="mt-1 text-sm font-medium text-danger">{problem}</p>}
    </div>
  )
}
