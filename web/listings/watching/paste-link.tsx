import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BellPlus } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { readPasted } from './pasted.ts'
import { type Watch, watch, watchesQuery, withWatch } from './queries.ts'
import { titleOf } from './watching.ts'

const linkLook = 'inline-block min-h-6 font-semibold underline underline-offset-4'

/** A field for the link of a listing of any site that is known; what is refused stays in it, with what can be done. */
export function PasteLink() {
  const t = useTranslations('watching.paste')
  const queryClient = useQueryClient()
  const [text, setText] = useState('')
  const [words, setWords] = useState<string | null>(null)
  const [pastedText, setPastedText] = useState('')
  const { mutate, data, error, isPending, reset } = useMutation({
    networkMode: 'always',
    mutationFn: (url: string) => watch({ url }),
    onSuccess(made) {
      setText('')
      queryClient.setQueryData(watchesQuery.queryKey, (all) => withWatch(all, made))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const pasted = readPasted(text)
    reset()
    setPastedText(text.trim())
    setWords(pasted?.kind === 'words' ? pasted.words : null)
    if (pasted?.kind === 'link') mutate(pasted.url)
  }
  return (
    <form onSubmit={submit} className="mb-4 rounded-md border border-line bg-card p-3">
      <div className="flex items-start gap-2">
        <div className="min-w-0 grow">
          <TextField
            label={t('label')}
            hint={t('hint')}
            inputMode="url"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
            problem={error === null ? undefined : <Refusal error={error} />}
          />
        </div>
        <Button look="main" type="submit" disabled={isPending} className="mt-6 min-h-11!">
          <BellPlus aria-hidden size={17} />
          <span className="max-sm:sr-only">{t('watch')}</span>
        </Button>
      </div>
      <div role="status">
        {words !== null && (
          <p className="mt-2 text-sm">
            {t('noLink')}{' '}
            <Link to="/deals" search={{ q: words, score: 0 }} className={linkLook}>
              {t('search', { words })}
            </Link>
          </p>
        )}
        {data && <Begun watch={data} text={pastedText} />}
      </div>
    </form>
  )
}

function Begun({ watch, text }: { watch: Watch; text: string }) {
  const t = useTranslations('watching.paste')
  return (
    <p className="mt-2 text-sm">
      {t('begun', { title: titleOf(watch) })} {watch.problem ?? (watch.state === 'unread' ? t('unread') : '')}{' '}
      <Link to="/watching/$id" params={{ id: String(watch.id) }} className={linkLook}>
        {t('price')}
      </Link>
      {watch.listing === null && (
        <>
          {' '}
          <Link to="/share" search={{ text }} className={linkLook}>
            {t('keep')}
          </Link>
        </>
      )}
    </p>
  )
}

/** In the server's own words; of what is watched already the way there. */
function Refusal({ error }: { error: Error }): ReactNode {
  const t = useTranslations('watching.paste')
  const ui = useTranslations('ui')
  if (!(error instanceof ApiProblem)) return ui('unreachable')
  const { watch: id } = error.params
  if (error.code !== 'already-followed' || id === undefined) return error.message
  return (
    <>
      {t('already')}{' '}
      <Link to="/watching/$id" params={{ id: String(id) }} className={linkLook}>
        {t('show')}
      </Link>
    </>
  )
}
