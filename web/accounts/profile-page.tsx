import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { suggestPlaces } from '../lib/api/places.ts'
import { useShortcuts } from '../lib/shortcuts/shortcuts.tsx'
import { setTheme, storedTheme, themes } from '../lib/theme.ts'
import { Button } from '../ui/button.tsx'
import { CheckField, SelectField, TextField } from '../ui/field.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Problem } from '../ui/states.tsx'
import { SuggestField } from '../ui/suggest-field.tsx'
import { toasts } from '../ui/toast.tsx'
import { accountQuery, type Me, meQuery, type ProfilePatch, saveProfile, signOut } from './queries.ts'

/** Where a person is and how they count. */
export function ProfilePage() {
  const t = useTranslations('settings')
  const me = useQuery(meQuery)
  return (
    <Page title={t('profile')}>
      {me.data && <ProfileForm me={me.data} />}
      <Section title={t('theme')}>
        <ThemeField />
      </Section>
      <Section title={t('shortcuts')}>
        <ShortcutSwitch />
      </Section>
      <SignOut />
    </Page>
  )
}

function ProfileForm({ me: { profile } }: { me: Me }) {
  const t = useTranslations('settings')
  const queryClient = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: saveProfile,
    async onSuccess(me) {
      queryClient.setQueryData(meQuery.queryKey, me)
      // Distances and scores count from home.
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
      toasts.add({ title: t('saved') })
    },
  })
  const fields = error instanceof ApiProblem ? error.fields : {}
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '').trim() || null
    mutate({
      home: given('home'),
      units: given('units') as ProfilePatch['units'],
      currency: given('currency'),
      timeZone: given('timeZone'),
      language: given('language'),
      hourCycle: given('hourCycle') as ProfilePatch['hourCycle'],
      weekStart: given('weekStart') as ProfilePatch['weekStart'],
    })
  }
  const { home, units, currency, timeZone, language, hourCycle, weekStart } = profile
  return (
    <form className="mb-8 space-y-5" onSubmit={submit}>
      <SuggestField
        label={t('home')}
        name="home"
        defaultValue={home.value?.text ?? ''}
        hint={home.value ? t('homeIs', { label: home.value.label }) : t('homeHint')}
        problem={fields['profile.home']}
        suggest={suggestPlaces}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          label={t('units')}
          name="units"
          defaultValue={units.value}
          options={(['both', 'mi', 'km'] as const).map((value) => ({ value, text: t(`unitNames.${value}`) }))}
          problem={fields['profile.units']}
        />
        <TextField
          label={t('currency')}
          name="currency"
          defaultValue={currency.value}
          hint={t('currencyHint')}
          problem={fields['profile.currency']}
        />
      </div>
      <TextField
        label={t('timeZone')}
        name="timeZone"
        list="zones"
        defaultValue={timeZone.isDefault ? here : timeZone.value}
        hint={t('timeZoneHint')}
        problem={fields['profile.timeZone']}
      />
      <datalist id="zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <div className="grid gap-5 sm:grid-cols-3">
        <UsualOr
          name="language"
          value={language.value}
          usual={t('asBrowser')}
          options={languages(language.value).map((value) => ({ value, text: languageName(value) }))}
          hint={t('languageHint')}
          problems={fields}
        />
        <UsualOr
          name="hourCycle"
          value={hourCycle.value}
          usual={t('asUsual')}
          options={(['h12', 'h23'] as const).map((value) => ({ value, text: t(`hourCycles.${value}`) }))}
          problems={fields}
        />
        <UsualOr
          name="weekStart"
          value={weekStart.value}
          usual={t('asUsual')}
          options={(['monday', 'saturday', 'sunday'] as const).map((value) => ({
            ...{ value, text: t(`weekStarts.${value}`) },
          }))}
          problems={fields}
        />
      </div>
      {error !== null && Object.keys(fields).length === 0 && <Problem error={error} />}
      <Button look="main" type="submit" disabled={isPending}>
        {t('save')}
      </Button>
    </form>
  )
}

/** One of these, or none: then it is as is usual. */
function UsualOr({
  name,
  value,
  usual,
  options,
  problems,
  ...rest
}: {
  name: 'language' | 'hourCycle' | 'weekStart'
  value: string | null
  usual: string
  options: readonly { value: string; text: string }[]
  problems: Readonly<Record<string, string>>
  hint?: string
}) {
  const t = useTranslations('settings')
  return (
    <SelectField
      {...{ name, label: t(name), defaultValue: value ?? '', problem: problems[`profile.${name}`] }}
      options={[{ value: '', text: usual }, ...options]}
      {...rest}
    />
  )
}

const offered = [
  'en-US',
  'en-GB',
  'en-CA',
  'en-AU',
  'de',
  'de-AT',
  'de-CH',
  'es',
  'fr',
  'it',
  'nl',
  'pl',
  'pt-BR',
]

/** Those that are offered, and the one that was chosen by another way. */
const languages = (chosen: string | null) =>
  chosen === null || offered.includes(chosen) ? offered : [chosen, ...offered]

const languageName = (tag: string) => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag

function ThemeField() {
  const t = useTranslations('settings')
  const [theme, choose] = useState(storedTheme)
  return (
    <fieldset className="flex flex-wrap gap-x-6">
      <legend className="sr-only">{t('theme')}</legend>
      {themes.map((one) => (
        <label key={one} className="flex min-h-10 items-center gap-2.5 text-sm">
          <input
            type="radio"
            name="theme"
            className="size-6 accent-ink"
            checked={theme === one}
            onChange={() => {
              setTheme(one)
              choose(one)
            }}
          />
          {t(`themes.${one}`)}
        </label>
      ))}
    </fieldset>
  )
}

/** Keys may be in the way of what reads the screen, or of speech: each browser has them on or off. */
function ShortcutSwitch() {
  const t = useTranslations('settings')
  const { isOn, setOn } = useShortcuts()
  return (
    <CheckField label={t('shortcutsOn')} checked={isOn} onChange={(event) => setOn(event.target.checked)} />
  )
}

function SignOut() {
  const t = useTranslations('settings')
  const { mutate } = useMutation({
    mutationFn: signOut,
    onSettled: () => location.assign('/account/sign-in'),
  })
  const account = useQuery(accountQuery).data
  if (account?.email == null) return null
  return <Button onClick={() => mutate()}>{t('signOut')}</Button>
}
