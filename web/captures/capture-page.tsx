import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../lib/person.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { DropZone } from '../ui/drop-zone.tsx'
import { TextField } from '../ui/field.tsx'
import { Page } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { CaptureResult } from './capture-result.tsx'
import { handIn, sitesQuery } from './queries.ts'
import { pageMibMax, type Refusal, refusalOf, sendable } from './saved-file.ts'

/** A page that somebody saved comes in as listings of theirs. */
export function CapturePage() {
  const t = useTranslations('captures')
  const { mayWrite } = usePerson()
  const sites = useQuery({ ...sitesQuery, enabled: mayWrite }).data?.items ?? []
  const [file, setFile] = useState<File | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [address, setAddress] = useState('')
  const reading = useMutation({
    mutationFn: async (given: { file: File; url: string }) =>
      handIn({ html: sendable(await given.file.text()), ...(given.url !== '' && { url: given.url }) }),
  })
  const choose = (chosen: File | null) => {
    const refused = refusalOf(chosen)
    setRefusal(refused)
    setFile(refused === null ? chosen : null)
    reading.reset()
    if (refused === null && chosen !== null) reading.mutate({ file: chosen, url: address.trim() })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (file !== null) reading.mutate({ file, url: address.trim() })
  }
  const names = sites.map(({ name }) => name).join(', ')
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Link to="/sources" className={buttonClass()}>
          {t('back')}
        </Link>
      }
    >
      {!mayWrite && <p className="rounded-md bg-sunk px-4 py-2 text-sm font-medium">{t('look')}</p>}
      {mayWrite && (
        <form onSubmit={submit} className="space-y-4">
          <DropZone
            label={file === null ? t('drop') : file.name}
            button={t(file === null ? 'choose' : 'chooseOther')}
            hint={t('hint', { mib: pageMibMax, names })}
            accept=".html,.htm,.xhtml,text/html"
            disabled={reading.isPending}
            onFile={choose}
          />
          {refusal !== null && (
            <p role="alert" className="font-semibold text-danger">
              {t(`refused.${refusal}`, { mib: pageMibMax })}
            </p>
          )}
          <TextField
            label={t('address')}
            hint={t('addressHint')}
            inputMode="url"
            autoComplete="off"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
          {file !== null && (
            <Button look="main" type="submit" disabled={reading.isPending}>
              {t('again')}
            </Button>
          )}
        </form>
      )}
      <div className="mt-6">
        {reading.isPending && (
          <div aria-busy="true">
            <Skeleton className="h-44" />
          </div>
        )}
        {reading.error !== null && <Problem error={reading.error} />}
        {reading.data && !reading.isPending && <CaptureResult capture={reading.data} />}
      </div>
    </Page>
  )
}
