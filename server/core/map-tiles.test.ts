import { expect, it } from 'vitest'
import { securityHeaders } from './http-headers.ts'
import { mapTiles, notTiles, originOfTiles } from './map-tiles.ts'

it.each([
  'https://tiles.example/{z}/{x}/{y}.png',
  'https://tiles.example:8443/a/{z}/{y}/{x}?key=abc',
  'https://files.example/area.pmtiles',
  'http://127.0.0.1:8080/area.pmtiles',
  '/srv/maps/area of mine.pmtiles',
])('%s is a ground for maps', (text) => {
  expect(notTiles(text)).toBeNull()
})

it.each([
  'http://tiles.example/{z}/{x}/{y}.png',
  'https://tiles.example/{z}/{x}.png',
  'https://tiles.example/{z}/{x}/{y}/{x}.png',
  'https://files.example/area.mbtiles',
  'https://me:secret@tiles.example/{z}/{x}/{y}.png',
  `https://tiles.example/{z}/{x}/{y}.png;script-src *`,
  `https://tiles.example/{z}/{x}/{y}.png 'unsafe-inline'`,
  'javascript:alert(1)//{z}{x}{y}',
  'area.pmtiles',
  '/srv/maps/area.mbtiles',
  '',
])('%j is none', (text) => {
  expect(notTiles(text)).toMatch(/https:/)
})

it('a file of this machine is asked for here, and opens the policy to nobody', () => {
  const tiles = mapTiles('/srv/maps/area.pmtiles', 'OpenStreetMap')
  expect(tiles).toMatchObject({
    kind: 'file',
    url: '/api/places/map/ground.pmtiles',
    path: '/srv/maps/area.pmtiles',
  })
  expect(originOfTiles(tiles)).toBeNull()
})

it('pages may ask who has the ground of maps, and nobody else', () => {
  const tiles = mapTiles('https://tiles.example/{z}/{x}/{y}.png', undefined)
  const mapOrigin = originOfTiles(tiles)
  const policy = securityHeaders({ isTls: false, mapOrigin })['content-security-policy']
  expect(policy).toContain("img-src 'self' data: blob: https://tiles.example;")
  expect(policy).toContain("connect-src 'self' https://tiles.example")
  const usual = securityHeaders({ isTls: false, mapOrigin: null })['content-security-policy']
  expect(usual).not.toMatch(/example|connect-src/)
})
