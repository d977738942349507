import { DirectionProvider } from '@base-ui/react/direction-provider'
import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { IntlProvider } from 'use-intl'
import { meQuery } from '../accounts/queries.ts'
import { setLocale, storedLanguage, storeLanguage } from '../lib/locale.ts'
import { type Speech, speechFor } from '../texts/languages.ts'

const zoneHere = Intl.DateTimeFormat().resolvedOptions().timeZone

const textsQuery = ({ tag, load }: Speech) =>
  queryOptions({ queryKey: ['texts', tag], queryFn: load, staleTime: Number.POSITIVE_INFINITY })

const speechOf = (chosen: string | null) => speechFor(chosen, navigator.languages)

/** Has the words fetched, and the page be in their language, before it is known who looks at it. */
export function speakEarly(queryClient: QueryClient): void {
  const speech = speechOf(storedLanguage())
  markPage(speech)
  void queryClient.prefetchQuery(textsQuery(speech))
}

/** Requests are answered in the language of the page (clients/typescript/request.ts). */
function markPage({ tag, direction }: Pick<Speech, 'tag' | 'direction'>): void {
  document.documentElement.lang = tag
  document.documentElement.dir = direction
}

/** Texts, dates and figures as the person wants them; until they are known, as here before; without a choice, as the browser has them. */
export function Localized({ children }: { children: ReactNode }) {
  const profile = useQuery(meQuery).data?.profile
  const chosen = profile === undefined ? storedLanguage() : profile.language.value
  const speech = speechOf(chosen)
  const timeZone = profile === undefined || profile.timeZone.isDefault ? zoneHere : profile.timeZone.value
  const texts = useQuery({ ...textsQuery(speech), placeholderData: keepPreviousData }).data
  setLocale(speech.figures)
  useSpoken(speech)
  useEffect(() => {
    if (profile !== undefined) storeLanguage(profile.language.value)
  }, [profile])
  if (texts === undefined) return null
  return (
    <DirectionProvider direction={speech.direction}>
      <IntlProvider locale={speech.figures ?? speech.tag} messages={texts} timeZone={timeZone}>
        {children}
      </IntlProvider>
    </DirectionProvider>
  )
}

/** The page says in which language it is, and asks anew for what was answered in another. */
function useSpoken(speech: Speech): void {
  const queryClient = useQueryClient()
  const { tag, direction } = speech
  const before = useRef(tag)
  useEffect(() => {
    markPage({ tag, direction })
    if (before.current === tag) return
    before.current = tag
    void askAnew(queryClient)
  }, [tag, direction, queryClient])
}

const isSaid = ({ queryKey }: { queryKey: readonly unknown[] }) =>
  !['me', 'texts'].includes(String(queryKey[0]))

/** What is under way for the first time is not asked again while it is: it was asked for in the other language. */
async function askAnew(queryClient: QueryClient): Promise<void> {
  const underWay = queryClient.getQueryCache().findAll({ predicate: isSaid, fetchStatus: 'fetching' })
  void queryClient.invalidateQueries({ predicate: isSaid })
  await Promise.allSettled(underWay.map(({ promise }) => promise))
  if (underWay.length > 0)
    await queryClient.invalidateQueries({ predicate: (query) => underWay.includes(query) })
}
