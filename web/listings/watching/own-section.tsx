import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/states.tsx'
import { readTags } from '../marks/marks.ts'
import { fieldProblem } from './field-problem.ts'
import type { WatchDetail } from './queries.ts'
import { useChange } from './use-change.ts'

/** Note and tags; what the server refuses stays as it was typed. */
export function OwnSection({ watch }: { watch: WatchDetail }) {
  const t = useTranslations('watching.own')
  const [note, setNote] = useState(watch.note ?? '')
  const [tags, setTags] = useState(watch.tags.join(', '))
  const { mutate, error, isPending, isSuccess, reset } = useChange(watch.id)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate({ note: note.trim() || null, tags: readTags(tags) })
  }
  const problems = { note: fieldProblem(error, 'note'), tags: fieldProblem(error, 'tags') }
  return (
    <Section id="own" title={t('title')}>
      <form onSubmit={submit} className="space-y-4">
        <TextArea
          label={t('note')}
          hint={t('noteHint')}
          rows={3}
          value={note}
          onChange={(event) => {
            setNote(event.target.value)
            reset()
          }}
          problem={problems.note}
        />
        <TextField
          label={t('tags')}
          hint={t('tagsHint')}
          value={tags}
          onChange={(event) => {
            setTags(event.target.value)
            reset()
          }}
          problem={problems.tags}
        />
        {error !== null && problems.note === undefined && problems.tags === undefined && (
          <Problem error={error} />
        )}
        <div className="flex items-center gap-3">
          <Button type="submit" disabled={isPending}>
            {t('save')}
          </Button>
          <p role="status" className="text-sm text-muted">
            {isSuccess && t('saved')}
          </p>
        </div>
      </form>
    </Section>
  )
}
