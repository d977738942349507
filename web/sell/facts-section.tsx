import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { SelectField, TextArea, TextField } from '../ui/field.tsx'
import { Section } from '../ui/page.tsx'
import { Problem } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { changeItem, forgetSell, type Item } from './queries.ts'
import { conditions } from './stock.ts'

const lines = ['details', 'defects', 'included'] as const

/** What every ad of a thing is made of. */
export function FactsSection({ item }: { item: Item }) {
  const t = useTranslations('sell')
  const said = useTranslations('deals.conditions')
  const { mayWrite } = usePerson()
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (facts: Parameters<typeof changeItem>[1]) => changeItem(item.id, facts),
    async onSuccess() {
      toasts.add({ title: t('about.saved') })
      await forgetSell(client)
    },
  })
  const problems = error instanceof ApiProblem ? error.fields : {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim() || null
    const condition = conditions.find((one) => one === text('condition')) ?? null
    mutate({
      ...{ condition, brand: text('brand') },
      ...{ details: text('details'), defects: text('defects'), included: text('included') },
    })
  }
  return (
    <Section id="about" title={t('about.title')}>
      <p className="mb-4 text-sm text-muted">{t('about.lead')}</p>
      <form onSubmit={submit} className="space-y-4">
        <fieldset disabled={!mayWrite} className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={t('about.condition')}
            name="condition"
            defaultValue={item.condition ?? ''}
            options={[
              { value: '', text: t('unknown') },
              ...conditions.map((value) => ({ value, text: said(value) })),
            ]}
          />
          <TextField
            label={t('about.brand')}
            name="brand"
            maxLength={100}
            defaultValue={item.brand ?? ''}
            problem={problems.brand}
          />
          {lines.map((name) => (
            <div key={name} className={name === 'details' ? 'sm:col-span-2' : ''}>
              <TextArea
                label={t(`about.${name}`)}
                hint={t(`about.${name}Hint`)}
                name={name}
                rows={3}
                maxLength={5000}
                defaultValue={item[name] ?? ''}
                problem={problems[name]}
              />
            </div>
          ))}
        </fieldset>
        {error !== null && <Problem error={error} />}
        {mayWrite && (
          <Button type="submit" disabled={isPending}>
            {t('about.save')}
          </Button>
        )}
      </form>
    </Section>
  )
}
