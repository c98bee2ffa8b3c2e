import { generateKeyPairSync, sign, verify, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { inflateRawSync } from 'node:zlib'
import { SignedXml } from 'xml-crypto'
import { encrypt } from 'xml-encryption'

/** Where the identity provider of the tests would be: tests carry what a browser would carry. */
export const bundIdIssuer = 'https://bundid.example/idp'

interface Pair {
  readonly key: string
  readonly certificate: string
}

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const utcTime = (days: number) =>
  der(0x17, Buffer.from(`${new Date(Date.now() + days * 86_400_000).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))
const sha256WithRsa = sequence(Buffer.from('06092a864886f70d01010b', 'hex'), Buffer.from('0500', 'hex'))

/** A key with a certificate that vouches for itself (X.509, RFC 5280): Node reads certificates and makes none. */
function keyPair(name: string): Pair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const commonName = sequence(der(0x31, sequence(Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from(name)))))
  const body = sequence(
    der(0x02, Buffer.from([1])),
    sha256WithRsa,
    commonName,
    sequence(utcTime(-1), utcTime(1)),
    commonName,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const whole = sequence(body, sha256WithRsa, der(0x03, Buffer.from([0]), sign('sha256', body, privateKey)))
  const lines = whole.toString('base64').replace(/.{64}(?=.)/g, '$&\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}

/** What a request of ours says. */
export interface AskedRequest {
  readonly id: string
  readonly back: string
  readonly entity: string
  /** The whole XML. */
  readonly xml: string
  /** Whether the signature beside it is that of the certificate in our metadata. */
  readonly signed: boolean
}

/** What an answer says, and how it is made wrong. Everything unsaid is right. */
export interface BundIdAnswer {
  readonly pseudonym?: string | null
  readonly level?: string | null
  /** The class of the sign-in, where it differs from the level among the attributes. */
  readonly context?: string
  readonly destination?: string
  readonly recipient?: string
  readonly audience?: string
  readonly issuer?: string
  /** The same of the assertion alone. */
  readonly assertionIssuer?: string
  readonly inResponseTo?: string
  readonly subjectInResponseTo?: string
  readonly minutes?: number
  readonly nameId?: string
  readonly status?: string
  readonly by?: 'stranger'
  readonly unsigned?: 'assertion' | 'response'
  readonly weak?: boolean
  readonly plain?: boolean
  /** Changes the assertion after it was signed, and the envelope after everything. */
  readonly bend?: (assertion: string) => string
  readonly wrap?: (response: string) => string
}

/** An identity provider that speaks as BundID does, written for the tests. */
export interface MockBundId {
  /** The settings that name it. */
  readonly env: Readonly<Record<string, string>>
  readRequest(address: string): AskedRequest
  /** The field SAMLResponse. */
  answer(request: AskedRequest, said?: BundIdAnswer): Promise<string>
  close(): void
}

const saml = 'urn:oasis:names:tc:SAML:2.0:assertion'
const samlp = 'urn:oasis:names:tc:SAML:2.0:protocol'
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256'
const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function signed(xml: string, element: string, { key, certificate }: Pair, weak = false): string {
  const signature = new SignedXml({
    privateKey: key,
    publicCert: certificate,
    signatureAlgorithm: weak ? 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' : rsaSha256,
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  })
  signature.addReference({
    xpath: `/*[local-name(.)='${element}']`,
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
    digestAlgorithm: weak ? 'http://www.w3.org/2000/09/xmldsig#sha1' : sha256,
  })
  signature.computeSignature(xml, {
    location: { reference: `/*[local-name(.)='${element}']/*[local-name(.)='Issuer']`, action: 'after' },
  })
  return signature.getSignedXml()
}

const encrypted = promisify(encrypt)

function assertionOf(request: AskedRequest, said: BundIdAnswer, id: string): string {
  const minutes = said.minutes ?? 0
  const at = (more: number) => new Date(Date.now() + (minutes + more) * 60_000).toISOString()
  const level = said.level === undefined ? 'STORK-QAA-Level-3' : said.level
  const pseudonym = said.pseudonym === undefined ? 'bPK2-erika' : said.pseudonym
  const attribute = (name: string, value: string | null) =>
    value === null
      ? ''
      : `<saml:Attribute Name="${name}"><saml:AttributeValue>${escaped(value)}</saml:AttributeValue></saml:Attribute>`
  const context = said.context ?? level
  return `<saml:Assertion xmlns:saml="${saml}" ID="${id}" Version="2.0" IssueInstant="${at(0)}"><saml:Issuer>${said.assertionIssuer ?? bundIdIssuer}</saml:Issuer>
<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">${said.nameId ?? 'voruebergehend'}</saml:NameID>
<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData InResponseTo="${said.subjectInResponseTo ?? said.inResponseTo ?? request.id}" NotOnOrAfter="${at(5)}" Recipient="${said.recipient ?? request.back}"/></saml:SubjectConfirmation></saml:Subject>
<saml:Conditions NotBefore="${at(-5)}" NotOnOrAfter="${at(5)}"><saml:AudienceRestriction><saml:Audience>${said.audience ?? request.entity}</saml:Audience></saml:AudienceRestriction></saml:Conditions>
<saml:AuthnStatement AuthnInstant="${at(0)}"><saml:AuthnContext>${context === null ? '' : `<saml:AuthnContextClassRef>${context}</saml:AuthnContextClassRef>`}</saml:AuthnContext></saml:AuthnStatement>
<saml:AttributeStatement>${attribute('urn:oid:1.3.6.1.4.1.25484.494450.3', pseudonym)}${attribute('urn:oid:1.2.40.0.10.2.1.1.261.94', level)}${attribute('urn:oid:2.5.4.4', 'Mustermann')}</saml:AttributeStatement></saml:Assertion>`
}

/** Opens it: keys of its own and for the instance, in files that `close` removes. A browser is led to pages below `at`. */
export function mockBundId(at = bundIdIssuer): MockBundId {
  const entry = `${at}/profile/SAML2/Redirect/SSO`
  const [idp, stranger, own] = [keyPair('BundID der Probe'), keyPair('Fremd'), keyPair('Allmende der Probe')] as const
  const folder = mkdtempSync(path.join(tmpdir(), 'allmende-bundid-'))
  const file = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text, { mode: 0o600 })
    return path.join(folder, name)
  }
  const env = {
    BUNDID_URL: entry,
    BUNDID_ISSUER: bundIdIssuer,
    BUNDID_IDP_CERTIFICATE: file('idp.pem', idp.certificate),
    BUNDID_KEY: file('key.pem', own.key),
    BUNDID_CERTIFICATE: file('certificate.pem', own.certificate),
    BUNDID_SERVICE: 'BMI-PROBE',
  }
  const publicKey = new X509Certificate(own.certificate).publicKey
  return {
    env,
    readRequest(address) {
      const { origin, pathname, search, searchParams: query } = new URL(address)
      if (origin + pathname !== entry) throw new Error(`leads to ${address}`)
      const xml = inflateRawSync(Buffer.from(query.get('SAMLRequest') ?? '', 'base64')).toString()
      const part = (pattern: RegExp) => pattern.exec(xml)?.[1] ?? ''
      const [text = ''] = search.slice(1).split('&Signature=')
      return {
        id: part(/ ID="([^"]+)"/),
        back: part(/AssertionConsumerServiceURL="([^"]+)"/),
        entity: part(/<saml:Issuer[^>]*>([^<]+)</),
        xml,
        signed:
          query.get('SigAlg') === rsaSha256 &&
          verify('sha256', Buffer.from(text), publicKey, Buffer.from(query.get('Signature') ?? '', 'base64')),
      }
    },
    async answer(request, said = {}) {
      const signer = said.by === 'stranger' ? stranger : idp
      const raw = assertionOf(request, said, '_a1')
      const assertion = said.unsigned === 'assertion' ? raw : signed(raw, 'Assertion', signer, said.weak)
      const bent = said.bend ? said.bend(assertion) : assertion
      const inside = said.plain
        ? bent
        : `<saml:EncryptedAssertion xmlns:saml="${saml}">${await encrypted(bent, {
            rsa_pub: publicKey.export({ type: 'spki', format: 'pem' }),
            pem: own.certificate,
            encryptionAlgorithm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
            keyEncryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
          })}</saml:EncryptedAssertion>`
      const status = said.status ?? 'urn:oasis:names:tc:SAML:2.0:status:Success'
      const envelope = `<samlp:Response xmlns:samlp="${samlp}" xmlns:saml="${saml}" ID="_r1" Version="2.0" IssueInstant="${new Date().toISOString()}" Destination="${said.destination ?? request.back}" InResponseTo="${said.inResponseTo ?? request.id}"><saml:Issuer>${said.issuer ?? bundIdIssuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="${status}"/></samlp:Status>${inside}</samlp:Response>`
      const response = said.unsigned === 'response' ? envelope : signed(envelope, 'Response', signer, said.weak)
      return Buffer.from(said.wrap ? said.wrap(response) : response).toString('base64')
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
