import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId } from 'react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../../lib/person.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { toasts } from '../../ui/toast.tsx'
import { type Books, booksQuery, changeBooks, forgetSell } from '../queries.ts'
import { kindsOf, lineOf, linesFrom } from './year-lines.ts'

/** In which line of the year's sums each kind of amount is; what is in none is summed apart. */
export function YearLines() {
  const t = useTranslations('sell.lines')
  const { data, error, refetch } = useQuery(booksQuery)
  return (
    <Section id="lines" title={t('title')}>
      <p className="mb-4 text-muted">{t('lead')}</p>
      {data === undefined && error === null && (
        <div aria-busy="true">
          <Skeleton className="h-48" />
        </div>
      )}
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data && <LinesForm key={JSON.stringify(data.yearLines)} books={data} />}
    </Section>
  )
}

function LinesForm({ books }: { books: Books }) {
  const t = useTranslations('sell.lines')
  const kindName = useTranslations('sell.kinds')
  const { mayWrite } = usePerson()
  const client = useQueryClient()
  const list = useId()
  const { mutate, isPending, error } = useMutation({
    mutationFn: changeBooks,
    async onSuccess(saved) {
      client.setQueryData(booksQuery.queryKey, saved)
      await forgetSell(client)
      toasts.add({ title: t('saved') })
    },
  })
  const kinds = kindsOf(books)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    mutate({ yearLines: linesFrom(kinds, (kind) => String(form.get(kind) ?? '')) })
  }
  return (
    <form onSubmit={submit}>
      <div className="grid gap-4 sm:grid-cols-2">
        {kinds.map((kind) => (
          <TextField
            key={kind}
            label={kindName(kind)}
            name={kind}
            list={list}
            maxLength={100}
            placeholder={t('none')}
            readOnly={!mayWrite}
            defaultValue={lineOf(books, kind)}
          />
        ))}
      </div>
      <datalist id={list}>
        {books.yearLines.map(({ line }) => (
          <option key={line} value={line} />
        ))}
      </datalist>
      {error !== null && <Problem error={error} />}
      {mayWrite && (
        <div className="mt-4 flex flex-wrap gap-3">
          <Button type="submit" disabled={isPending}>
            {t('save')}
          </Button>
          {books.yearLinesAreOwn && (
            <Button disabled={isPending} onClick={() => mutate({ yearLines: null })}>
              {t('reset')}
            </Button>
          )}
        </div>
      )}
    </form>
  )
}
