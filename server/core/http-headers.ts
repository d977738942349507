import helmet from 'helmet'

/** What every answer says of how a browser may use it. */
export type SecurityHeaders = Readonly<Record<string, string>>

const self = ["'self'"]
const none = ["'none'"]

/** Nothing from elsewhere, nothing inline, in nobody's frame. */
const directives = {
  defaultSrc: self,
  scriptSrc: self,
  scriptSrcAttr: none,
  styleSrc: self,
  imgSrc: ["'self'", 'data:', 'blob:'],
  workerSrc: self,
  manifestSrc: self,
  objectSrc: none,
  frameAncestors: none,
  baseUri: none,
  formAction: self,
}

const withMaps = (origin: string) => ({
  ...directives,
  imgSrc: [...directives.imgSrc, origin],
  connectSrc: ["'self'", origin],
})

/** What of a browser no page of ours asks for. */
const refusedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/**
 * Headers that are the same on every answer, whatever the route. `isTls`: browsers reach the server by https, so that they
 * may be told never to come by http again.
 */
export function securityHeaders({
  isTls,
  mapOrigin,
}: {
  isTls: boolean
  /** Whom pages may ask for the ground of maps; null = nobody. */
  mapOrigin: string | null
}): SecurityHeaders {
  const found: Record<string, string> = {}
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: mapOrigin === null ? directives : withMaps(mapOrigin),
    },
    strictTransportSecurity: isTls ? { maxAge: 365 * 86_400, includeSubDomains: true } : false,
    // Addresses may hold tokens, so no other site gets one. With "no-referrer" the forms of this very site would come
    // with `Origin: null` and be refused.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    // Of browsers that are gone.
    xDownloadOptions: false,
  })
  const answer = {
    setHeader(name: string, value: string) {
      found[name.toLowerCase()] = value
    },
    removeHeader() {},
  }
  setHeaders({} as never, answer as never, (error?: unknown) => {
    if (error !== undefined) throw error
  })
  found['permissions-policy'] = refusedFeatures.map((feature) => `${feature}=()`).join(', ')
  return found
}
