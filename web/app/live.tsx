import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { meQuery } from '../accounts/queries.ts'
import { LiveProvider } from '../lib/live/live.tsx'
import { LiveBar } from '../lib/live/live-bar.tsx'
import { follow } from './follow.ts'

/** Around all pages: what happens reaches what they show. */
export function Live({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient()
  const person = useQuery(meQuery).data?.id ?? null
  return (
    <LiveProvider
      person={person}
      onEvent={(event) => follow(queryClient, event)}
      // Who was signed out is led to sign in by the answer.
      onRefused={() => void queryClient.refetchQueries({ queryKey: meQuery.queryKey })}
    >
      {children}
      <LiveBar />
    </LiveProvider>
  )
}
