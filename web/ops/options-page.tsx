import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { CheckField, TextField } from '../ui/field.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Badge } from './badge.tsx'
import { Known } from './known.tsx'
import { optionsFitting } from './options.ts'
import { type Option, optionsQuery } from './queries.ts'

/** What is set, what it means, and where it comes from; read only, and without secrets. */
export function OptionsPage() {
  const t = useTranslations('admin.options')
  const [typed, type] = useState('')
  const [own, setOwn] = useState(false)
  const showAll = () => {
    type('')
    setOwn(false)
  }
  return (
    <Page wide title={t('title')} lead={t('lead')}>
      <div className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-2">
        <div className="min-w-0 grow basis-64">
          <TextField
            label={t('find')}
            type="search"
            value={typed}
            onChange={({ currentTarget }) => type(currentTarget.value)}
          />
        </div>
        <CheckField
          label={t('own')}
          checked={own}
          onChange={({ currentTarget }) => setOwn(currentTarget.checked)}
        />
      </div>
      <Known query={useQuery(optionsQuery)} block="h-24" count={4}>
        {(options) => <Parts options={optionsFitting(options, { typed, own })} onShowAll={showAll} />}
      </Known>
    </Page>
  )
}

function Parts({ options, onShowAll }: { options: Option[]; onShowAll(): void }) {
  const t = useTranslations('admin.options')
  if (options.length === 0)
    return (
      <div className="space-y-3">
        <p className="font-semibold">{t('nothing')}</p>
        <Button onClick={onShowAll}>{t('all')}</Button>
      </div>
    )
  return [...Map.groupBy(options, ({ part }) => part)].map(([part, of], index) => (
    <Section key={part} id={`part-${index}`} title={part === 'program' ? t('program') : part}>
      <ul className="divide-y divide-line">
        {of.map((option) => (
          <li key={option.name} className="py-3">
            <OptionRow option={option} />
          </li>
        ))}
      </ul>
    </Section>
  ))
}

const originKey = { environment: 'environment', '.env': 'dotEnv', file: 'file', default: 'default' } as const

function OptionRow({ option }: { option: Option }) {
  const t = useTranslations('admin.options')
  const { name, value, isSet, isSecret, default: usual, origin, doc } = option
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <code className="font-semibold select-all">{name}</code>
        <Badge tone={origin === 'default' ? 'quiet' : 'good'}>{t(`origins.${originKey[origin]}`)}</Badge>
      </p>
      <p className="mt-1 text-sm">
        {isSecret ? (
          <strong>{t(isSet ? 'secretSet' : 'secretUnset')}</strong>
        ) : value === null || value === '' ? (
          <span className="text-muted">{t('unset')}</span>
        ) : (
          <code className="select-all">{value}</code>
        )}
        {origin !== 'default' && usual !== null && usual !== '' && (
          <span className="ms-3 text-muted">{t.rich('usual', { value: () => <code>{usual}</code> })}</span>
        )}
      </p>
      <p className="mt-1 text-sm text-muted">{doc}</p>
    </>
  )
}
