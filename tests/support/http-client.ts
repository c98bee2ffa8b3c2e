import type { LightMyRequestResponse } from 'fastify'
import type { TestServer } from '#support/server.ts'

/** Somebody at a browser without JavaScript: keeps cookies, sends forms, and says where a form comes from. */
export interface HttpClient {
  readonly cookies: Map<string, string>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>
  post(
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<LightMyRequestResponse>
}

/** A fresh browser. `host` is where it is, `cookie` what it brings along. */
export function httpClient(server: TestServer, given: { host?: string; cookie?: string; address?: string } = {}): HttpClient {
  const cookies = new Map<string, string>()
  const [name, value] = given.cookie?.split('=') ?? []
  if (name && value) cookies.set(name, value)
  const common = () => ({
    host: given.host ?? 'portal.example',
    accept: 'text/html',
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    ...(cookies.size > 0 ? { cookie: [...cookies].map(([key, one]) => `${key}=${one}`).join('; ') } : {}),
  })
  const take = (answer: LightMyRequestResponse) => {
    for (const { name: key, value: one, maxAge } of answer.cookies as { name: string; value: string; maxAge?: number }[])
      if (maxAge === 0) cookies.delete(key)
      else cookies.set(key, one)
    return answer
  }
  const remote = given.address ? { remoteAddress: given.address } : {}
  return {
    cookies,
    get: async (url, headers = {}) =>
      take(await server.ask({ method: 'GET', url, headers: { ...common(), ...headers }, ...remote })),
    post: async (url, fields = {}, headers = {}) =>
      take(await server.ask({ ...formSent(url, fields, { ...common(), ...headers }), ...remote })),
  }
}

/** A form as a page of ours sends it. */
export const formSent = (url: string, fields: Record<string, string> | URLSearchParams, headers: Record<string, string>) => ({
  method: 'POST' as const,
  url,
  payload: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
})

/** Posts forms, each from an address of its own in a network (`10.1`) unless one is named: limits are asked for only where a test wants to. */
export function formPoster(server: () => Pick<TestServer, 'ask'>, network: string) {
  let caller = 0
  return (
    url: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
    remoteAddress = `${network}.${++caller >> 8}.${caller & 255}`,
  ) => server().ask({ ...formSent(url, fields, { host: 'portal.example', accept: 'text/html', ...headers }), remoteAddress })
}

/** The value of a hidden field of a page. */
export const hidden = (page: LightMyRequestResponse, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body)?.[1] ?? ''
