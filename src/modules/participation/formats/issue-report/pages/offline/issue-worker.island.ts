// The worker of one report form: opens the form without a network, and sends what waits when the network is back. Keeps nothing of
// anybody but the reports that wait.
import { sendAlone } from './waiting.island.ts'

interface SyncEvent extends Event {
  readonly tag: string
  waitUntil(work: Promise<unknown>): void
}
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface WorkerScope {
  readonly allmendeIssue: { readonly form: string; readonly store: string }
  readonly location: Location
  readonly clients: { matchAll(): Promise<{ postMessage(said: string): void }[]>; claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener<E extends Event>(kind: string, act: (event: E) => void): void
}

const scope = self as unknown as WorkerScope
const { form, store } = scope.allmendeIssue
const shelf = `allmende-issue-${store}`

/** Puts the form on the shelf as a stranger gets it, without a cookie, and every asset that it names. */
async function stock(): Promise<void> {
  const answer = await fetch(form, { credentials: 'omit', headers: { accept: 'text/html' } })
  if (!answer.ok) return
  const html = await answer.clone().text()
  const assets = new Set(
    [...html.matchAll(/(?:src|href|data-script|data-style)="(\/assets\/[^"]+)"/g)].map(([, address]) => address ?? ''),
  )
  const cache = await caches.open(shelf)
  await cache.put(form, answer)
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/assets/') && !assets.has(pathname)) await cache.delete(request)
  }
  await Promise.all(
    [...assets].map(async (address) => {
      // Their names carry their fingerprint: what is there never changes.
      if (!(await cache.match(address))) await cache.add(new Request(address, { credentials: 'omit' })).catch(() => undefined)
    }),
  )
}

async function opened(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(form)
    if (kept) return kept
    throw error
  }
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request)
}

scope.addEventListener<WorkerEvent>('install', (event) => event.waitUntil(stock().then(() => scope.skipWaiting())))
scope.addEventListener<WorkerEvent>('activate', (event) => event.waitUntil(scope.clients.claim()))
scope.addEventListener<FetchEvent>('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== scope.location.origin) return
  if (request.mode === 'navigate' && pathname === form) event.respondWith(opened(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
})
scope.addEventListener<SyncEvent>('sync', (event) => {
  if (event.tag !== 'allmende-issue') return
  const told = async () => {
    for (const page of await scope.clients.matchAll()) page.postMessage('sent')
  }
  event.waitUntil(sendAlone(store, form).then(told))
})
