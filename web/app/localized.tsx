import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { meQuery } from '../accounts/queries.ts'
import { setLocale } from '../lib/locale.ts'
import texts from '../texts/en.json'

const zoneHere = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Texts, dates and figures as the person wants them; until they are known, and without a choice, as the browser has them. */
export function Localized({ children }: { children: ReactNode }) {
  const profile = useQuery(meQuery).data?.profile
  const language = profile?.language.value ?? undefined
  const timeZone = profile === undefined || profile.timeZone.isDefault ? zoneHere : profile.timeZone.value
  setLocale(language)
  return (
    <IntlProvider locale={language ?? 'en'} messages={texts} timeZone={timeZone}>
      {children}
    </IntlProvider>
  )
}
