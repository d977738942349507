import { Outlet } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { usePerson } from '../lib/person.tsx'
import { SubNav } from '../ui/sub-nav.tsx'

/** Around the pages for admins; whoever is none is not led anywhere, and is told so by the server. */
export function AdminFrame() {
  const t = useTranslations('admin.pages')
  const { mayAdmin } = usePerson()
  return (
    <>
      {mayAdmin && (
        <SubNav
          wide
          name={t('all')}
          links={[
            { to: '/admin/people', text: t('people') },
            { to: '/admin/doctor', text: t('doctor') },
            { to: '/admin/jobs', text: t('jobs') },
            { to: '/admin/deliveries', text: t('deliveries') },
            { to: '/admin/scans', text: t('scans') },
            { to: '/admin/storage', text: t('storage') },
            { to: '/admin/backups', text: t('backups') },
            { to: '/admin/options', text: t('options') },
            { to: '/admin/rates', text: t('rates') },
            { to: '/admin/audit', text: t('audit') },
          ]}
        />
      )}
      <Outlet />
    </>
  )
}
