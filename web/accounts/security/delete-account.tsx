import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { CheckField, TextField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { deleteAccount } from './queries.ts'

/** There is no way back: it takes the password, and a tick that says so. */
export function DeleteAccount() {
  const t = useTranslations('security')
  const [isOpen, setOpen] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: deleteAccount,
    onSuccess: () => location.assign('/account/sign-in'),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    mutate(String(new FormData(event.currentTarget).get('password')))
  }
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t('delete')}
      </Button>
      <Sheet title={t('delete')} open={isOpen} onClose={() => setOpen(false)}>
        <form className="space-y-4" onSubmit={submit}>
          <p>{t('deleteLead')}</p>
          <CheckField label={t('deleteSure')} required />
          <TextField
            label={t('password')}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            problem={error?.message}
          />
          <Button look="danger" type="submit" disabled={isPending}>
            {t('deleteNow')}
          </Button>
        </form>
      </Sheet>
    </>
  )
}
