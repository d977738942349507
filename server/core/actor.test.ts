import { expect, it } from 'vitest'
import { type Actor, type Authorized, asProgram, authorized, type Right } from './actor.ts'
import { AppError } from './errors.ts'

/** Functions as the slices have them; what they are given below is looked at by tsc, in `npm run check`. */
const reads = (userId: Authorized<'read'>): number => userId
const owns = (userId: Authorized<'own'>): number => userId
const signsIn = (userId: Authorized<'self'>): number => userId
const writes = (userId: Authorized<'write'>): number => userId
const publishes = (userId: Authorized<'self-write'>): number => userId
const administers = (userId: Authorized<'admin'>): number => userId

const admin: Actor = { userId: 7, roles: ['admin'] }

it('a plain number, and an actor’s own id, are nobody’s rows: they do not compile', () => {
  // @ts-expect-error: nobody checked it
  reads(7)
  // @ts-expect-error: whose it is was not asked
  reads(admin.userId)
  // @ts-expect-error: nor in what a query gave
  writes({ userId: 7 }.userId)
  // @ts-expect-error: a number is no proof, whatever it is added to
  reads(authorized(admin, 'read') + 0)
  // @ts-expect-error: an actor is no proof either
  reads(admin)
  expect(reads(authorized(admin, 'read'))).toBe(7)
})

it('who may only read may not write: it does not compile', () => {
  const read = authorized(admin, 'read')
  // @ts-expect-error: read is not write
  writes(read)
  // @ts-expect-error: nor one’s own
  owns(read)
  // @ts-expect-error: nor what takes a person who signed in
  signsIn(read)
  // @ts-expect-error: nor an admin’s
  administers(read)
  const write = authorized(admin, 'write')
  // @ts-expect-error: a key may write, and be nobody who signed in
  signsIn(write)
  // @ts-expect-error: write is not admin
  administers(write)
  const own = authorized(admin, 'own')
  // @ts-expect-error: a viewer has a profile, and writes no rules
  writes(own)
  const self = authorized(admin, 'self')
  // @ts-expect-error: a viewer signs in, too
  writes(self)
  // @ts-expect-error: nor may they publish
  publishes(self)
  // @ts-expect-error: nor may a key that writes
  publishes(write)
  expect(read).toBe(7)
})

it('a key for captures does that and nothing else, and a viewer hands nothing in', () => {
  const capture: Actor = { ...admin, scope: 'capture' }
  expect(authorized(capture, 'capture')).toBe(7)
  for (const right of ['read', 'write', 'admin', 'own', 'self', 'self-write'] as const)
    expect(() => authorized(capture, right)).toThrow(AppError)
  expect(() => authorized({ ...admin, scope: 'read' }, 'capture')).toThrow('"capture"')
  expect(authorized({ ...admin, scope: 'write' }, 'capture')).toBe(7)
  expect(() => authorized({ userId: 8, roles: ['viewer'] }, 'capture')).toThrow('may look')
  // @ts-expect-error: what is handed in changes nothing else
  writes(authorized(admin, 'capture'))
})

it('a right is good for all that it includes', () => {
  const every = authorized(admin, 'admin')
  expect([administers, writes, owns, reads].map((use) => use(every))).toEqual([7, 7, 7, 7])
  const write = authorized(admin, 'write')
  expect([writes, owns, reads].map((use) => use(write))).toEqual([7, 7, 7])
  const self = authorized(admin, 'self')
  expect([signsIn, owns, reads].map((use) => use(self))).toEqual([7, 7, 7])
  const publish = authorized(admin, 'self-write')
  expect([publishes, signsIn, writes, owns, reads].map((use) => use(publish))).toEqual([7, 7, 7, 7, 7])
  const program: Authorized<Right> = asProgram(7)
  expect([administers, signsIn, writes, owns, reads].map((use) => use(program))).toEqual([7, 7, 7, 7, 7])
})

it('the check throws where the actor may not, so that no proof comes of it', () => {
  const viewer: Actor = { userId: 8, roles: ['viewer'] }
  expect(() => authorized(viewer, 'write')).toThrow('may look')
  expect(() => authorized({ ...admin, scope: 'read' }, 'write')).toThrow('"read"')
  expect(() => authorized({ ...admin, scope: 'admin' }, 'self')).toThrow('sign in')
  expect(() => authorized({ ...admin, scope: 'admin' }, 'self-write')).toThrow('sign in')
  expect(authorized(viewer, 'self')).toBe(8)
  expect(() => authorized(viewer, 'self-write')).toThrow('may look')
  expect(() => authorized({ userId: 9, roles: ['member'] }, 'admin')).toThrow('admin')
})
