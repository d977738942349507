import { expect } from 'vitest'

/** What every answer says that keeps browsers from harm. */
export const securityHeaders = {
  'content-security-policy':
    "default-src 'self';script-src 'self';script-src-attr 'none';style-src 'self';img-src 'self' data: blob:;worker-src 'self';manifest-src 'self';object-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'self'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': expect.stringMatching(/camera=\(\).*geolocation=\(\).*microphone=\(\).*payment=\(\)/),
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
}
/** Of the one page that may write styles; its script is named by its digest. */
const referencePolicy = expect.stringMatching(
  /^default-src 'self';script-src 'self' 'sha256-[\w+/]{43}=';script-src-attr 'none';style-src 'self' 'unsafe-inline';img-src 'self' data: blob:;font-src 'self' data:;object-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'self'$/,
)
/** What of the answer is about security, so that nothing more and nothing less is there. */
export const guarding = (headers: Iterable<[string, string]>) =>
  Object.fromEntries(
    [...headers].filter(([name]) =>
      /^(?:content-security-policy|cross-origin-|origin-agent|permissions-|referrer-|x-(?!request-id)|strict-|access-control-)/.test(
        name,
      ),
    ),
  )

/** What is expected of the answer of a route, as it is written. */
export const expectedOf = (path: string) => ({
  ...securityHeaders,
  ...(/\/api\/reference\/$/.test(path) && { 'content-security-policy': referencePolicy }),
  // No proxy holds back what is to arrive at once.
  ...(path === '/api/stream' && { 'x-accel-buffering': 'no' }),
  // Its address is secret.
  ...(path.startsWith('/feeds/') && {
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  }),
})
