import { expect, it } from 'vitest'
import { assignedJson, jsonScripts, objectsWhere, scriptById } from './script-json.ts'

it('finds what a page’s scripts hold, and nothing where they were cut off', () => {
  const page = `<script id="other">x</script><script id="__NEXT_DATA__" type="application/json">{"a":"</b>"}</script>
    <script type='application/json' data-sjs>{"b":[1]}</script><script type="text/javascript">window.__CONFIG__ = {"c":"}\\"{"};</script>`
  expect(scriptById(page, '__NEXT_DATA__')).toEqual({ a: '</b>' })
  expect(jsonScripts(page)).toEqual(['{"a":"</b>"}', '{"b":[1]}'])
  expect(assignedJson(page, 'window.__CONFIG__')).toEqual({ c: '}"{' })
  const cut = page.slice(0, page.indexOf('</b>'))
  expect(scriptById(cut, '__NEXT_DATA__')).toBeUndefined()
  expect(jsonScripts(cut)).toEqual([])
  expect(assignedJson(page.slice(0, -20), 'window.__CONFIG__')).toBeUndefined()
  expect(assignedJson('if (window.__CONFIG__ === 1)', 'window.__CONFIG__')).toBeUndefined()
})

it('finds objects at any depth and in order, without recursion', () => {
  const deep = JSON.parse(`${'{"x":['.repeat(20_000)}{"id":2}${']}'.repeat(20_000)}`)
  expect(
    objectsWhere([{ id: 1, in: { id: 9 } }, deep, { id: 3 }], ({ id }) => id !== undefined).map(
      ({ id }) => id,
    ),
  ).toEqual([1, 2, 3])
})
