import type { FormEvent, ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'

/** Asks for the password before something is done. */
export function PasswordForm({
  lead,
  button,
  look = 'main',
  isPending,
  problem,
  onGiven,
  children,
}: {
  lead: string
  button: string
  look?: 'main' | 'danger'
  isPending: boolean
  /** What was wrong with the last one. */
  problem: string | undefined
  onGiven(password: string): void
  children?: ReactNode
}) {
  const t = useTranslations('security')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onGiven(String(new FormData(event.currentTarget).get('password')))
  }
  return (
    <form className="space-y-4" onSubmit={submit}>
      <p>{lead}</p>
      {children}
      <TextField
        label={t('password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        problem={problem}
      />
      <Button look={look} type="submit" disabled={isPending}>
        {button}
      </Button>
    </form>
  )
}
