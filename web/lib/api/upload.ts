import { ApiProblem, csrfToken } from '../../../clients/typescript/request.ts'

/** A file as the server takes it. */
export function formOf(file: File): FormData {
  const form = new FormData()
  form.set('file', file)
  return form
}

/** Sends a file, and says how much of it has gone: fetch() does not tell. What is no success throws an ApiProblem. */
export function upload<Answer>(
  path: string,
  file: File,
  { onSent, signal }: { onSent(share: number): void; signal: AbortSignal },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    const token = csrfToken()
    if (token !== undefined) request.setRequestHeader('x-csrf-token', token)
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 0 : loaded / total)
    request.onload = () => {
      const type = request.getResponseHeader('content-type') ?? ''
      const body: unknown = /[/+]json/.test(type) ? JSON.parse(request.responseText) : {}
      if (request.status >= 200 && request.status < 300) return resolve(body as Answer)
      const retryAfter = request.getResponseHeader('retry-after')
      const headers = retryAfter === null ? undefined : { 'retry-after': retryAfter }
      const response = new Response(null, { status: request.status, ...(headers && { headers }) })
      reject(new ApiProblem(response, body as object))
    }
    request.onerror = () => reject(new TypeError('the connection ended'))
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    if (signal.aborted) return reject(signal.reason)
    request.send(formOf(file))
  })
}
