import { createContext, type ReactNode, useContext } from 'react'

/** How figures are written for whoever is looking. */
export interface Person {
  id: number
  /** As the account is called; '' = not known yet. */
  name: string
  currency: string
  units: 'both' | 'km' | 'mi'
  /** Where distances count from; null = not set. */
  home: string | null
  /** undefined = as is usual in the language. */
  hourCycle: 'h12' | 'h23' | undefined
  /** undefined = not chosen. */
  weekStart: 'monday' | 'saturday' | 'sunday' | undefined
  /** May change what is theirs; else they look. */
  mayWrite: boolean
  /** Runs the program for everybody. */
  mayAdmin: boolean
}

const PersonContext = createContext<Person>({
  id: 0,
  name: '',
  currency: 'USD',
  units: 'both',
  home: null,
  hourCycle: undefined,
  weekStart: undefined,
  mayWrite: false,
  mayAdmin: false,
})

export function PersonProvider({ person, children }: { person: Person; children: ReactNode }) {
  return <PersonContext value={person}>{children}</PersonContext>
}

export const usePerson = () => useContext(PersonContext)
