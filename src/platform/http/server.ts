import { transcode } from 'node:buffer'
import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import path from 'node:path'
import { Readable } from 'node:stream'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import files from '@fastify/static'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { type Actor, nobody } from '#kernel/actor.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Route } from '#kernel/route.ts'
import type { Sites } from '#kernel/site.ts'
import type { Config } from '#platform/config'
import type { Log } from '#platform/log'
import type { Metrics } from '#platform/metrics'
import { isWebProcess, SharedCounts } from '#platform/processes'
import { type Answer, notFound, type Problem, problem, redirect, type View } from './answer.ts'
import { readCookie, sessionCookieName } from './cookie.ts'
import type { Handler } from './handler.ts'
import { multipartOptions, readUploads, type UploadedForm } from './upload.ts'
import { makeVisit, type Place, placeOf, type Visit } from './visit.ts'

export interface ServerParts {
  config: Config
  log: Log
  metrics: Metrics
  handlers: readonly Handler[]
  sites: () => Sites
  translate: (lang: string) => Translate
  /** Finds out who asks by the token of the session cookie. */
  identify: (token: string | undefined) => Promise<Actor>
  /** Where somebody goes who has to say first who he is. */
  signIn: (visit: Visit, wanted: 'person' | 'second-factor') => string
  /** The figures beside the entries of the internal area. */
  counts: (visit: Visit) => Promise<Readonly<Record<string, number>>>
  /** Puts the frame around a view and gives the whole document. */
  render: (visit: Visit, view: View, counts?: Readonly<Record<string, number>>) => string
  /** The page for a refusal or a fault. */
  faultView: (visit: Visit, problem: Problem) => View
  assets: string
  /** Called before a request that may have changed something is answered. */
  written: () => void
  now: () => Date
}

declare module 'fastify' {
  interface FastifyRequest {
    place: Place
    actor: Actor
  }
}

const places = new WeakMap<IncomingMessage, Place>()
const nowhere: Route = { id: 'platform/nowhere', method: 'GET', path: '/*', permission: 'public', module: 'shell', page: false }

/** Builds the web server; `listen` or `inject` is up to the caller. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { config, log, metrics } = parts
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // By number, so that only what our own proxies added counts: a visitor may write anything in front of it.
    trustProxy: config.TRUST_PROXY > 0 && ((_address: string, hop: number) => hop < config.TRUST_PROXY),
    bodyLimit: 256 * 1024,
    requestTimeout: 60_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 16_384 },
    // Who is being answered gets the whole answer; `serve` sets an end to that.
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseBytes,
    rewriteUrl: (request) => {
      const place = placeOf(parts.sites(), request.headers.host, readable(request.url ?? '/'))
      places.set(request, place)
      return place.path
    },
  })
  app.decorateRequest('place', null as unknown as Place)
  app.decorateRequest('actor', null as unknown as Actor)
  const secured = await securityHeaders(config)
  app.addHook('onRequest', (request, reply, done) => {
    request.place = places.get(request.raw) ?? placeOf(parts.sites(), request.headers.host, request.url)
    request.actor = nobody
    reply.headers(secured)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    metrics.requests.observe({ route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, text, done) =>
    done(null, new URLSearchParams(text as string)),
  )
  // Quality 3 takes two thirds of the time of 4 for 4 % more bytes. Nobody sends us compressed forms.
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } },
    // Whole pages in one call: a stream for each takes ten times as long. A quarter of a megabyte holds others up for 2 ms.
    syncThreshold: 256 * 1024,
    globalDecompression: false,
  })
  await app.register(multipart, multipartOptions)
  await app.register(rateLimit, { global: false, ...(isWebProcess() ? { store: SharedCounts } : {}) })
  await app.register(files, {
    root: parts.assets,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
  })
  // Before the routes: waiting for a scope of routes settles what answers the faults of those that stand already.
  const missing = async (request: FastifyRequest, reply: FastifyReply) =>
    send(parts, visitOf(parts, request, nowhere), reply, { kind: 'problem', problem: notFound })
  app.setNotFoundHandler(missing)
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const status = error.statusCode && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500
    if (status === 500) log.error({ err: error, id: request.id, route: request.routeOptions.url }, 'a request failed')
    if (reply.raw.headersSent) return reply.raw.destroy()
    return send(parts, visitOf(parts, request, nowhere), reply, { kind: 'problem', problem: faultOf(status) })
  })
  for (const handler of parts.handlers) if (!handler.textBody) mount(app, parts, handler)
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text))
    for (const handler of parts.handlers) if (handler.textBody && !handler.upload) mount(scope, parts, handler)
  })
  // Here forms with files are read as such, everything else is text.
  await app.register(async (scope) => {
    scope.removeContentTypeParser(['application/json', 'text/plain', 'application/x-www-form-urlencoded'])
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text))
    for (const handler of parts.handlers) if (handler.textBody && handler.upload) mount(scope, parts, handler)
  })
  return app
}

/**
 * The address as the router can read it. What cannot be decoded, or names no character (NUL), leads to the page that says so,
 * with everything that belongs to an answer. The form for proxies (`GET http://host/path`) is read as RFC 9112 3.2.2 wants it.
 */
function readable(url: string): string {
  const own = url.replace(/^https?:\/\/[^/?]*/i, '')
  const address = own.startsWith('/') ? own : `/${own}`
  const [path = ''] = address.split('?', 1)
  try {
    return decodeURIComponent(path).includes('\0') ? unreadable : address
  } catch {
    return unreadable
  }
}
const unreadable = '/fehler'

/** Bytes that are no request: a plain refusal, and the connection ends. */
function refuseBytes(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request'
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'\r\nConnection: close\r\n\r\n${status}\n`,
  )
}

const faultOf = (status: number): Problem => ({
  status,
  id: status === 429 ? 'platform/too-many' : status === 500 ? 'platform/fault' : 'platform/refused',
  title: '',
})

/** The headers that protect, as helmet makes them. They are the same for every answer; registered as a plugin it would put them together each time. */
async function securityHeaders(config: Config): Promise<Record<string, string>> {
  const probe = Fastify()
  await probe.register(helmet, security(config))
  probe.get('/', async (_request, reply) => reply.raw.getHeaders())
  return (await probe.inject('/')).json()
}

function security(config: Config) {
  const tiles = config.BASEMAP_URL ? [new URL(config.BASEMAP_URL.replace(/\{\w+\}/g, '0')).origin] : []
  const https = config.publicUrl.startsWith('https:')
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', ...tiles],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' as const },
    crossOriginEmbedderPolicy: false,
    xDnsPrefetchControl: false,
  }
}

function visitOf(parts: ServerParts, request: FastifyRequest, route: Route, sent?: UploadedForm): Visit {
  const place = request.place
  return makeVisit({
    request,
    place,
    sites: parts.sites(),
    t: parts.translate(place.lang),
    route,
    origin: parts.config.publicUrl,
    now: parts.now(),
    actor: request.actor,
    ...(sent ? { sent } : {}),
  })
}

/** Who asks, by the session cookie. Most visitors have none, and then nobody is asked. */
async function recognise(parts: ServerParts, request: FastifyRequest): Promise<void> {
  const token = readCookie(request.headers.cookie, sessionCookieName(parts.config.publicUrl))
  if (token) request.actor = await parts.identify(token)
}

/** What stands in the way of a visit; undefined when nothing does. What somebody may not do is not there for him; who has not said who he is is asked first. */
function refusal(parts: ServerParts, visit: Visit, fromElsewhere = false): Answer | undefined {
  const { route, actor } = visit
  // A module that a tenant has switched off leaves no trace.
  if (route.module !== 'shell' && !visit.site.modules.includes(route.module)) return problem(notFound)
  if (route.method === 'POST' && !fromElsewhere && !sameOrigin(visit.request))
    return problem({ status: 403, id: 'platform/foreign-form', title: '' })
  if (visit.may(route.permission)) return undefined
  if (route.method === 'GET' && route.page && (!actor.person || actor.awaitsSecondFactor))
    return redirect(parts.signIn(visit, actor.person ? 'second-factor' : 'person'))
  return problem(notFound)
}

/** A form may only be sent by a page of ours: the browser says where it comes from. */
function sameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site) return site === 'same-origin' || site === 'none'
  const origin = request.headers.origin
  // Browsers name one of the two. A program without either may send what everybody may, but not on somebody's behalf.
  if (!origin) return request.actor.person === undefined
  return URL.parse(origin)?.host === request.headers.host
}

/** Lets the handler answer. Files are read only now that it is known who sends them, and are gone when he has answered. */
async function handled(parts: ServerParts, one: Handler, visit: Visit): Promise<Answer> {
  const { request } = visit
  if (!request.isMultipart()) return one.handle(visit)
  if (!one.upload) return problem(faultOf(415))
  const refused = await one.beforeUpload?.(visit)
  if (refused) return refused
  const sent = await readUploads(request, one.upload, path.join(parts.config.dataDir, 'uploads'))
  try {
    return await one.handle(visitOf(parts, request, one.route, sent))
  } finally {
    await sent.clear()
  }
}

function mount(app: FastifyInstance, parts: ServerParts, one: Handler): void {
  app.route({
    method: one.route.method,
    url: one.route.path,
    ...(one.perMinute ? { config: { rateLimit: { max: one.perMinute, timeWindow: '1 minute' } } } : {}),
    handler: async (request, reply) => {
      await recognise(parts, request)
      const visit = visitOf(parts, request, one.route)
      const answer = refusal(parts, visit, one.fromElsewhere) ?? (await handled(parts, one, visit))
      if (one.route.method !== 'GET') parts.written()
      const counts = answer.kind === 'page' && answer.view.frame === 'staff' ? await parts.counts(visit) : undefined
      return send(parts, visit, reply, answer, counts)
    },
  })
}

const scratch = Buffer.allocUnsafeSlow(512 * 1024)

/** A page as UTF-8. By way of UTF-16 in half the time: German quotation marks and dashes make a text one of two bytes a character, and those V8 turns into UTF-8 one by one. */
function bytesOf(text: string): Buffer {
  if (text.length * 2 > scratch.length) return Buffer.from(text)
  try {
    return transcode(scratch.subarray(0, scratch.write(text, 'utf16le')), 'utf16le', 'utf8')
  } catch {
    // Half a character: what stands for it is the same everywhere.
    return Buffer.from(text)
  }
}

function send(
  parts: ServerParts,
  visit: Visit,
  reply: FastifyReply,
  answer: Answer,
  counts?: Readonly<Record<string, number>>,
): FastifyReply {
  if (answer.cookies) reply.header('set-cookie', answer.cookies)
  // What one person sees is kept nowhere on the way.
  const personal = visit.actor.person !== undefined || answer.cookies !== undefined
  if (personal) reply.header('cache-control', 'private, no-store')
  switch (answer.kind) {
    case 'page': {
      const links = (answer.view.alternates ?? []).map((a) => `<${encodeURI(a.href)}>; rel="alternate"; type="${a.type}"`)
      if (links.length > 0) reply.header('link', links.join(', '))
      // As bytes, so that the text is encoded once and not measured before.
      reply.header('vary', 'Accept, Accept-Encoding, Cookie')
      if (answer.view.secret)
        reply.headers({
          'cache-control': 'private, no-store',
          'referrer-policy': 'same-origin',
          'x-robots-tag': 'noindex, nofollow',
        })
      else if (!personal) reply.header('cache-control', 'no-cache')
      return reply
        .code(answer.status)
        .headers(answer.headers ?? {})
        .type('text/html; charset=utf-8')
        .send(bytesOf(parts.render(visit, answer.view, counts)))
    }
    case 'body':
      // Who says by its own policy who may frame it is not contradicted by the older header.
      if (answer.headers['content-security-policy']?.includes('frame-ancestors')) reply.removeHeader('x-frame-options')
      return reply
        .code(answer.status)
        .headers(personal ? unstored(answer.headers) : answer.headers)
        .type(answer.type)
        .send(answer.body)
    case 'stream':
      return reply
        .code(answer.status)
        .headers(personal ? unstored(answer.headers) : answer.headers)
        .type(answer.type)
        .send(Readable.from(answer.body, { objectMode: false, highWaterMark: 64 * 1024 }))
    case 'redirect':
      return reply.redirect(answer.to, answer.status)
    case 'problem': {
      const moved = answer.problem.status === 404 ? movedTo(visit) : undefined
      // Not to be kept for good: whoever set the redirect may take it back.
      if (moved) return reply.header('cache-control', personal ? 'private, no-store' : 'no-cache').redirect(moved, 301)
      return refuse(parts, visit, reply, answer.problem)
    }
  }
}

/** Where a page that is not there has moved, as the tenant says; what is there never moves. */
function movedTo({ request, site, path: asked, to }: Visit): string | undefined {
  if (site.redirects.size === 0 || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined
  const [path = ''] = asked.split('?', 1)
  const target = site.redirects.get(decodeURIComponent(path).replace(/(?<=.)\/+$/, ''))
  if (!target?.startsWith('/')) return target
  const base = to({ ...nowhere, path: '/' })
  return base === '/' ? target : base + target
}

/** Headers without leave to keep the answer, for answers to one person. Assets that never change are not meant. */
function unstored(headers: Record<string, string>): Record<string, string> {
  return headers['cache-control']?.includes('immutable') ? headers : { ...headers, 'cache-control': 'private, no-store' }
}

/** Problem details for machines, a page with a way out for people. Text without a title is found by the problem's id. */
function refuse(parts: ServerParts, visit: Visit, reply: FastifyReply, given: Problem): FastifyReply {
  const room = given.id.replace('/', '.')
  const problem = { ...given, title: given.title || visit.t(`${room}.title`), detail: given.detail ?? visit.t(`${room}.detail`) }
  reply.code(problem.status).header('cache-control', 'no-store')
  const machine =
    visit.path.startsWith('/api/') || visit.accepts(['text/html', 'application/problem+json', 'application/json']) !== 'text/html'
  if (!machine) return reply.type('text/html; charset=utf-8').send(parts.render(visit, parts.faultView(visit, problem)))
  const { id, fields, ...rest } = problem
  return reply.type('application/problem+json; charset=utf-8').send(
    JSON.stringify({
      type: `${visit.origin}/fehler#${id}`,
      ...rest,
      instance: visit.id,
      ...(fields ? { errors: fields } : {}),
    }),
  )
}

/** Reads the table of built assets: plain name -> address with content hash. */
export function assetTable(dist: string): (name: string) => string {
  const table = JSON.parse(readFileSync(path.join(dist, 'assets.json'), 'utf8')) as Record<string, string>
  return (name) => `/assets/${table[name] ?? name}`
}
