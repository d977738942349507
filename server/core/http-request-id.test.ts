import { expect, it } from 'vitest'
import { requestIds } from './http-request-id.ts'

const uuid = 'b1e6cbb0-7f1d-4000-8000-00000000000a'
const from = (remoteAddress: string, id?: string | string[]) =>
  ({ headers: id === undefined ? {} : { 'x-request-id': id }, socket: { remoteAddress } }) as Parameters<
    ReturnType<typeof requestIds>
  >[0]

it.each([
  ['a proxy of that address', ['127.0.0.1'], '127.0.0.1', uuid],
  ['one that is written as IPv6', ['127.0.0.1'], '::ffff:127.0.0.1', uuid.toUpperCase()],
  ['one of that network, as nginx writes it', ['::1', '10.0.0.0/8'], '10.2.3.4', uuid.replaceAll('-', '')],
])('takes the id of %s', (_, trusted, address, id) => {
  expect(requestIds(trusted)(from(address, id))).toBe(uuid)
})

it.each([
  ['of nobody where none is believed', [], '127.0.0.1', uuid],
  ['of another address', ['10.0.0.0/8'], '127.0.0.1', uuid],
  ['that is none', ['127.0.0.1'], '127.0.0.1', 'x"\n{"level":60}'],
  ['given twice', ['127.0.0.1'], '127.0.0.1', [uuid, uuid]],
  ['that is not given', ['127.0.0.1'], '127.0.0.1', undefined],
])('makes one in place of one %s', (_, trusted, address, id) => {
  const made = requestIds(trusted)(from(address, id))
  expect(made).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
  expect(made).not.toBe(uuid)
})
