import { readFileSync } from 'node:fs'
import type { CacheProvider, SamlConfig } from '@node-saml/node-saml'
import { fail, type Result } from '#kernel/result.ts'
import type { Config } from '#platform/config'
import { readAnswer } from './read-answer.ts'
import { askedClass, type Trust } from './trust.ts'

/** Who asks BundID: one tenant, by the addresses under which it is registered there. */
export interface ServiceProvider {
  /** Address of its metadata: its name in SAML. */
  readonly entity: string
  /** Where BundID leads back to. */
  readonly back: string
  /** The name that BundID shows. */
  readonly name: string
}

/** What BundID says about somebody: nothing that leads to a person without its help. */
export interface BundIdPerson {
  /** bPK2: the same for the same person at the same service provider, another one at every other. */
  readonly pseudonym: string
  readonly trust: Trust
  /** The request that it answers. */
  readonly answers: string
}

/** Why an answer is not taken: a word for the log, without personal data. `left`: somebody ended it there. */
export type BundIdFault =
  | 'document'
  | 'left'
  | 'destination'
  | 'issuer'
  | 'request'
  | 'plain'
  | 'weak'
  | 'signature'
  | 'time'
  | 'audience'
  | 'recipient'
  | 'trust'
  | 'pseudonym'
  | 'refused'

/** BundID as the settings name it. */
export interface BundId {
  /** The address to lead a browser to. `id`: the request's own id; `trust`: how surely somebody must be known at least. */
  begin(provider: ServiceProvider, id: string, trust: Trust): Promise<string>
  /** Checks what a browser brought back. `asked`: when a request of ours was asked that nobody answered yet. */
  read(
    provider: ServiceProvider,
    answer: string,
    asked: (id: string) => Promise<Date | undefined>,
  ): Promise<Result<BundIdPerson, BundIdFault>>
  /** What is registered at BundID: addresses and certificate. */
  metadata(provider: ServiceProvider): Promise<string>
}

/** bPK2. Nothing else is asked for. */
export const pseudonymOid = 'urn:oid:1.3.6.1.4.1.25484.494450.3'

/** What only this instance has: the files that the settings name. */
interface Keys {
  readonly idp: string[]
  readonly key: string
  readonly certificate: string
}

const pemsIn = (text: string): string[] => text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []

function readKeys({ BUNDID_IDP_CERTIFICATE, BUNDID_KEY, BUNDID_CERTIFICATE }: Config): Keys {
  const idp = pemsIn(readFileSync(BUNDID_IDP_CERTIFICATE ?? '', 'utf8'))
  const [certificate] = pemsIn(readFileSync(BUNDID_CERTIFICATE ?? '', 'utf8'))
  const key = readFileSync(BUNDID_KEY ?? '', 'utf8')
  if (idp.length === 0 || !certificate || !key.includes('PRIVATE KEY'))
    throw new Error('a file of BundID holds no certificate or key')
  return { idp, certificate, key }
}

// Read when somebody comes from or goes to BundID, not at every start.
const library = () => import('@node-saml/node-saml')

// The library's own name of it would have to be read with the library.
const always = 'always' as NonNullable<SamlConfig['validateInResponseTo']>

/** How long somebody may be at BundID. */
export const minutesAtBundId = 15

/** The library's own memory is not used: requests are rows, and the row is taken once. */
const rowsInstead = (asked?: (id: string) => Promise<Date | undefined>): CacheProvider => ({
  saveAsync: async () => null,
  getAsync: async (id) => (await asked?.(id))?.toISOString() ?? null,
  removeAsync: async () => null,
})

/** Makes BundID ready as the settings name it; undefined when they do not. Its files are read now: what is wrong with them is said at once. */
export function openBundId(config: Config): BundId | undefined {
  const { BUNDID_URL: entryPoint, BUNDID_ISSUER: issuer, BUNDID_SERVICE: service } = config
  if (!entryPoint || !issuer) return undefined
  const { idp, key, certificate } = readKeys(config)
  const options = ({ entity, back, name }: ServiceProvider): SamlConfig => ({
    entryPoint,
    issuer: entity,
    callbackUrl: back,
    audience: entity,
    idpCert: idp,
    privateKey: key,
    publicCert: certificate,
    decryptionPvk: key,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    wantAuthnResponseSigned: true,
    wantAssertionsSigned: true,
    validateInResponseTo: always,
    requestIdExpirationPeriodMs: minutesAtBundId * 60_000,
    acceptedClockSkewMs: 60_000,
    maxAssertionAgeMs: minutesAtBundId * 60_000,
    identifierFormat: null,
    forceAuthn: true,
    cacheProvider: rowsInstead(),
    samlAuthnRequestExtensions: asksFor(name, service),
  })
  return {
    async begin(provider, id, trust) {
      const { SAML } = await library()
      const asking = new SAML({
        ...options(provider),
        generateUniqueId: () => id,
        racComparison: 'minimum',
        authnContext: [askedClass[trust]],
      })
      return asking.getAuthorizeUrlAsync('', undefined, {})
    },
    async read(provider, answer, asked) {
      if (answer.length > 200_000) return fail('document')
      const { SAML } = await library()
      return readAnswer(new SAML({ ...options(provider), cacheProvider: rowsInstead(asked) }), { provider, issuer }, answer)
    },
    async metadata(provider) {
      const { generateServiceProviderMetadata } = await library()
      return generateServiceProviderMetadata({
        ...options(provider),
        decryptionCert: certificate,
        publicCerts: certificate,
        signMetadata: true,
        identifierFormat: null,
        wantAssertionsSigned: true,
      })
    },
  }
}

/** BundID's own part of a request: what is asked for, and what its page shows about who asks. */
const asksFor = (name: string, service: string | undefined) => ({
  'akdb:AuthenticationRequest': {
    '@xmlns:akdb': 'https://www.akdb.de/request/2018/09',
    '@Version': '2',
    'akdb:RequestedAttributes': { 'akdb:RequestedAttribute': { '@Name': pseudonymOid, '@RequiredAttribute': 'true' } },
    ...(service
      ? {
          'akdb:DisplayInformation': {
            'classic-ui:Version': {
              '@xmlns:classic-ui': 'https://www.akdb.de/request/2018/09/classic-ui/v1',
              'classic-ui:OrganizationDisplayName': { '#text': name },
              'classic-ui:OnlineServiceId': { '#text': service },
            },
          },
        }
      : {}),
  },
})
