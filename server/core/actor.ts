/** What an account may do beyond its own rows. */
export const accountRoles = ['owner'] as const
export type AccountRole = (typeof accountRoles)[number]

/** Who acts: whose rows a request, a command or a job reads and writes. */
export interface Actor {
  userId: number
  roles: readonly AccountRole[]
}
