import { zodResolver } from '@hookform/resolvers/zod'
import { Plus, X } from 'lucide-react'
import { useEffect } from 'react'
import { FormProvider, useFieldArray, useForm, useFormContext } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { PostRulesBodyCategoriesItem, PostRulesBodyConditionsItem } from '../../clients/typescript/api.ts'
import { ApiProblem } from '../lib/api/client.ts'
import { unitSign } from '../lib/distance.ts'
import { usePerson } from '../lib/person.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { CheckField, SelectField, TextField } from '../ui/field.tsx'
import { Section } from '../ui/page.tsx'
import { Problem } from '../ui/states.tsx'
import { ChannelFields } from './channel-fields.tsx'
import type { RuleBody } from './queries.ts'
import { bodyOf, problemsOf, type RuleForm, ruleFormSchema } from './rule-form.ts'
import { RulePreview } from './rule-preview.tsx'

interface Editing {
  initial: RuleForm
  /** Of the amounts of a rule that is there; a new one has the person's. */
  currency?: string
  save: { mutate(body: RuleBody): void; isPending: boolean; error: unknown }
  button: string
}

/** The form of a rule, with what it would find beside it. */
export function RuleEditor({ initial, currency: ruleCurrency, save, button }: Editing) {
  const person = usePerson()
  const currency = ruleCurrency ?? person.currency
  const form = useForm<RuleForm>({
    resolver: zodResolver(ruleFormSchema),
    defaultValues: initial,
    mode: 'onTouched',
  })
  const { setError } = form
  const refused = save.error instanceof ApiProblem ? save.error : null
  const problems = refused ? problemsOf(refused.fields, Object.keys(initial)) : []
  useEffect(() => {
    if (refused)
      for (const [name, message] of problemsOf(refused.fields, Object.keys(initial)))
        setError(name as 'name', { type: 'server', message })
  }, [refused, setError, initial])
  const says = problems.filter(([name]) => name === 'root')
  return (
    <FormProvider {...form}>
      <form
        noValidate
        className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_20rem]"
        onSubmit={form.handleSubmit((values) => save.mutate(bodyOf(values, { ...person, currency })))}
      >
        <div className="min-w-0">
          <What />
          <Money currency={currency} />
          <Where />
          <Tell />
          {save.error !== null && (problems.length === 0 || says.length > 0) && (
            <div className="mb-4">
              <Problem error={save.error} />
            </div>
          )}
          <Button look="main" type="submit" disabled={save.isPending} className="w-full sm:w-auto">
            {button}
          </Button>
        </div>
        <aside className="mt-6 lg:mt-0">
          <RulePreview currency={currency} />
        </aside>
      </form>
    </FormProvider>
  )
}

/** What is wrong with a field: a key of ours, or the server's own words. */
function useProblem() {
  const t = useTranslations('rule')
  const { getFieldState, formState } = useFormContext<RuleForm>()
  return (name: Parameters<typeof getFieldState>[0]) => {
    const { error } = getFieldState(name, formState)
    if (error?.message === undefined) return undefined
    return error.type === 'server' ? error.message : t(`problems.${error.message as 'figure'}`)
  }
}

function What() {
  const t = useTranslations('rule')
  const { register } = useFormContext<RuleForm>()
  const problem = useProblem()
  return (
    <Section title={t('sections.what')}>
      <div className="space-y-4">
        <TextField
          label={t('fields.all')}
          hint={t('hints.all')}
          problem={problem('all')}
          {...register('all')}
        />
        <TextField
          label={t('fields.any')}
          hint={t('hints.any')}
          problem={problem('any')}
          {...register('any')}
        />
        <TextField
          label={t('fields.none')}
          hint={t('hints.none')}
          problem={problem('none')}
          {...register('none')}
        />
        <Checks
          name="categories"
          label={t('fields.categories')}
          options={Object.values(PostRulesBodyCategoriesItem)}
          text={(one) => t(`categories.${one as 'bikes'}`)}
        />
        <Checks
          name="conditions"
          label={t('fields.conditions')}
          options={Object.values(PostRulesBodyConditionsItem)}
          text={(one) => t(`conditions.${one as 'new'}`)}
        />
      </div>
    </Section>
  )
}

function Checks({
  name,
  label,
  options,
  text,
}: {
  name: 'categories' | 'conditions'
  label: string
  options: readonly string[]
  text(option: string): string
}) {
  const t = useTranslations('rule')
  const { register, watch } = useFormContext<RuleForm>()
  const chosen = watch(name)
  return (
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
  )
}

function Money({ currency }: { currency: string }) {
  const t = useTranslations('rule')
  const { register } = useFormContext<RuleForm>()
  const problem = useProblem()
  return (
    <Section title={t('sections.money')}>
      <div className="grid grid-cols-2 gap-4">
        <TextField
          inputMode="numeric"
          label={t('fields.priceMax')}
          unit={currency}
          problem={problem('priceMax')}
          {...register('priceMax')}
        />
        <TextField
          inputMode="numeric"
          label={t('fields.priceMin')}
          unit={currency}
          problem={problem('priceMin')}
          {...register('priceMin')}
        />
        <TextField
          inputMode="numeric"
          label={t('fields.scoreMin')}
          hint={t('hints.scoreMin')}
          problem={problem('scoreMin')}
          {...register('scoreMin')}
        />
        <TextField
          inputMode="numeric"
          label={t('fields.discountPctMin')}
          unit="%"
          hint={t('hints.discountPctMin')}
          problem={problem('discountPctMin')}
          {...register('discountPctMin')}
        />
        <TextField
          inputMode="numeric"
          label={t('fields.riskMax')}
          hint={t('hints.riskMax')}
          problem={problem('riskMax')}
          {...register('riskMax')}
        />
      </div>
    </Section>
  )
}

function Where() {
  const t = useTranslations('rule')
  const { units, home } = usePerson()
  const { control, register } = useFormContext<RuleForm>()
  const { fields, append, remove } = useFieldArray({ control, name: 'places' })
  const problem = useProblem()
  return (
    <Section title={t('sections.where')}>
      <div className="space-y-4">
        {fields.length === 0 && <p className="text-sm text-muted">{t('anywhere')}</p>}
        {fields.map(({ id }, index) => (
          <div key={id} className="grid grid-cols-[1fr_7rem_auto] items-start gap-3">
            <TextField
              label={t('fields.place')}
              problem={problem(`places.${index}.place`)}
              {...register(`places.${index}.place`)}
            />
            <TextField
              inputMode="numeric"
              label={t('fields.radius')}
              unit={unitSign(units)}
              problem={problem(`places.${index}.radius`)}
              {...register(`places.${index}.radius`)}
            />
            <IconButton name={t('removePlace')} className="mt-6.5" onClick={() => remove(index)}>
              <X aria-hidden size={18} />
            </IconButton>
          </div>
        ))}
        <Button onClick={() => append({ place: fields.length === 0 ? (home ?? '') : '', radius: '25' })}>
          <Plus aria-hidden size={17} />
          {t('addPlace')}
        </Button>
        <SelectField
          label={t('fields.handover')}
          options={(['any', 'local', 'ships'] as const).map((value) => ({
            value,
            text: t(`handovers.${value}`),
          }))}
          {...register('handover')}
        />
      </div>
    </Section>
  )
}

function Tell() {
  const t = useTranslations('rule')
  const { register } = useFormContext<RuleForm>()
  const problem = useProblem()
  return (
    <Section title={t('sections.tell')}>
      <div className="space-y-4">
        <ChannelFields problem={problem('channels')} />
        <SelectField
          label={t('fields.rhythm')}
          options={(['', 'immediately', 'hourly', 'daily', 'weekly'] as const).map((value) => ({
            value,
            text: t(`rhythms.${value || 'usual'}`),
          }))}
          {...register('rhythm')}
        />
        <TextField
          label={t('fields.name')}
          hint={t('hints.name')}
          problem={problem('name')}
          {...register('name')}
        />
        <CheckField label={t('fields.enabled')} {...register('enabled')} />
      </div>
    </Section>
  )
}
