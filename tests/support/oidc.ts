import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** Who is signed in at the service, and what it says about him. */
export interface ServiceAccount {
  readonly sub: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly amr?: readonly string[]
}

/** A sign-in service on loopback. */
export interface SignInService {
  readonly issuer: string
  /** Signs somebody in there from now on. */
  as(account: ServiceAccount): void
  /** Goes the browser's way through the service, from its first address to the address it leads back to. */
  visit(address: string): Promise<string>
  close(): Promise<void>
}

export const serviceClient = { id: 'allmende', secret: 'nur-fuer-den-test-nur-fuer-den-test' } as const

async function listening(make: (issuer: string) => (request: IncomingMessage, response: ServerResponse) => void) {
  let handle: ReturnType<typeof make> = () => {}
  const server: Server = createServer((request, response) => handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  handle = make(issuer)
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { issuer, close }
}

const keyPair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    privateKey,
    secret: { ...privateKey.export({ format: 'jwk' }), kid: 'probe', use: 'sig', alg: 'RS256' },
    open: { ...publicKey.export({ format: 'jwk' }), kid: 'probe', use: 'sig', alg: 'RS256' },
  }
}

async function through(issuer: string, address: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next = address
  for (let i = 0; next.startsWith(issuer) && i < 12; i++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(next, { redirect: 'manual', headers: cookie ? { cookie } : {} })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const to = answer.headers.get('location')
    if (!to) throw new Error(`the service leads nowhere: ${answer.status} ${(await answer.text()).slice(0, 500)}`)
    next = new URL(to, issuer).href
  }
  return next
}

/** A real OpenID Connect provider (oidc-provider) in which everybody is signed in already. `redirect` is where it leads back to. */
export async function signInService(redirect: string): Promise<SignInService> {
  let now: ServiceAccount = { sub: 'niemand' }
  const accounts = new Map<string, ServiceAccount>()
  const { issuer, close } = await listening((address) => {
    const provider = new Provider(address, {
      clients: [{ client_id: serviceClient.id, client_secret: serviceClient.secret, redirect_uris: [redirect] }],
      claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
      conformIdTokenClaims: false,
      cookies: { keys: ['nur-fuer-den-test'] },
      features: { devInteractions: { enabled: false } },
      jwks: { keys: [keyPair().secret] },
      findAccount: (_context: unknown, id: string) => ({
        accountId: id,
        claims: async () => {
          const { amr: _, ...claims } = accounts.get(id) ?? { sub: id }
          return claims
        },
      }),
      loadExistingGrant: async (context: { oidc: { client: { clientId: string }; session: { accountId: string } } }) => {
        const grant = new provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId })
        grant.addOIDCScope('openid email')
        await grant.save()
        return grant
      },
      interactions: { url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    })
    const answer = provider.callback()
    return (request, response) => {
      if (request.url?.startsWith('/interaction/'))
        void provider.interactionFinished(request, response, { login: { accountId: now.sub, amr: now.amr ?? ['pwd'] } })
      else answer(request, response)
    }
  })
  return {
    issuer,
    as(account) {
      now = account
      accounts.set(account.sub, account)
    },
    visit: (address) => through(issuer, address),
    close,
  }
}

/** What a dishonest service puts into its token instead. */
export type TokenForgery = Readonly<Record<string, unknown>> & { readonly foreignKey?: boolean }

/** A service that says what it is told to say: for answers that an honest one never gives. */
export async function forgingService(): Promise<SignInService & { forge(claims: TokenForgery): void }> {
  let claims: TokenForgery = {}
  let now: ServiceAccount = { sub: 'niemand' }
  const nonces = new Map<string, string>()
  const [own, foreign] = [keyPair(), keyPair()]
  const tokenFor = (issuer: string, nonce: string | undefined) => {
    const seconds = Math.floor(Date.now() / 1000)
    const { foreignKey, ...said } = claims
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const body = `${part({ alg: 'RS256', kid: 'probe' })}.${part({ iss: issuer, aud: serviceClient.id, iat: seconds, exp: seconds + 60, nonce, ...now, ...said })}`
    const key = foreignKey ? foreign.privateKey : own.privateKey
    return `${body}.${createSign('RSA-SHA256').update(body).sign(key).toString('base64url')}`
  }
  const { issuer, close } = await listening((address) => (request, response) => {
    const answer = (value: object) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    const url = new URL(request.url ?? '/', address)
    if (url.pathname === '/keys') return answer({ keys: [own.open] })
    if (url.pathname === '/auth') {
      const code = randomUUID()
      nonces.set(code, url.searchParams.get('nonce') ?? '')
      const to = new URL(url.searchParams.get('redirect_uri') ?? '')
      to.searchParams.set('code', code)
      to.searchParams.set('state', url.searchParams.get('state') ?? '')
      return response.writeHead(302, { location: to.href }).end()
    }
    if (url.pathname === '/token') {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      return request.on('end', () => {
        const nonce = nonces.get(new URLSearchParams(body).get('code') ?? '')
        answer({ access_token: 'x', token_type: 'Bearer', id_token: tokenFor(address, nonce) })
      })
    }
    return answer({
      issuer: address,
      authorization_endpoint: `${address}/auth`,
      token_endpoint: `${address}/token`,
      jwks_uri: `${address}/keys`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
    })
  })
  return {
    issuer,
    forge: (given) => {
      claims = given
    },
    as: (account) => {
      now = account
    },
    visit: (address) => through(issuer, address),
    close,
  }
}
