import { createContext, type ReactNode, useContext } from 'react'

/** How figures are written for whoever is looking. */
export interface Person {
  currency: string
  units: 'both' | 'km' | 'mi'
  /** Where distances count from; null = not set. */
  home: string | null
  /** undefined = as is usual in the language. */
  hourCycle: 'h12' | 'h23' | undefined
}

const PersonContext = createContext<Person>({
  currency: 'USD',
  units: 'both',
  home: null,
  hourCycle: undefined,
})

export function PersonProvider({ person, children }: { person: Person; children: ReactNode }) {
  return <PersonContext value={person}>{children}</PersonContext>
}

export const usePerson = () => useContext(PersonContext)
