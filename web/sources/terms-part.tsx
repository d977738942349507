import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Moment } from '../lib/figures/figures.tsx'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { CheckField } from '../ui/field.tsx'
import { Problem } from '../ui/states.tsx'
import { type Marketplace, setTerms } from './queries.ts'

/** Terms that are taken on before anything is read there: by whom and when, and the way to do it or take it back. */
export function TermsPart({ marketplace }: { marketplace: Marketplace }) {
  const t = useTranslations('sources')
  const { id: personId, mayAdmin: mayAccept } = usePerson()
  const queryClient = useQueryClient()
  const [isRead, setRead] = useState(false)
  const { id, name, allowed, accepted } = marketplace
  const { mutate, isPending, error } = useMutation({
    mutationFn: (wanted: boolean) => setTerms(id, wanted),
    async onSuccess() {
      setRead(false)
      for (const queryKey of [['marketplaces'], ['sources'], ['summary']])
        await queryClient.invalidateQueries({ queryKey })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    mutate(true)
  }
  return (
    <div className="mt-3 space-y-3 border-t border-line pt-3 text-sm">
      {accepted !== null && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p role="status">
            {t.rich(accepted.userId === personId ? 'acceptedByYou' : 'accepted', {
              name: accepted.name,
              moment: () => <Moment at={accepted.at} />,
            })}
          </p>
          {mayAccept && (
            <Button onClick={() => mutate(false)} disabled={isPending}>
              {t('takeBack')}
            </Button>
          )}
        </div>
      )}
      {accepted === null && allowed && <p>{t('acceptedByOption')}</p>}
      {!allowed && !mayAccept && <p className="font-medium text-caution">{t('notYours', { name })}</p>}
      {!allowed && mayAccept && (
        <form className="space-y-2" onSubmit={submit}>
          <CheckField
            label={t('isRead', { name })}
            required
            checked={isRead}
            onChange={({ target }) => setRead(target.checked)}
          />
          <Button type="submit" disabled={isPending}>
            {t('accept')}
          </Button>
        </form>
      )}
      {error !== null && <Problem error={error} />}
    </div>
  )
}
