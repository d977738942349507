import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { usePerson } from '../../lib/person.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/states.tsx'
import { type Ad, addPost, forgetSell } from '../queries.ts'

/** After it was posted: its address, so that it can be renewed and taken down by a link; `address` = as the extension saw it. */
export function AdPosted({ ad, address }: { ad: Ad; address: string }) {
  const t = useTranslations('sell.ads')
  const { mayWrite } = usePerson()
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (url: string) =>
      addPost(ad.itemId, {
        marketplace: ad.marketplace,
        ...(url !== '' && { url }),
        ...(ad.price !== null && { priceCents: ad.price.cents, currency: ad.price.currency }),
      }),
    onSuccess: () => forgetSell(client),
  })
  const problem = error instanceof ApiProblem ? error.fields.url : undefined
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    mutate(String(new FormData(event.currentTarget).get('url') ?? '').trim())
  }
  if (ad.post !== null)
    return (
      <Section id="posted" title={t('posted')}>
        <p className="wrap-anywhere">
          {ad.post.url === null ? (
            t('postedNowhere')
          ) : (
            <a
              href={ad.post.url}
              className="inline-flex min-h-6 items-center underline"
              target="_blank"
              rel="noreferrer"
            >
              {ad.post.url}
            </a>
          )}
        </p>
      </Section>
    )
  if (!mayWrite) return null
  return (
    <Section id="posted" title={t('isPosted')}>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-72">
          <TextField
            label={t('address')}
            name="url"
            type="url"
            defaultValue={address}
            hint={t('addressHint')}
            problem={problem}
          />
        </div>
        <Button type="submit" look="main" disabled={isPending}>
          {t('save')}
        </Button>
      </form>
      {error !== null && (
        <div className="mt-3">
          <Problem error={error} />
        </div>
      )}
    </Section>
  )
}
