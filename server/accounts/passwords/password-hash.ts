import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** What a hash costs: 128 · 2^ln · r bytes of memory, p times. */
export interface PasswordCost {
  ln: number
  r: number
  p: number
}

/** One of those in https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html: 32 MB. */
export const recommendedCost: PasswordCost = { ln: 15, r: 8, p: 3 }
/** Of hashes without a word about it: `<salt>:<key>` in hex, as the library writes them by itself. */
const before: PasswordCost = { ln: 14, r: 16, p: 1 }
const saltBytes = 16
const keyBytes = 64

/** `$scrypt$ln=15,r=8,p=3$<salt>$<key>`, both base64url: it says itself how it was made, so that the cost can rise. */
export async function hashPassword(password: string, cost: PasswordCost = recommendedCost): Promise<string> {
  const salt = randomBytes(saltBytes).toString('base64url')
  const key = await keyOf(password, salt, cost)
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${salt}$${key.toString('base64url')}`
}

/** Whether the hash is of this password; false of what is no hash. */
export async function verifyPassword({
  hash,
  password,
}: {
  hash: string
  password: string
}): Promise<boolean> {
  const read = readHash(hash)
  return read !== null && timingSafeEqual(await keyOf(password, read.salt, read.cost), read.key)
}

function readHash(hash: string): { salt: string; key: Buffer; cost: PasswordCost } | null {
  const old = /^([\da-f]{32}):([\da-f]{128})$/.exec(hash)
  if (old) return { salt: old[1]!, key: Buffer.from(old[2]!, 'hex'), cost: before }
  const own = /^\$scrypt\$ln=(\d\d),r=(\d{1,2}),p=(\d)\$([\w-]{22})\$([\w-]{86})$/.exec(hash)
  if (!own) return null
  const [ln, r, p] = own.slice(1, 4).map(Number) as [number, number, number]
  return { salt: own[4]!, key: Buffer.from(own[5]!, 'base64url'), cost: { ln, r, p } }
}

/** The same characters give the same key, however a keyboard composes them. */
function keyOf(password: string, salt: string, { ln, r, p }: PasswordCost): Promise<Buffer> {
  const N = 2 ** ln
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  scrypt(password.normalize('NFKC'), salt, keyBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
    error ? reject(error) : resolve(key),
  )
  return promise
}
