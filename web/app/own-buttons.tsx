import { useMutation, useQuery } from '@tanstack/react-query'
import { LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { accountQuery, signOut } from '../accounts/queries.ts'
import { setTheme, storedTheme, themes } from '../lib/theme.ts'
import { IconButton } from '../ui/button.tsx'

const themeIcons = { system: Monitor, light: Sun, dark: Moon }

export function ThemeButton() {
  const t = useTranslations('shell')
  const [theme, choose] = useState(storedTheme)
  const Icon = themeIcons[theme]
  const next = themes[(themes.indexOf(theme) + 1) % themes.length]!
  return (
    <IconButton
      name={t('theme', { theme: t(`themes.${theme}`), next: t(`themes.${next}`) })}
      onClick={() => {
        setTheme(next)
        choose(next)
      }}
    >
      <Icon aria-hidden size={19} />
    </IconButton>
  )
}

export function SignOutButton() {
  const t = useTranslations('shell')
  const account = useQuery(accountQuery).data
  const { mutate } = useMutation({
    mutationFn: signOut,
    onSettled: () => location.assign('/account/sign-in'),
  })
  // Before somebody has claimed the program nobody signs in.
  if (account?.email == null) return null
  return (
    <IconButton name={t('signOut')} onClick={() => mutate()}>
      <LogOut aria-hidden size={19} />
    </IconButton>
  )
}
