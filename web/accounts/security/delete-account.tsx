import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { PasswordForm } from './password-form.tsx'
import { deleteAccount } from './queries.ts'

/** There is no way back: it takes the password, and a tick that says so. */
export function DeleteAccount() {
  const t = useTranslations('security')
  const [isOpen, setOpen] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: deleteAccount,
    onSuccess: () => location.assign('/account/sign-in'),
  })
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t('delete')}
      </Button>
      <Sheet title={t('delete')} open={isOpen} onClose={() => setOpen(false)}>
        <PasswordForm
          lead={t('deleteLead')}
          button={t('deleteNow')}
          look="danger"
          problem={error?.message}
          {...{ isPending, onGiven: mutate }}
        >
          <CheckField label={t('deleteSure')} required />
        </PasswordForm>
      </Sheet>
    </>
  )
}
