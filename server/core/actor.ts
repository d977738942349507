/** What an account may do beyond its own rows: the owner runs the program for everybody, a member does nothing more. */
export const accountRoles = ['owner', 'member'] as const
export type AccountRole = (typeof accountRoles)[number]

/** Who acts: whose rows a request, a command or a job reads and writes. */
export interface Actor {
  userId: number
  roles: readonly AccountRole[]
}

/** Runs the program, and decides what of it is for everybody. */
export function isOperator({ roles }: Pick<Actor, 'roles'>): boolean {
  return roles.includes('owner')
}
