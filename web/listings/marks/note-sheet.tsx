import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Problem } from '../../ui/states.tsx'
import type { Deal } from '../queries.ts'
import { type MarkChange, readTags } from './marks.ts'
import { useMarks } from './use-marks.ts'

/** A note and tags of one's own; what the server refuses stays as it was typed. */
export default function NoteSheet({ deal, onClose }: { deal: Deal; onClose(): void }) {
  const t = useTranslations('deals.marks')
  const [note, setNote] = useState(deal.mark.note ?? '')
  const [tags, setTags] = useState(deal.mark.tags.join(', '))
  const { write } = useMarks()
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: (change: MarkChange) => write(deal, change),
    onSuccess: onClose,
  })
  const fields = error instanceof ApiProblem ? error.fields : {}
  const problemOf = (name: string) =>
    Object.entries(fields).find(([path]) => path.replace(/^body\./, '').split('.')[0] === name)?.[1]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate({ note: note.trim() || null, tags: readTags(tags) })
  }
  const isOfField = problemOf('note') !== undefined || problemOf('tags') !== undefined
  return (
    <Sheet
      title={t('note')}
      open
      onClose={onClose}
      actions={
        <Button look="main" type="submit" form="note" className="grow" disabled={isPending}>
          {t('saveNote')}
        </Button>
      }
    >
      <form id="note" className="space-y-4" onSubmit={submit}>
        <p className="font-semibold">{deal.title}</p>
        <TextArea
          label={t('noteLabel')}
          hint={t('noteHint')}
          rows={5}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          problem={problemOf('note')}
        />
        <TextField
          label={t('tagsLabel')}
          hint={t('tagsHint')}
          value={tags}
          onChange={(event) => setTags(event.target.value)}
          problem={problemOf('tags')}
        />
        {error !== null && !isOfField && <Problem error={error} />}
      </form>
    </Sheet>
  )
}
