import { Search } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { GetTrendsCategory, GetTrendsCondition } from '../../../clients/typescript/api.ts'
import { usePerson } from '../../lib/person.tsx'
import { useShortcut } from '../../lib/shortcuts/shortcuts.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { linkIn, type ValueSearch } from './question.ts'

/** What a person asks about. It is asked on Enter or at the button, and where one of a list is chosen; not while it is typed. */
export function QuestionForm({
  search,
  marketplaces,
  onAsk,
}: {
  search: ValueSearch
  /** Where it may be offered, by what it is called. */
  marketplaces: readonly { value: string; text: string }[]
  onAsk(search: ValueSearch): void
}) {
  const t = useTranslations('value')
  const nameOf = useTranslations('deals')
  const { currency } = usePerson()
  const input = useRef<HTMLInputElement>(null)
  const asked = search.link ?? search.title ?? ''
  const [title, setTitle] = useState(asked)
  const [price, setPrice] = useState(search.price ?? '')
  useEffect(() => setTitle(asked), [asked])
  useEffect(() => setPrice(search.price ?? ''), [search.price])
  useShortcut({ keys: '/', shown: '/', label: t('keys.ask') }, () => input.current?.select())
  const ask = (change: Partial<ValueSearch>) => {
    const link = linkIn(title)
    const { category, condition, marketplace, weeks } = search
    // Another question has comparables and a search of its own.
    const kept = title.trim() === asked ? search : { category, condition, marketplace, weeks }
    onAsk({
      ...kept,
      ...(link ? { link } : { title: title.trim(), link: undefined, price: price.trim() }),
      ...change,
    })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask({})
  }
  return (
    <search>
      <form onSubmit={submit} className="rounded-md border border-line bg-card p-4">
        <label htmlFor="question" className="mb-1 block text-sm font-semibold">
          {t('thing')}
        </label>
        <div className="flex gap-2">
          <div className="relative min-w-0 grow">
            <Search
              aria-hidden
              size={18}
              className="pointer-events-none absolute top-1/2 inset-s-3 -translate-y-1/2 text-muted"
            />
            <input
              ref={input}
              id="question"
              type="search"
              enterKeyHint="search"
              autoComplete="off"
              maxLength={4000}
              placeholder={t('thingHint')}
              aria-describedby="question-how"
              value={title}
              onChange={(event) => setTitle(event.target.value)}
              onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
              className="h-12 w-full rounded-md border border-line bg-paper pe-3 ps-10 text-base placeholder:text-muted"
            />
          </div>
          <Button look="main" type="submit" className="h-12">
            {t('ask')}
          </Button>
        </div>
        <p id="question-how" className="mt-1 text-sm text-muted">
          {t('how')}
        </p>
        <div className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-4">
          <TextField
            label={t('price')}
            unit={currency}
            inputMode="decimal"
            value={price}
            maxLength={60}
            onChange={(event) => setPrice(event.target.value)}
          />
          <SelectField
            label={t('condition')}
            value={search.condition ?? ''}
            onChange={({ target }) =>
              ask({ condition: oneOf(GetTrendsCondition, target.value), without: undefined })
            }
            options={[
              { value: '', text: t('anyCondition') },
              ...Object.values(GetTrendsCondition).map((value) => ({
                ...{ value, text: nameOf(`conditions.${value}`) },
              })),
            ]}
          />
          <SelectField
            label={t('category')}
            value={search.category ?? ''}
            onChange={({ target }) =>
              ask({ category: oneOf(GetTrendsCategory, target.value), without: undefined })
            }
            options={[
              { value: '', text: t('anyCategory') },
              ...Object.values(GetTrendsCategory).map((value) => ({
                ...{ value, text: nameOf(`categories.${value}`) },
              })),
            ]}
          />
          <SelectField
            label={t('marketplace')}
            value={search.marketplace ?? ''}
            onChange={({ target }) => ask({ marketplace: target.value, without: undefined })}
            options={[{ value: '', text: t('anyMarketplace') }, ...marketplaces]}
          />
        </div>
      </form>
    </search>
  )
}

const oneOf = <Value extends string>(values: Readonly<Record<string, Value>>, text: string) =>
  Object.values(values).find((one) => one === text)
