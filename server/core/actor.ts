import { AppError } from './errors.ts'

/**
 * What an account may do beyond reading: an `owner` and an `admin` run the program for everybody, a `member` has rows of
 * their own, a `viewer` changes nothing.
 */
export const accountRoles = ['owner', 'admin', 'member', 'viewer'] as const
export type AccountRole = (typeof accountRoles)[number]

/** Who has to sign in by two factors: nobody, those who run the program, everybody. */
export const secondFactorChoices = ['nobody', 'admins', 'everybody'] as const
export type SecondFactorOf = (typeof secondFactorChoices)[number]

/**
 * What a key may be used for, the least first. `capture` hands in pages that its person has on their screen, and is told
 * of what these show and of nothing else; each of the others includes those before it, and `write` all three.
 */
export const scopes = ['capture', 'read', 'write', 'admin'] as const
export type Scope = (typeof scopes)[number]

/**
 * What a route asks of who calls it. `open`: nothing, nobody is looked up. `self`: a person who signed in, whatever their
 * role; no key. `self-write`: the same, with a role that may write: what others are told or shown in their name. `own`: as
 * `self`, or a key that may write: for what is the person's alone, such as their profile. Others: that scope, and a role that
 * has it.
 */
export const accesses = ['open', 'self', 'self-write', 'own', ...scopes] as const
export type Access = (typeof accesses)[number]

/** Who acts: whose rows a request, a command or a job reads and writes. */
export interface Actor {
  userId: number
  roles: readonly AccountRole[]
  /** Of a key, which does no more than this; absent where a person acts. */
  scope?: Scope
}

const scopeOfRole: Readonly<Record<AccountRole, Scope>> = {
  owner: 'admin',
  admin: 'admin',
  member: 'write',
  viewer: 'read',
}

const included: Readonly<Record<Scope, readonly Scope[]>> = {
  capture: ['capture'],
  read: ['read'],
  write: ['capture', 'read', 'write'],
  admin: scopes,
}
const includes = (scope: Scope, asked: Scope) => included[scope].includes(asked)

/** What an actor may be asked to be allowed. */
export type Right = Exclude<Access, 'open'>

interface Includes {
  read: 'read'
  /** What the answer says of a page is read for it. */
  capture: 'capture' | 'read'
  own: 'own' | 'read'
  self: 'self' | 'own' | 'read'
  'self-write': 'self-write' | 'self' | 'write' | 'capture' | 'own' | 'read'
  write: 'write' | 'capture' | 'own' | 'read'
  admin: 'admin' | 'write' | 'capture' | 'own' | 'read'
}

declare const proof: unique symbol

/**
 * The id of a person whose rows may be read or written (`users.id`), with the proof that somebody checked it: a plain number
 * does not compile in its place. The check is authorized(); what the program does by itself is asProgram().
 */
export type Authorized<R extends Right> = number & { readonly [proof]: { readonly [I in Includes[R]]: true } }

/** The actor as the person whose rows this is about; throws 403 where the actor may not do that. */
export function authorized<R extends Right>(actor: Actor, right: R): Authorized<R> {
  authorize(actor, right)
  return actor.userId as Authorized<R>
}

/**
 * The program itself acts for this person: by a schedule, in a job, on a row that was read for them, or on a sealed address
 * that says whose it is. Never of an id that a request brought as it is.
 */
export function asProgram(userId: number): Authorized<Right> {
  return userId as Authorized<Right>
}

/** Throws where this actor may not do what a route asks for. */
export function authorize(actor: Actor, access: Right): void {
  if (access === 'self' || access === 'self-write') {
    if (actor.scope !== undefined)
      throw forbidden('key-not-enough', 'A key cannot do this: sign in, and do it yourself.')
    if (access === 'self') return
  }
  const asked = access === 'own' || access === 'self-write' ? 'write' : access
  if (actor.scope !== undefined && !includes(actor.scope, asked))
    throw forbidden(
      'scope-missing',
      `This key is for ${JSON.stringify(actor.scope)} only: use one with the scope ${JSON.stringify(asked)}.`,
    )
  if (access === 'own') return
  if (!actor.roles.some((role) => includes(scopeOfRole[role], asked)))
    throw forbidden(
      'role-missing',
      access === 'admin'
        ? 'Only an admin may do this: ask one.'
        : 'Your account may look, but change nothing: ask an admin to make you a member.',
    )
}

function forbidden(code: string, message: string): AppError {
  return new AppError({ code, status: 403, message })
}

/** Runs the program, and decides what of it is for everybody. */
export function isOperator({ roles }: Pick<Actor, 'roles'>): boolean {
  return roles.includes('owner') || roles.includes('admin')
}
