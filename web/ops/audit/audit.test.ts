import { expect, it } from 'vitest'
import { auditFilterOf, readAuditSearch } from './audit-search.ts'
import { auditTable, detailsText } from './audit-table.ts'

it('reads from an address what fits, and asks for whole days of whoever looks', () => {
  const search = readAuditSearch({ kind: 'role-changed', person: '7', from: '2026-11-01', to: '2026-11-02' })
  expect(search).toEqual({ kind: 'role-changed', person: 7, from: '2026-11-01', to: '2026-11-02' })
  const filter = auditFilterOf(search, ['role-changed'])
  expect(filter).toMatchObject({ kind: 'role-changed', person: 7 })
  expect(Date.parse(filter.until!) - Date.parse(filter.since!)).toBe(2 * 86_400_000)
  expect(readAuditSearch({ kind: "x'; --", person: '-1', from: '2026-13-45', to: 'now' })).toEqual({})
  expect(auditFilterOf({ kind: 'of-a-newer-one' }, ['role-changed'])).toEqual({})
})

it('writes a table in which nothing is a formula', () => {
  const event = {
    ...{ id: 1, at: '2026-11-30T10:00:00Z', kind: 'role-changed', says: 'x', outcome: 'done', times: 1 },
    ...{ by: { via: 'http', id: 1, name: '=1+1', keyId: null }, person: 2, address: null },
    ...{ target: { kind: 'account', id: '2' }, userAgent: '@cmd', details: { from: 'a', to: null } },
  } as const
  const [, row] = auditTable([event as never]).split('\r\n')
  expect(row).toBe("2026-11-30T10:00:00Z,role-changed,x,done,http,1,'=1+1,,2,account,2,,'@cmd,1,from a")
  expect(detailsText({})).toBe('')
})
