import { useTranslations } from 'use-intl'

/** What a kind of background work does; null = a newer server has one that this page does not know. */
export function useJobWords(): (job: string) => string | null {
  const t = useTranslations('admin.jobs.does')
  return (job) => {
    const key = job as 'backup'
    return t.has(key) ? t(key) : null
  }
}

/** How a check is called, what it looks at, and the usual ways to mend it. */
export function useCheckWords(): (check: string) => { name: string; looksAt: string; fix: string } | null {
  const names = useTranslations('admin.doctor.names')
  const looks = useTranslations('admin.doctor.looksAt')
  const fixes = useTranslations('admin.doctor.fixes')
  return (check) => {
    const key = check.replaceAll(' ', '-') as 'backup'
    return looks.has(key) ? { name: names(key), looksAt: looks(key), fix: fixes(key) } : null
  }
}

/** How a kind of what is stored is called. */
export function useKindWords(): (kind: string) => string {
  const t = useTranslations('admin.storage.kinds')
  return (kind) => {
    const key = kind.replaceAll(' ', '-') as 'listings'
    return t.has(key) ? t(key) : kind
  }
}

/** What an event was; by its code where a newer server has one that this page does not know. */
export function useEventWords(): (kind: string) => string {
  const t = useTranslations('admin.audit.kinds')
  return (kind) => {
    const key = kind as 'acted-as'
    return t.has(key) ? t(key) : kind
  }
}
