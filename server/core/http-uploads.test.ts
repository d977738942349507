import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createHttp, type Http, listen } from './http.ts'

let http: Http
let address: string
beforeAll(async () => {
  http = await createHttp({
    log: pino({ level: 'silent' }),
    version: '1',
    allowedHosts: () => ['127.0.0.1'],
    actorOf: async () => ({ userId: 1, roles: ['owner'] }),
  })
  http.post('/upload', async (request) => {
    const part = await request.file()
    let bytes = 0
    for await (const chunk of part!.file) bytes += chunk.length
    return { bytes, name: part!.filename }
  })
  address = await listen(http, '127.0.0.1', 0)
})
afterAll(() => http.close())

const start = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b\r\n'
const note = '--x\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n'
const upload = async (body: string, type = 'multipart/form-data; boundary=x') => {
  const response = await fetch(`${address}/upload`, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
  })
  return { status: response.status, body: await response.json() }
}

it('a file that is whole is read', async () => {
  expect(await upload(`${start}1,2\r\n--x--\r\n`)).toEqual({ status: 200, body: { bytes: 8, name: 'a.csv' } })
})

it.each([
  ['within the file', start],
  ['within the headers of the part', start.slice(0, 30)],
  ['within the boundary at the end', `${start}1,2\r\n-`],
])('one that is cut off %s is the fault of the request', async (_, body) => {
  expect(await upload(body)).toMatchObject({
    status: 422,
    body: { detail: expect.stringMatching(/^The upload is broken.*again\.$/) },
  })
})

it('one without a boundary is too', async () => {
  expect(await upload(start, 'multipart/form-data')).toMatchObject({
    status: 422,
    body: { detail: expect.stringContaining('Boundary') },
  })
})

it.each(['filename="a\0.csv"', "filename*=utf-8''a%00.csv"])(
  'a name that cannot be kept (%j) is refused before the file is read',
  async (name) => {
    expect(await upload(`${note}${start.replace('filename="a.csv"', name)}1,2\r\n--x--\r\n`)).toMatchObject({
      status: 422,
      body: { fields: { file: expect.any(String) } },
    })
  },
)
