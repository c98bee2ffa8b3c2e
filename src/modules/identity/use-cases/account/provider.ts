import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type IDToken,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Config } from '#platform/config'

/** What a browser keeps, sealed, while its owner is at the sign-in service. */
export interface ProviderFlow {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Address that the service leads back to, as it was told. */
  readonly redirect: string
  /** What stands before the paths of the site where the sign-in began: tenant and language. */
  readonly prefix: string
  readonly wanted?: string | undefined
  /** Milliseconds since 1970 after which it counts for nothing. */
  readonly until: number
}

/** What the service says about somebody. */
export interface ProviderPerson {
  readonly issuer: string
  readonly subject: string
  /** Only an address that the service has verified. */
  readonly email?: string
  /** Whether two factors were shown there. */
  readonly strong: boolean
}

/** The municipality's own sign-in service (OpenID Connect), as the settings name it. */
export interface Provider {
  readonly name: string
  /** A new way there: the address, and what the browser has to keep. `away`: the service does not answer. */
  begin(
    redirect: string,
    prefix: string,
    wanted: string | undefined,
  ): Promise<Result<{ url: string; flow: ProviderFlow }, 'away'>>
  /** Checks what the browser brought back; the fault is a code without personal data. */
  finish(flow: ProviderFlow, query: URLSearchParams): Promise<Result<ProviderPerson, string>>
}

const minutes = 10
const loopback = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/|$)/

/** Two factors, as services say it (RFC 8176 `mfa`; classes of NIST, REFEDS and others end with it). */
const isStrong = ({ amr, acr }: IDToken): boolean =>
  (Array.isArray(amr) && amr.includes('mfa')) || (typeof acr === 'string' && /(?:^|[/:_-])(?:mfa|multi-?factor)$/i.test(acr))

const codeOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^[\w-]{1,80}$/.test(code) ? code : 'refused'
}

async function personOf(
  config: Configuration,
  tokens: Awaited<ReturnType<typeof authorizationCodeGrant>>,
): Promise<ProviderPerson | undefined> {
  const claims = tokens.claims()
  if (!claims) return undefined
  const asks = claims.email === undefined && config.serverMetadata().userinfo_endpoint !== undefined
  const about: Readonly<Record<string, unknown>> = asks ? await fetchUserInfo(config, tokens.access_token, claims.sub) : claims
  const verified = about.email_verified === true && typeof about.email === 'string' ? about.email : undefined
  return { issuer: claims.iss, subject: claims.sub, strong: isStrong(claims), ...(verified ? { email: verified } : {}) }
}

/** Makes the service ready that the settings name; undefined when they name none. What it publishes about itself is read at the first sign-in. */
export function openProvider(settings: Config, now: () => Date): Provider | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client, OIDC_CLIENT_SECRET: secret } = settings
  if (!issuer || !client || !secret) return undefined
  // Without TLS only where nothing leaves the machine.
  const plain = settings.ALLMENDE_MODE === 'demonstration' && loopback.test(issuer)
  let found: Promise<Configuration> | undefined
  const configuration = () => {
    found ??= discovery(new URL(issuer), client, secret, undefined, {
      timeout: 10,
      // Signatures are checked although the token comes straight from the service.
      execute: [enableNonRepudiationChecks, ...(plain ? [allowInsecureRequests] : [])],
    }).catch((error) => {
      found = undefined
      throw error
    })
    return found
  }
  return {
    name: settings.OIDC_NAME,
    async begin(redirect, prefix, wanted) {
      const flow = {
        state: randomState(),
        nonce: randomNonce(),
        verifier: randomPKCECodeVerifier(),
        redirect,
        prefix,
        until: now().getTime() + minutes * 60_000,
        ...(wanted ? { wanted } : {}),
      }
      const config = await configuration().catch(() => undefined)
      if (!config) return fail('away')
      const url = buildAuthorizationUrl(config, {
        redirect_uri: redirect,
        scope: 'openid email',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      })
      return ok({ url: url.href, flow })
    },
    async finish(flow, query) {
      if (flow.until < now().getTime()) return fail('late')
      try {
        const config = await configuration()
        const address = new URL(`${flow.redirect}?${query}`)
        const tokens = await authorizationCodeGrant(config, address, {
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          pkceCodeVerifier: flow.verifier,
          idTokenExpected: true,
        })
        const person = await personOf(config, tokens)
        return person ? ok(person) : fail('refused')
      } catch (error) {
        return fail(codeOf(error))
      }
    },
  }
}
