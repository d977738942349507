import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { CheckField, SelectField, TextField } from '../ui/field.tsx'
import { Problem } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { securities, serverIn, serverOf } from './mailbox-form.ts'
import { PreviewPart } from './preview-part.tsx'
import { addMailbox, listFolders, mailboxesQuery, previewMailbox } from './queries.ts'

/** Three steps on one page: sign in, choose a folder and see what would be read, connect. */
export function ConnectPart() {
  const t = useTranslations('mailbox.connect')
  const queryClient = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [kind, setKind] = useState('password')
  const [folder, setFolder] = useState('INBOX')
  const [alsoSales, setAlsoSales] = useState(false)
  const server = () => serverIn(new FormData(form.current!))
  const preview = useMutation({
    mutationFn: ({ of, sales }: { of: string; sales: boolean }) => previewMailbox(server(), of, sales),
  })
  const folders = useMutation({
    mutationFn: () => listFolders(server()),
    onSuccess(found) {
      const first = found.find(({ isInbox }) => isInbox) ?? found[0]
      if (first === undefined) return
      setFolder(first.path)
      preview.mutate({ of: first.path, sales: alsoSales })
    },
  })
  const add = useMutation({
    mutationFn: () => {
      const days = Number(new FormData(form.current!).get('readBackDays'))
      return addMailbox({ ...server(), folder, readBackDays: days, alsoSales })
    },
    async onSuccess({ name }) {
      toasts.add({ title: t('done', { name }) })
      form.current?.reset()
      setAlsoSales(false)
      folders.reset()
      preview.reset()
      await queryClient.invalidateQueries({ queryKey: mailboxesQuery.queryKey })
    },
  })
  /** What was shown is of another sign-in. */
  const forget = () => {
    if (folders.data === undefined) return
    folders.reset()
    preview.reset()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    add.reset()
    folders.mutate()
  }
  const problem = folders.error ?? preview.error ?? add.error
  const isBusy = folders.isPending || preview.isPending || add.isPending
  return (
    <form ref={form} className="max-w-xl space-y-4" onSubmit={submit}>
      <div className="space-y-4" onChange={forget}>
        <TextField
          name="user"
          label={t('user')}
          hint={t('userHint')}
          maxLength={320}
          autoComplete="off"
          required
          onBlur={({ currentTarget: { value, form: own } }) => {
            const host = own?.elements.namedItem('host')
            if (host instanceof HTMLInputElement && host.value === '') host.value = serverOf(value)
          }}
        />
        <SelectField
          name="kind"
          label={t('kind')}
          value={kind}
          onChange={({ currentTarget: { value } }) => setKind(value)}
          options={['password', 'oauth'].map((value) => ({ value, text: t(`kinds.${value as 'oauth'}`) }))}
        />
        <TextField
          name="secret"
          type="password"
          label={t(kind === 'oauth' ? 'refreshToken' : 'password')}
          hint={t(kind === 'oauth' ? 'refreshTokenHint' : 'passwordHint')}
          autoComplete="off"
          required
        />
        {kind === 'oauth' && (
          <>
            <TextField name="clientId" label={t('clientId')} autoComplete="off" required />
            <TextField name="clientSecret" type="password" label={t('clientSecret')} autoComplete="off" />
            <TextField name="tokenUrl" type="url" label={t('tokenUrl')} hint={t('tokenUrlHint')} required />
          </>
        )}
        <TextField name="host" label={t('host')} hint={t('hostHint')} maxLength={253} required />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="port" type="number" label={t('port')} defaultValue={993} min={1} max={65535} />
          <SelectField
            name="security"
            label={t('security')}
            defaultValue="tls"
            options={securities.map((value) => ({ value, text: t(`securities.${value}`) }))}
          />
        </div>
      </div>
      <Button type="submit" disabled={isBusy}>
        {t(folders.isPending ? 'looking' : 'next')}
      </Button>
      {folders.data && (
        <div className="space-y-4 border-t border-line pt-4">
          <SelectField
            name="folder"
            label={t('folder')}
            hint={t('folderHint')}
            value={folder}
            onChange={({ currentTarget: { value } }) => {
              setFolder(value)
              preview.mutate({ of: value, sales: alsoSales })
            }}
            options={folders.data.map(({ path }) => ({ value: path, text: path }))}
          />
          <CheckField
            name="alsoSales"
            label={t('alsoSales')}
            checked={alsoSales}
            onChange={({ currentTarget: { checked } }) => {
              setAlsoSales(checked)
              preview.mutate({ of: folder, sales: checked })
            }}
          />
          <p className="text-sm text-muted">{t('alsoSalesHint')}</p>
          <div aria-live="polite">
            {preview.isPending && <p className="text-sm">{t('reading')}</p>}
            {preview.data && <PreviewPart preview={preview.data} />}
          </div>
          <TextField
            name="readBackDays"
            type="number"
            label={t('readBack')}
            hint={t('readBackHint')}
            unit={t('days')}
            defaultValue={2}
            min={0}
            max={30}
          />
          <Button look="main" disabled={isBusy} onClick={() => add.mutate()}>
            {t('connect')}
          </Button>
        </div>
      )}
      {problem !== null && <Problem error={problem} />}
    </form>
  )
}
