import { AppError, errorMessage, setupError } from '../../../core/errors.ts'
import { FetchError, type FetchResponse } from '../../../core/fetch.ts'
import { addressOf, type BucketSettings } from './settings.ts'
import { textIn } from './xml.ts'

/** The store's answer was no good; `code` is its own word, empty where it had none. */
export class StoreProblem extends AppError {
  readonly storeCode: string
  constructor(storeCode: string, message: string) {
    super({ code: 'backup-store', status: 500, message })
    this.storeCode = storeCode
  }
}

/** An answer other than 2xx, in words that say what to do. */
export function refusedBy(
  settings: BucketSettings,
  host: string,
  { status, headers, text }: FetchResponse,
): StoreProblem {
  const code = textIn(text(), 'Code') ?? ''
  return new StoreProblem(
    code,
    `${addressOf(settings)} at ${host}: ${sentenceOf(settings, code, status, headers, text())}`,
  )
}

function sentenceOf(
  { bucket, region, accessKeyId }: BucketSettings,
  code: string,
  status: number,
  headers: FetchResponse['headers'],
  body: string,
): string {
  const named = headers['x-amz-bucket-region'] ?? textIn(body, 'Region')
  switch (code) {
    case 'NoSuchBucket':
      return `there is no bucket ${bucket}. Make it, or mend BACKUP_S3_URL.`
    case 'InvalidAccessKeyId':
      return `it does not know the key ${accessKeyId}. Mend BACKUP_S3_ACCESS_KEY_ID.`
    case 'SignatureDoesNotMatch':
      return 'the secret key is another one, or BACKUP_S3_REGION is. Mend BACKUP_S3_SECRET_ACCESS_KEY or BACKUP_S3_REGION.'
    case 'RequestTimeTooSkewed':
      return "this machine's clock is wrong by more than a quarter of an hour. Set it (NTP)."
    case 'AuthorizationHeaderMalformed':
    case 'PermanentRedirect':
    case 'TemporaryRedirect':
    case 'IllegalLocationConstraintException':
      return wrongRegion(region, named)
    case 'AccessDenied':
      return `the key ${accessKeyId} has no right to do this: it needs s3:ListBucket, s3:PutObject, s3:GetObject, s3:AbortMultipartUpload and, to delete old backups, s3:DeleteObject.`
    default:
  }
  if (status >= 300 && status < 400) return wrongRegion(region, named)
  if (status === 403) return 'it refuses the key (HTTP 403). Look at the rights of BACKUP_S3_ACCESS_KEY_ID.'
  if (status === 404)
    return 'there is no such thing (HTTP 404). Look at BACKUP_S3_URL and BACKUP_S3_ENDPOINT.'
  // A stranger's words are not ours to repeat, but for a name.
  const said = /^\w{1,60}$/.test(code) ? `, ${code}` : ''
  return `it answers HTTP ${status}${said}. If that stays, read what the store says of itself.`
}

function wrongRegion(region: string, named: string | undefined): string {
  const isName = named !== undefined && /^[\w-]{1,40}$/.test(named)
  return `the bucket is in another region than ${region}. Set BACKUP_S3_REGION${isName ? `=${named}` : ''}.`
}

/** There was no answer at all. */
export function unreachable(settings: BucketSettings, host: string, error: unknown): unknown {
  if (!(error instanceof FetchError)) return error
  return setupError(
    'backup-store',
    `${addressOf(settings)} at ${host} cannot be reached: ${errorMessage(error)} Look at BACKUP_S3_ENDPOINT, and whether this machine may go there.`,
    error,
  )
}
