import { describe, expect, it } from 'vitest'
import type { AppError } from './errors.ts'
import type { FieldSpec } from './fields.ts'
import { keepSecrets, readFields, shownFields } from './form.ts'

const fields: FieldSpec[] = [
  { name: 'site', label: 'Site', type: 'text', required: true },
  { name: 'note', label: 'Note', type: 'text' },
  { name: 'address', label: 'Address', type: 'url' },
  { name: 'to', label: 'To', type: 'email' },
  { name: 'radius', label: 'Radius', type: 'integer', default: 10 },
  { name: 'on', label: 'On', type: 'boolean' },
  { name: 'kind', label: 'Kind', type: 'select', values: ['a', 'b'] },
  { name: 'key', label: 'Key', type: 'text', secret: true },
]

function problems(input: unknown): Record<string, string> {
  try {
    readFields(fields, input)
  } catch (error) {
    expect(error).toMatchObject({ code: 'bad-input', status: 422 })
    return (error as AppError).fields ?? {}
  }
  return {}
}

describe('readFields', () => {
  it('takes values as JSON has them and as a command line or a form does', () => {
    const typed = {
      site: 'x',
      address: 'https://a.example/b',
      to: 'me@a.example',
      radius: -3,
      on: true,
      kind: 'b',
      key: 'k',
    }
    expect(readFields(fields, typed)).toEqual(typed)
    expect(readFields(fields, { ...typed, site: ' x ', radius: ' -3', on: 'true' })).toEqual(typed)
    expect(readFields(fields, { site: 'x' })).toEqual({ site: 'x', radius: 10 })
  })

  it('takes an empty entry of a field that may be left out as left out', () => {
    expect(
      readFields(fields, {
        site: 'x',
        address: '',
        to: ' ',
        radius: '',
        on: '',
        kind: '',
        key: '',
        note: '',
      }),
    ).toEqual({ site: 'x', radius: 10 })
  })

  it('names every field that is wrong', () => {
    const wrong = problems({
      site: ' ',
      address: 'ftp://x',
      to: 'nobody',
      radius: '1.5',
      on: 'perhaps',
      kind: 'c',
      colour: 'red',
      note: 7,
    })
    expect(Object.keys(wrong).toSorted()).toEqual(
      ['address', 'colour', 'kind', 'note', 'on', 'radius', 'site', 'to'].map((name) => `settings.${name}`),
    )
    expect(wrong['settings.colour']).toContain('is not a field; there are site, note')
    expect(problems({})).toEqual({ 'settings.site': 'is missing' })
    for (const radius of [1.5, true, [], {}, '9'.repeat(30), '0x10', Number.NaN]) {
      expect([radius, problems({ site: 'x', radius })]).toEqual([
        radius,
        { 'settings.radius': expect.any(String) },
      ])
    }
  })

  it('refuses what is no form at all', () => {
    for (const input of [null, 'x', 7, []]) expect(Object.keys(problems(input))).toHaveLength(1)
  })

  it('is not fooled by names of the prototype', () => {
    expect(problems(JSON.parse('{"site":"x","__proto__":{"key":"y"}}'))).not.toEqual({})
    expect(problems({ site: 'x', constructor: 'y' })).toHaveProperty(['settings.constructor'])
  })
})

describe('secrets', () => {
  it('are shown only as set', () => {
    expect(shownFields(fields, { site: 'x', key: 'hunter2' })).toEqual({ site: 'x', key: '********' })
    expect(shownFields(fields, { site: 'x' })).toEqual({ site: 'x' })
  })

  it('stay as they were when a form sends the mask back, and are replaced or removed otherwise', () => {
    const stored = { site: 'x', key: 'hunter2' }
    expect(keepSecrets(fields, stored, { site: 'y', key: '********' })).toEqual({ site: 'y', key: 'hunter2' })
    expect(keepSecrets(fields, stored, { key: 'new' })).toEqual({ key: 'new' })
    expect(keepSecrets(fields, stored, { site: '********' })).toEqual({ site: '********' })
    expect(readFields(fields, keepSecrets(fields, { site: 'x' }, { site: 'x', key: '********' }))).toEqual({
      site: 'x',
      radius: 10,
    })
    expect(keepSecrets(fields, stored, null)).toBeNull()
  })

  it('in addresses are masked behind the host, and stay when that is sent back', () => {
    const stored = { site: 'x', address: 'https://ann:hunter2@ntfy.example.com:8443/a/b?token=c#d' }
    const shown = shownFields(fields, stored)
    expect(shown).toEqual({ site: 'x', address: 'https://ntfy.example.com:8443/********' })
    for (const address of [shown.address, '********']) {
      expect(keepSecrets(fields, stored, { ...shown, address })).toEqual(stored)
    }
    const other = { site: 'x', address: 'https://other.example.com/a' }
    expect(keepSecrets(fields, stored, other)).toEqual(other)
    // What is not secret is shown as it is.
    for (const address of ['https://ntfy.sh', 'https://ntfy.sh/']) {
      const kept = { site: 'x', address }
      expect(shownFields(fields, kept).address).toBe('https://ntfy.sh')
      expect(keepSecrets(fields, kept, shownFields(fields, kept))).toEqual(kept)
    }
    for (const address of [
      'https://other.example.com/********',
      '********',
      'https://********@ntfy.example.com/',
    ]) {
      expect(Object.keys(problems(keepSecrets(fields, { site: 'x' }, { site: 'x', address })))).toEqual([
        'settings.address',
      ])
    }
  })
})
