import { queryOptions } from '@tanstack/react-query'
import {
  getMarketplaces,
  getPostImportsUrl,
  type PostImportsParams,
  type PostImportsPreviewParams,
  type postImports,
  postImportsPreview,
} from '../../clients/typescript/api.ts'
import { formOf, upload } from '../lib/api/upload.ts'

export type Preview = Awaited<ReturnType<typeof postImportsPreview>>
export type Field = NonNullable<Preview['columns'][number]['field']>
export type ImportResult = Awaited<ReturnType<typeof postImports>>
export type ImportAsk = PostImportsParams

/** Whose saved pages can be read. */
export const pageMarketplacesQuery = queryOptions({
  queryKey: ['marketplaces', 'names'],
  queryFn: ({ signal }) => getMarketplaces({ signal }),
  staleTime: 5 * 60_000,
})

/** What a file would be taken in as. */
export const previewFile = (file: File, ask: PostImportsPreviewParams, signal: AbortSignal) =>
  postImportsPreview(ask, { body: formOf(file), signal })

export const importFile = (
  file: File,
  ask: PostImportsParams,
  follow: { onSent(share: number): void; signal: AbortSignal },
) => upload<ImportResult>(getPostImportsUrl(ask), file, follow)
