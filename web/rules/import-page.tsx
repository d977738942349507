import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { tellTabs } from '../lib/tabs.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { CheckField } from '../ui/field.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { importRules, type RuleImport } from './queries.ts'

const fileBytesMax = 5 * 1024 * 1024

/** Rules of another tool, or of another Deal Scout: what they would become is shown before any is made. */
export function ImportPage() {
  const t = useTranslations('rule')
  const id = useId()
  const [text, setText] = useState('')
  const [everything, setEverything] = useState(false)
  const [isTooLarge, setTooLarge] = useState(false)
  const dryRun = useMutation({ mutationFn: () => importRules({ text, everything, dryRun: true }) })
  const make = useMake({ text, everything })
  const changed = () => {
    dryRun.reset()
    make.reset()
  }
  const read = async (file: File | undefined) => {
    if (file === undefined) return
    setTooLarge(file.size > fileBytesMax)
    if (file.size > fileBytesMax) return
    setText(await file.text())
    changed()
  }
  return (
    <Page
      title={t('import.title')}
      lead={t('import.lead')}
      actions={
        <Link to="/rules" className={buttonClass()}>
          {t('import.back')}
        </Link>
      }
    >
      <form
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          dryRun.mutate()
        }}
      >
        <div>
          <label htmlFor={`${id}-file`} className="mb-1 block text-sm font-semibold">
            {t('import.file')}
          </label>
          <input
            id={`${id}-file`}
            type="file"
            accept=".json,.csv,.toml,.txt,.har,application/json,text/csv,text/plain"
            className="block min-h-11 w-full rounded-md border border-line bg-card p-2 text-sm file:me-3 file:min-h-8 file:rounded-sm file:border-0 file:bg-sunk file:px-3 file:font-semibold file:text-ink"
            onChange={({ target }) => void read(target.files?.[0])}
          />
          {isTooLarge && <p className="mt-1 text-sm font-medium text-danger">{t('import.tooLarge')}</p>}
        </div>
        <div>
          <label htmlFor={`${id}-text`} className="mb-1 block text-sm font-semibold">
            {t('import.text')}
          </label>
          <textarea
            id={`${id}-text`}
            rows={7}
            spellCheck={false}
            value={text}
            onChange={({ target }) => {
              setText(target.value)
              changed()
            }}
            aria-describedby={`${id}-about`}
            className="w-full rounded-md border border-line bg-card p-3 font-mono text-base text-ink sm:text-sm"
          />
          <p id={`${id}-about`} className="mt-1 text-sm text-muted">
            {t('import.formats')}
          </p>
        </div>
        <CheckField
          label={t('import.everything')}
          checked={everything}
          onChange={({ target }) => {
            setEverything(target.checked)
            changed()
          }}
        />
        <Button
          look={dryRun.data ? 'plain' : 'main'}
          type="submit"
          disabled={text.trim() === '' || dryRun.isPending}
        >
          {t('import.look')}
        </Button>
      </form>
      <div aria-live="polite" className="mt-6">
        {dryRun.isError && <Problem error={dryRun.error} />}
        {dryRun.data && (
          <Plan plan={dryRun.data} isPending={make.isPending} onMake={() => make.mutate()}>
            {make.isError && <Problem error={make.error} />}
          </Plan>
        )}
      </div>
    </Page>
  )
}

function useMake({ text, everything }: { text: string; everything: boolean }) {
  const t = useTranslations('rule')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => importRules({ text, everything }),
    async onSuccess({ rules }) {
      tellTabs('rules 0')
      await queryClient.invalidateQueries({ queryKey: ['rules'] })
      toasts.add({ title: t('import.made', { count: rules.length }) })
      await navigate({ to: '/rules' })
    },
  })
}

/** Each rule as it would be made, what could not be carried over, and what is wrong. */
function Plan({
  plan,
  isPending,
  onMake,
  children,
}: {
  plan: RuleImport
  isPending: boolean
  onMake(): void
  children: ReactNode
}) {
  const t = useTranslations('rule')
  const wrong = plan.rules.filter(({ problems }) => Object.keys(problems).length > 0).length
  return (
    <section aria-labelledby="import-plan" className="border-t-2 border-ink py-4">
      <h2 id="import-plan" className="text-lg font-bold">
        {t('import.plan', { count: plan.rules.length, format: plan.format })}
      </h2>
      <p className="mt-1 text-sm">
        {t(wrong === 0 ? 'import.nothingMade' : 'import.wrong', { count: wrong })}
      </p>
      <Lines lines={plan.notes} />
      <ul className="mt-3 space-y-2">
        {plan.rules.map((rule) => (
          <li key={rule.where} className="rounded-md border border-line bg-card p-3 text-sm">
            <h3 className="font-bold">{rule.name}</h3>
            {rule.wants !== null && <p className="whitespace-pre-line">{rule.wants}</p>}
            <Lines lines={rule.notes} />
            {Object.entries(rule.problems).map(([field, problem]) => (
              <p key={field} className="font-medium whitespace-pre-wrap text-danger">
                {field}: {problem}
              </p>
            ))}
            <p className="text-xs text-muted">{rule.where}</p>
          </li>
        ))}
      </ul>
      <div className="mt-4 space-y-3">
        {children}
        <Button look="main" disabled={isPending || wrong > 0 || plan.rules.length === 0} onClick={onMake}>
          {t('import.make', { count: plan.rules.length })}
        </Button>
      </div>
    </section>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <p key={line} className="text-muted">
      {line}
    </p>
  ))
}
