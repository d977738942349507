import { useTranslations } from 'use-intl'
import { usePerson } from '../lib/person.tsx'
import { CheckField, SelectField, TextField } from '../ui/field.tsx'
import type { Said } from './import-file.ts'
import type { Preview } from './queries.ts'

/** What is said of the whole file: whose page it is, or where its rows are from and in which currency. */
/** What a source is called that nobody names; a name, in no language. */
const sourceOfItself = 'import'

export function FileOptions({
  said,
  preview,
  marketplaces,
  disabled,
  onChange,
}: {
  said: Said
  preview: Preview | undefined
  marketplaces: readonly { id: string; name: string }[]
  disabled: boolean
  onChange(more: Partial<Said>): void
}) {
  const t = useTranslations('imports.options')
  const { mayAdmin, currency } = usePerson()
  const isPage = preview?.kind === 'page' || said.marketplace !== ''
  const guessed = preview?.kind === 'page' ? (preview.marketplace ?? '') : ''
  return (
    <fieldset disabled={disabled} className="grid gap-4 sm:grid-cols-3">
      <legend className="sr-only">{t('title')}</legend>
      <SelectField
        label={t('readAs')}
        hint={guessed !== '' && said.marketplace === '' ? t('guessed') : undefined}
        value={said.marketplace || guessed}
        onChange={({ target }) => onChange({ marketplace: target.value })}
        options={[
          { value: '', text: t('list') },
          ...marketplaces.map(({ id, name }) => ({ value: id, text: t('pageOf', { name }) })),
        ]}
      />
      {!isPage && (
        <>
          <TextField
            label={t('source')}
            hint={t('sourceHint')}
            value={said.source}
            pattern="[a-z0-9\-]{1,60}"
            placeholder={sourceOfItself}
            spellCheck={false}
            onChange={({ target }) =>
              onChange({ source: target.value.toLowerCase().replace(/[^a-z0-9-]+/g, '-') })
            }
          />
          <TextField
            label={t('currency')}
            hint={t('currencyHint', { currency })}
            problem={
              preview?.needsCurrency && said.currency === '' ? t('needsCurrency', { currency }) : undefined
            }
            value={said.currency}
            maxLength={3}
            placeholder={currency}
            spellCheck={false}
            onChange={({ target }) => onChange({ currency: target.value.toUpperCase() })}
          />
        </>
      )}
      <div className="sm:col-span-3">
        {mayAdmin ? (
          <CheckField
            label={t('personal')}
            checked={said.personal}
            onChange={({ target }) => onChange({ personal: target.checked })}
          />
        ) : (
          <p className="text-sm text-muted">{t('alwaysPersonal')}</p>
        )}
      </div>
    </fieldset>
  )
}
