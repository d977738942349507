import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { Problem } from '../ui/states.tsx'
import { changeSale, endPost, forgetSell, stillThere, type Tasks, tasksQuery } from './queries.ts'
import { useDay } from './use-day.ts'

/** What waits for the person; nothing where nothing does. */
export function TaskList() {
  const t = useTranslations('sell.tasks')
  const { data, error, refetch } = useQuery(tasksQuery)
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  const count = data.oversold.length + data.toEnd.length + data.toShip.length + data.toCheck.length
  if (count === 0) return null
  return (
    <Section id="tasks" title={t('title', { count })}>
      <ul className="space-y-3">
        {data.oversold.map((task) => (
          <Oversold key={`over ${task.itemId}`} task={task} />
        ))}
        {data.toEnd.map((task) => (
          <ToEnd key={`end ${task.id}`} task={task} />
        ))}
        {data.toShip.map((task) => (
          <ToShip key={`ship ${task.saleId}`} task={task} />
        ))}
        {data.toCheck.map((task) => (
          <ToCheck key={`check ${task.id}`} task={task} />
        ))}
      </ul>
    </Section>
  )
}

function useDeed(run: () => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: run, onSuccess: () => forgetSell(client) })
}

const row = 'flex flex-wrap items-center justify-between gap-2 rounded-md border border-line bg-card p-3'

function Oversold({ task }: { task: Tasks['oversold'][number] }) {
  const t = useTranslations('sell.tasks')
  const { mayWrite } = usePerson()
  const off = useDeed(() => changeSale(task.saleId, { state: 'cancelled' }))
  return (
    <li className={`${row} border-danger`}>
      <div className="min-w-0 grow basis-64">
        <p>
          <Link to="/sell/$id" params={{ id: String(task.itemId) }} className="font-semibold underline">
            {task.title}
          </Link>
        </p>
        <p className="text-sm">{t('oversold', { tooMany: task.tooMany, place: task.marketplace })}</p>
        <p className="mt-1 text-sm text-muted select-all">{task.message}</p>
        {off.isError && <Problem error={off.error} />}
      </div>
      {mayWrite && (
        <Button look="danger" disabled={off.isPending} onClick={() => off.mutate()}>
          {t('callOff')}
        </Button>
      )}
    </li>
  )
}

function ToEnd({ task }: { task: Tasks['toEnd'][number] }) {
  const t = useTranslations('sell.tasks')
  const { mayWrite } = usePerson()
  const ended = useDeed(() => endPost(task.id, true))
  return (
    <li className={row}>
      <div className="min-w-0 grow basis-64">
        <p className="font-semibold wrap-anywhere">{task.title}</p>
        <p className="text-sm">
          {t('takeDown', { place: task.marketplace })}{' '}
          {task.url !== null && (
            <a href={task.url} className="underline" target="_blank" rel="noreferrer">
              {t('toAd')}
            </a>
          )}
        </p>
        {ended.isError && <Problem error={ended.error} />}
      </div>
      {mayWrite && (
        <Button disabled={ended.isPending} onClick={() => ended.mutate()}>
          {t('takenDown')}
        </Button>
      )}
    </li>
  )
}

function ToShip({ task }: { task: Tasks['toShip'][number] }) {
  const t = useTranslations('sell.tasks')
  const { mayWrite } = usePerson()
  const day = useDay()
  const shipped = useDeed(() => changeSale(task.saleId, { state: 'shipped' }))
  return (
    <li className={row}>
      <div className="min-w-0 grow basis-64">
        <p className="font-semibold wrap-anywhere">{task.title}</p>
        <p className="text-sm">{t('ship', { place: task.marketplace, day: day(task.soldOn) })}</p>
        {shipped.isError && <Problem error={shipped.error} />}
      </div>
      {mayWrite && (
        <Button disabled={shipped.isPending} onClick={() => shipped.mutate()}>
          {t('shipped')}
        </Button>
      )}
    </li>
  )
}

function ToCheck({ task }: { task: Tasks['toCheck'][number] }) {
  const t = useTranslations('sell.tasks')
  const { mayWrite } = usePerson()
  const day = useDay()
  const stands = useDeed(() => stillThere(task.id))
  const ended = useDeed(() => endPost(task.id, true))
  const address = task.url ?? task.manageUrl
  return (
    <li className={row}>
      <div className="min-w-0 grow basis-64">
        <p className="font-semibold wrap-anywhere">{task.title}</p>
        <p className="text-sm">
          {t(`check.${task.why}`, {
            place: task.marketplace,
            day: task.endsAt === null ? '' : day(task.endsAt),
          })}{' '}
          {address !== null && (
            <a href={address} className="underline" target="_blank" rel="noreferrer">
              {t('toAd')}
            </a>
          )}
        </p>
        {stands.isError && <Problem error={stands.error} />}
        {ended.isError && <Problem error={ended.error} />}
      </div>
      {mayWrite && (
        <span className="flex gap-2">
          <Button disabled={ended.isPending} look="bare" onClick={() => ended.mutate()}>
            {t('takenDown')}
          </Button>
          <Button disabled={stands.isPending} onClick={() => stands.mutate()}>
            {t(task.why === 'long-ago' ? 'stands' : 'renewed')}
          </Button>
        </span>
      )}
    </li>
  )
}
