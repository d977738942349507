import { Outlet } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { SubNav } from '../ui/sub-nav.tsx'

/** Around the pages of settings; a further one is one entry. */
export function SettingsFrame() {
  const t = useTranslations('settings')
  return (
    <>
      <SubNav
        name={t('pages')}
        links={[
          { to: '/settings/profile', text: t('profile') },
          { to: '/settings/notifications', text: t('notifications') },
          { to: '/settings/phone', text: t('phone') },
          { to: '/settings/selling', text: t('selling') },
          { to: '/settings/security', text: t('account') },
        ]}
      />
      <Outlet />
    </>
  )
}
