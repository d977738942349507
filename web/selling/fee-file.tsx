import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../lib/person.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { DropZone } from '../ui/drop-zone.tsx'
import { Section } from '../ui/page.tsx'
import { Problem } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { type FeesTaken, feesFile, importFees } from './queries.ts'

const bytesMax = 500_000

/** The table of fees as a file, out and in; what comes in is looked at first. */
export function FeeFile() {
  const t = useTranslations('selling.file')
  const { mayWrite } = usePerson()
  const client = useQueryClient()
  const [text, setText] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const look = useMutation({ mutationFn: importFees })
  const take = useMutation({
    mutationFn: importFees,
    async onSuccess() {
      setText(null)
      look.reset()
      await client.invalidateQueries()
      toasts.add({ title: t('taken') })
    },
  })
  const choose = async (file: File | null) => {
    setText(null)
    look.reset()
    take.reset()
    if (file === null) return setWrong(t('oneAtATime'))
    if (file.size > bytesMax) return setWrong(t('tooLarge'))
    setWrong(null)
    const read = await file.text()
    setText(read)
    look.mutate({ text: read, dryRun: true })
  }
  const seen = look.data
  return (
    <Section id="fee-file" title={t('title')}>
      <p className="mb-4 text-muted">{t('lead')}</p>
      <p className="mb-4">
        <a href={feesFile} download className={buttonClass()}>
          {t('export')}
        </a>
      </p>
      {mayWrite && (
        <DropZone
          label={t('drop')}
          button={t('choose')}
          hint={t('hint')}
          accept=".csv,.tsv,.txt,text/csv"
          onFile={(file) => void choose(file)}
        />
      )}
      {wrong !== null && (
        <p role="alert" className="mt-3 font-medium text-danger">
          {wrong}
        </p>
      )}
      {seen !== undefined && <Seen seen={seen} />}
      {(look.error ?? take.error) !== null && <Problem error={look.error ?? take.error} />}
      {seen !== undefined &&
        text !== null &&
        seen.problems.length === 0 &&
        seen.added + seen.replaced > 0 && (
          <Button
            look="main"
            className="mt-3"
            disabled={take.isPending}
            onClick={() => take.mutate({ text, dryRun: false })}
          >
            {t('take')}
          </Button>
        )}
    </Section>
  )
}

function Seen({ seen }: { seen: FeesTaken }) {
  const t = useTranslations('selling.file')
  const { added, replaced, known, problems } = seen
  return (
    <div className="mt-4 space-y-2" role="status">
      <p className="font-semibold">{t('seen', { added, replaced, known })}</p>
      {problems.length > 0 && (
        <>
          <p className="font-medium text-danger">{t('nothingTaken')}</p>
          <ul className="space-y-1 text-sm">
            {problems.map(({ line, reason }) => (
              <li key={`${line} ${reason}`} className="wrap-anywhere">
                {t('line', { line, reason })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
