import { randomUUID } from 'node:crypto'
import cors from '@fastify/cors'
import {
  fastify,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  type FastifySchemaCompiler,
  type FastifyTypeProvider,
  type RawServerDefault,
} from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { z } from 'zod'
import type { Door } from './door.ts'
import { toFault, type Fault } from './faults.ts'
import { Refusal } from './refusal.ts'

interface ZodTypeProvider extends FastifyTypeProvider {
  readonly validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown
  readonly serializer: this['schema'] extends z.ZodType ? z.input<this['schema']> : unknown
}

/** A Fastify instance whose route schemas are zod schemas. */
export type WebService = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** Turns a fault into the error body that this service's contract promises. */
export type DescribeFault = (fault: Fault, request: FastifyRequest, error: unknown) => object

export interface WebServiceOptions {
  readonly door: Door
  /** Largest JSON body taken, in bytes; more is answered 413. */
  readonly bodyLimit: number
  /** The one browser origin whose pages may call this service. */
  readonly browserOrigin?: string
  readonly describeFault: DescribeFault
  /** Whether its answers are somebody's own, so that nobody on the way may keep them. */
  readonly isPrivate?: true
}

const REQUEST_ID = /^[\w.:-]{1,128}$/

/** A web service behind an already open door, with request ids, CORS and one shape for every error. */
export async function createWebService(options: WebServiceOptions): Promise<WebService> {
  const app: WebService = fastify({
    bodyLimit: options.bodyLimit,
    genReqId: (request) => acceptRequestId(request.headers['x-request-id']),
    serverFactory: (handler) => options.door.server.on('request', handler),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(checkWithZod)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (options.isPrivate) reply.header('cache-control', 'no-store')
  })
  app.addHook('preValidation', async (request) => refuseNullCharacters(request))
  if (options.browserOrigin) {
    await app.register(cors, {
      origin: options.browserOrigin,
      methods: ['GET', 'POST', 'PUT', 'DELETE'],
      exposedHeaders: ['x-request-id', 'retry-after'],
    })
  }
  answerFaults(app, options.describeFault)
  return app
}

const checkWithZod: FastifySchemaCompiler<z.ZodType> = ({ schema }) => {
  return (data) => {
    const { data: value, error } = schema.safeParse(data)
    return error ? { error } : { value }
  }
}

/** PostgreSQL cannot keep it, and nobody means it. */
function refuseNullCharacters({ body, query, params }: FastifyRequest): void {
  if (!JSON.stringify([body, query, params]).includes('\\u0000')) return
  throw new Refusal(422, 'VALIDATION_ERROR', 'A null character is not allowed')
}

function acceptRequestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
}

function answerFaults(app: WebService, describe: DescribeFault): void {
  app.setErrorHandler((error, request, reply) => {
    const fault = toFault(error)
    if (fault.status >= 500) console.error(`${request.method} ${request.routeOptions.url}: ${String(error)}`)
    return reply
      .code(fault.status)
      .headers(fault.headers)
      .send(describe(fault, request, error))
  })
  app.setNotFoundHandler((request, reply) => {
    const fault = { status: 404, code: 'NOT_FOUND', message: 'Not Found', headers: {} }
    return reply.code(404).send(describe(fault, request, undefined))
  })
}
