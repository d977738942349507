import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Problem } from '../../ui/states.tsx'
import { preflightQuery, sayLocation, type Where } from './queries.ts'

/** From where it is shipped, said once: the marketplace takes that of a program alone. */
export function ShipFrom({ where }: { where: Where }) {
  const t = useTranslations('sell.api')
  const client = useQueryClient()
  const say = useMutation({
    mutationFn: (place: { country: string; postalCode: string }) => sayLocation(where, place),
    onSuccess: () => client.invalidateQueries({ queryKey: preflightQuery(where).queryKey }),
  })
  const problems = say.error instanceof ApiProblem ? say.error.fields : {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    say.mutate({ country: String(given.get('country')), postalCode: String(given.get('postalCode')) })
  }
  return (
    <form onSubmit={submit} className="mb-4 flex flex-wrap items-end gap-3">
      <TextField
        label={t('country')}
        name="country"
        required
        maxLength={2}
        hint={t('countryHint')}
        problem={problems.country}
      />
      <TextField
        label={t('postalCode')}
        name="postalCode"
        required
        maxLength={12}
        problem={problems.postalCode}
      />
      <Button type="submit" disabled={say.isPending}>
        {t('sayLocation')}
      </Button>
      {say.isError && <Problem error={say.error} />}
    </form>
  )
}
