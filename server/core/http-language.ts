import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Language, languageOf, languages, negotiated } from './languages.ts'

/** Says in a language what answers say in English. */
export interface Translator {
  answer(payload: unknown, language: Language): unknown
  /** The same of a problem (RFC 9457). */
  problem(payload: unknown, language: Language): unknown
}

declare module 'fastify' {
  interface FastifyRequest {
    /** In which the answer's sentences are: by `Accept-Language`. */
    language: Language
  }
}

/**
 * Sentences of the API's answers are in the language that is asked for; who keeps an answer is told that it depends on that.
 * Add it before what tags answers.
 */
export function addLanguages(app: FastifyInstance, translator: Translator): void {
  app.decorateRequest('language', 'en')
  app.addHook('onRequest', async (request) => {
    const tag = negotiated(request.headers['accept-language'], (one) => languageOf(one) !== null, 'en')
    request.language = languageOf(tag) ?? 'en'
  })
  app.addHook('preSerialization', async ({ language }, reply, payload) => {
    if (language === 'en') return payload
    return isProblem(reply) ? translator.problem(payload, language) : translator.answer(payload, language)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (!request.url.startsWith('/api/') || !isJson(reply)) return payload
    reply.header('content-language', request.language)
    const before = reply.getHeader('vary')
    reply.header('vary', [...(before === undefined ? [] : [before].flat()), 'accept-language'].join(', '))
    return payload
  })
}

/** Languages that answers come in, as a document says it. */
export const offeredLanguages = languages.join(', ')

const typeOf = (reply: FastifyReply) => String(reply.getHeader('content-type') ?? '')
const isProblem = (reply: FastifyReply) => typeOf(reply).startsWith('application/problem+json')
const isJson = (reply: FastifyReply) => /^application\/(?:problem\+)?json/.test(typeOf(reply))
