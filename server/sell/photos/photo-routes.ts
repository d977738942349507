import type { FastifyReply, FastifyRequest } from 'fastify'
import { authorized } from '../../core/actor.ts'
import { AppError, badInput, notFound } from '../../core/errors.ts'
import type { Http } from '../../core/http.ts'
import { noContent } from '../../core/http-document.ts'
import { sendFile } from '../../core/http-sending.ts'
import { idParam } from '../../core/id-param.ts'
import type { SellDeps } from '../deps.ts'
import {
  changePhoto,
  looseGroups,
  makeItems,
  photosOf,
  removePhoto,
  setFact,
  setGroups,
  setItemPhotos,
} from './arrange.ts'
import { originalOf, photoFile, photosZip } from './photo-file.ts'
import {
  factInputSchema,
  groupsInputSchema,
  groupsSchema,
  itemPhotosInputSchema,
  itemPhotosSchema,
  knownPhotosSchema,
  madeItemsSchema,
  makeItemsSchema,
  photoFileQuery,
  photoFileSchema,
  photoListSchema,
  photoPatchSchema,
  photoViewSchema,
  photoZipQuery,
  zipSchema,
} from './photo-schema.ts'
import { groupsView, itemPhotosView, photoView } from './photo-views.ts'
import { askCutOut } from './process-photo.ts'
import { knownPhotos, onePhoto, uploadBytesMax, uploadPhoto } from './upload.ts'

const tags = ['sell']
const howTo = 'Send one photo as multipart/form-data, as curl -F file=@desk.jpg does.'
/** Each is a connection to the database while its pieces are written. */
const uploadsMax = 4

/** Photos of one's own things: uploaded one by one, grouped, cleaned, recognised. */
export function photoRoutes(http: Http, deps: SellDeps): void {
  uploadRoutes(http, deps)
  studioRoutes(http, deps)
  onePhotoRoutes(http, deps)
  itemPhotoRoutes(http, deps)
}

function uploadRoutes(http: Http, deps: SellDeps): void {
  let underWay = 0
  http.post(
    '/api/sell/photos',
    {
      config: { limit: 'photos' },
      onRequest: refuseOthers,
      schema: {
        tags,
        description: `multipart/form-data with one photo: JPEG, PNG, WebP, AVIF or HEIC, of ${uploadBytesMax / 1024 / 1024} MB at the most. It is known by what is in it: sent again, also after an upload that broke, it is the photo that is there already (200). What is no picture is kept, as refused, with why.`,
        consumes: ['multipart/form-data'],
        response: { 200: photoViewSchema, 201: photoViewSchema },
      },
    },
    async (request, reply) => {
      if (underWay >= uploadsMax) throw busy()
      underWay++
      try {
        const userId = authorized(request.actor, 'write')
        const part = await request.file({ limits: { fileSize: uploadBytesMax } })
        if (!part) throw badInput(`${howTo} This request has no file.`, { file: 'is missing' })
        const { photo, isKnown } = await uploadPhoto(deps.photos, userId, {
          name: part.filename,
          stream: part.file,
        })
        return await reply.status(isKnown ? 200 : 201).send(photoView(photo))
      } finally {
        underWay--
      }
    },
  )
  http.post(
    '/api/sell/photos/known',
    {
      config: { access: 'read', changesNothing: true },
      schema: {
        tags,
        description: 'Which of these files, by their SHA-256, are there already: they need not be sent.',
        body: knownPhotosSchema,
        response: { 200: photoListSchema },
      },
    },
    async ({ body, actor }) => ({
      photos: (await knownPhotos(deps.photos, authorized(actor, 'read'), body.sha256)).map(photoView),
    }),
  )
}

async function refuseOthers(request: FastifyRequest): Promise<void> {
  if (request.headers['content-type']?.startsWith('multipart/form-data')) return
  throw new AppError({ code: 'not-multipart', status: 415, message: howTo })
}

const busy = () =>
  new AppError({
    ...{ code: 'uploads-under-way', status: 429, retryAfterS: 2 },
    message: `${uploadsMax} photos are being sent: send this one when one of them has arrived.`,
  })

function studioRoutes(http: Http, deps: SellDeps): void {
  http.get(
    '/api/sell/photos',
    {
      schema: {
        tags,
        description:
          'Photos that belong to no thing yet, one group for each thing that they seem to show: by when they were taken, whether they are the same picture, and how they look; or as you put them.',
        response: { 200: groupsSchema },
      },
    },
    async ({ actor }) => groupsView(await looseGroups(deps, authorized(actor, 'read'))),
  )
  http.put(
    '/api/sell/photos/groups',
    {
      schema: {
        tags,
        description: 'Photos stay in these groups and in this order. What is not named stays where it is.',
        body: groupsInputSchema,
        response: { 200: groupsSchema },
      },
    },
    async ({ body, actor }) => {
      await setGroups(deps, authorized(actor, 'write'), body)
      return groupsView(await looseGroups(deps, authorized(actor, 'read')))
    },
  )
  http.post(
    '/api/sell/photos/items',
    {
      schema: {
        tags,
        description: 'Puts a thing into your stock for each group of photos; all of them, or none.',
        body: makeItemsSchema,
        response: { 201: madeItemsSchema },
      },
    },
    async ({ body, actor }, reply) =>
      reply.status(201).send(await makeItems(deps, authorized(actor, 'write'), body)),
  )
}

function onePhotoRoutes(http: Http, deps: SellDeps): void {
  http.get(
    '/api/sell/photos/:id',
    { schema: { tags, params: idParam, response: { 200: photoViewSchema } } },
    async ({ params, actor }) => photoView(await onePhoto(deps.photos, authorized(actor, 'read'), params.id)),
  )
  http.patch(
    '/api/sell/photos/:id',
    {
      schema: {
        tags,
        description: 'Which version is shown and sold by; `plain` undoes what was cleaned or cut out.',
        params: idParam,
        body: photoPatchSchema,
        response: { 200: photoViewSchema },
      },
    },
    async ({ params, body, actor }) =>
      photoView(await changePhoto(deps, authorized(actor, 'write'), params.id, body)),
  )
  http.delete(
    '/api/sell/photos/:id',
    {
      schema: {
        tags,
        description: 'With its file, for good.',
        params: idParam,
        response: { 204: noContent },
      },
    },
    async ({ params, actor }, reply) => {
      await removePhoto(deps, authorized(actor, 'write'), params.id)
      return reply.status(204).send()
    },
  )
  http.post(
    '/api/sell/photos/:id/cut-out',
    {
      schema: {
        tags,
        description:
          'Asks for the background to be taken away: by the add-on, where it is installed, else before a plain background. A mask that is not good enough changes nothing, and says so.',
        params: idParam,
        response: { 200: photoViewSchema },
      },
    },
    async ({ params, actor }) => {
      const photo = await askCutOut(deps.photos, authorized(actor, 'write'), params.id)
      if (photo === null) throw notFound('photo')
      return photoView(photo)
    },
  )
  http.get(
    '/api/sell/photos/:id/file',
    {
      config: { limit: 'photos' },
      schema: {
        tags,
        description:
          'A version of a photo as JPEG with nothing in it but the picture; `original` is the file as it came, with its place and time.',
        params: idParam,
        querystring: photoFileQuery,
        response: {
          200: { description: 'The photo.', content: { 'image/jpeg': { schema: photoFileSchema } } },
        },
      },
    },
    async (request, reply) => {
      const { params, query, actor } = request
      const userId = authorized(actor, 'read')
      if (query.version === 'original') {
        const { stream } = await originalOf(deps, userId, params.id)
        // What a stranger may have made is never opened by a browser in our name.
        return (reply as FastifyReply)
          .header('content-disposition', `attachment; filename="photo-${params.id}"`)
          .type('application/octet-stream')
          .send(stream)
      }
      const { version, size } = query
      const { tag, bytes } = await photoFile(deps, userId, params.id, { version, size })
      const kept = 'private, no-cache'
      return sendFile(request, reply as FastifyReply, { tag, kept, type: 'image/jpeg', bytes })
    },
  )
}

function itemPhotoRoutes(http: Http, deps: SellDeps): void {
  http.get(
    '/api/items/:id/photos',
    {
      schema: {
        tags,
        description: 'Photos of a thing in their order, what they may show, and what you said that it is.',
        params: idParam,
        response: { 200: itemPhotosSchema },
      },
    },
    async ({ params, actor }) => itemPhotosView(await photosOf(deps, authorized(actor, 'read'), params.id)),
  )
  http.put(
    '/api/items/:id/photos',
    {
      schema: {
        tags,
        description:
          'Its photos in this order; the first is the one that buyers see first. Others are loose again.',
        params: idParam,
        body: itemPhotosInputSchema,
        response: { 200: itemPhotosSchema },
      },
    },
    async ({ params, body, actor }) =>
      itemPhotosView(await setItemPhotos(deps, authorized(actor, 'write'), params.id, body.photoIds)),
  )
  http.put(
    '/api/items/:id/facts',
    {
      schema: {
        tags,
        description:
          'What a field of the thing is. What a recogniser offered keeps its confidence and origin; all else is what you typed.',
        params: idParam,
        body: factInputSchema,
        response: { 200: itemPhotosSchema },
      },
    },
    async ({ params, body, actor }) =>
      itemPhotosView(await setFact(deps, authorized(actor, 'write'), params.id, body)),
  )
  http.get(
    '/api/items/:id/photos.zip',
    {
      config: { limit: 'costly', neverKept: true },
      schema: {
        tags,
        description: 'Its photos as JPEG, numbered in their order, none longer than so many pixels.',
        params: idParam,
        querystring: photoZipQuery,
        response: {
          200: { description: 'The photos.', content: { 'application/zip': { schema: zipSchema } } },
        },
      },
    },
    async (request, reply) => {
      const { params, query, actor } = request
      const { name, bytes } = await photosZip(deps, authorized(actor, 'read'), params.id, query.longest)
      return (reply as FastifyReply)
        .header('content-disposition', `attachment; filename="${name}"`)
        .type('application/zip')
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    },
  )
}
