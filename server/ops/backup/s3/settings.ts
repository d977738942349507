/** A bucket of an S3-compatible store, and who may write to it. */
export interface BucketSettings {
  bucket: string
  /** Of all keys; empty, or without slashes at its ends. */
  prefix: string
  /** Origin of the store; undefined = that of AWS in `region`. */
  endpoint: string | undefined
  region: string
  /** `path`: the bucket is the first part of the path; `host`: of the host name. */
  style: 'path' | 'host'
  accessKeyId: string | undefined
  secretAccessKey: string | undefined
  /** What anybody with rights on the bucket can read may go there. */
  unencrypted: boolean
}

const scheme = 's3://'

/** Whether it names a bucket, and not a folder. */
export const isBucket = (address: string): boolean => address.startsWith(scheme)

/** What is wrong with an address as `s3://bucket/prefix`, as what it should be; null = nothing. */
export function isNoBucket(address: string): string | null {
  return readBucket(address) === null
    ? 's3://BUCKET or s3://BUCKET/PREFIX, of small letters, digits and .- in BUCKET, letters, digits and ._-/ in PREFIX'
    : null
}

/** Bucket and prefix of `s3://bucket/prefix`; null where it is none. */
export function readBucket(address: string): Pick<BucketSettings, 'bucket' | 'prefix'> | null {
  const [, bucket, prefix = ''] =
    /^s3:\/\/([a-z\d][a-z\d.-]{1,61}[a-z\d])((?:\/[\w.-]+)*)\/?$/.exec(address) ?? []
  // "." and ".." would be other keys once they went through an address.
  if (bucket === undefined || /(?:^|\/)\.{1,2}(?:\/|$)/.test(prefix)) return null
  return { bucket, prefix: prefix.slice(1) }
}

/** As people write it. */
export const addressOf = ({ bucket, prefix }: Pick<BucketSettings, 'bucket' | 'prefix'>): string =>
  `${scheme}${bucket}${prefix === '' ? '' : `/${prefix}`}`

export interface BucketOptions {
  backupS3Url: string | undefined
  backupS3Endpoint: string | undefined
  backupS3Region: string
  backupS3Style: string | undefined
  backupS3AccessKeyId: string | undefined
  backupS3SecretAccessKey: string | undefined
  backupS3Unencrypted: string
}

/** How a bucket is reached by the options; `address` is `s3://bucket/prefix`. Null where it is no such address. */
export function bucketSettings(address: string, options: BucketOptions): BucketSettings | null {
  const read = readBucket(address)
  if (read === null) return null
  const endpoint = options.backupS3Endpoint
  // A name with dots is none that a certificate for *.s3.… covers.
  const style =
    options.backupS3Style ?? (endpoint !== undefined || read.bucket.includes('.') ? 'path' : 'host')
  return {
    ...read,
    ...{ endpoint, region: options.backupS3Region, style: style === 'host' ? 'host' : 'path' },
    accessKeyId: options.backupS3AccessKeyId,
    secretAccessKey: options.backupS3SecretAccessKey,
    unencrypted: options.backupS3Unencrypted === 'allow',
  }
}

/** What of the options does not fit together. */
export function bucketProblems(options: BucketOptions & { backupRecipients: readonly string[] }): string[] {
  if (options.backupS3Url === undefined) return []
  const problems: string[] = []
  if (options.backupS3AccessKeyId === undefined || options.backupS3SecretAccessKey === undefined)
    problems.push('BACKUP_S3_URL: set BACKUP_S3_ACCESS_KEY_ID and BACKUP_S3_SECRET_ACCESS_KEY, too')
  if (options.backupRecipients.length === 0 && options.backupS3Unencrypted !== 'allow')
    problems.push(`BACKUP_S3_URL: ${unencryptedRefusal}`)
  return problems
}

export const unencryptedRefusal =
  'whoever may read the bucket would read everything. Set BACKUP_RECIPIENTS, so that backups are encrypted, or BACKUP_S3_UNENCRYPTED=allow'
