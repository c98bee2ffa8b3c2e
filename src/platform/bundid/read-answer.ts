import type { Profile, SAML } from '@node-saml/node-saml'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { BundIdFault, BundIdPerson, ServiceProvider } from './bundid.ts'
import { pseudonymOid } from './bundid.ts'
import { trustOf } from './trust.ts'
import { childrenOf, isSignedWell, onlyChild, readXml, saml, samlp, textOf } from './xml.ts'

const success = 'urn:oasis:names:tc:SAML:2.0:status:Success'
const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'
const trustOid = 'urn:oid:1.2.40.0.10.2.1.1.261.94'

interface Expected {
  readonly provider: ServiceProvider
  readonly issuer: string
}

/**
 * What the library does not look at in the envelope: where it goes, who wrote it, that there is one assertion and that it is encrypted.
 * The envelope is signed as a whole, which the library then checks.
 */
function envelopeFault(envelope: Element, { provider, issuer }: Expected): BundIdFault | undefined {
  if (envelope.namespaceURI !== samlp || envelope.localName !== 'Response' || envelope.getAttribute('Version') !== '2.0')
    return 'document'
  if (!envelope.getAttribute('InResponseTo')) return 'request'
  if (envelope.getAttribute('Destination') !== provider.back) return 'destination'
  if (textOf(onlyChild(envelope, saml, 'Issuer')) !== issuer) return 'issuer'
  const status = onlyChild(envelope, samlp, 'Status', 'StatusCode')
  if (status?.getAttribute('Value') !== success) return 'left'
  if (Array.from(envelope.getElementsByTagNameNS(saml, 'Assertion')).length > 0) return 'plain'
  if (!onlyChild(envelope, saml, 'EncryptedAssertion')) return 'document'
  return isSignedWell(envelope) ? undefined : 'weak'
}

/** The same for the assertion: for whom it is meant, what it answers, and until when. Signature, audience and times were checked. */
function assertionFault(assertion: Element, answers: string, { provider, issuer }: Expected): BundIdFault | undefined {
  if (assertion.namespaceURI !== saml || assertion.localName !== 'Assertion') return 'document'
  if (!isSignedWell(assertion)) return 'weak'
  if (textOf(onlyChild(assertion, saml, 'Issuer')) !== issuer) return 'issuer'
  const confirmation = onlyChild(assertion, saml, 'Subject', 'SubjectConfirmation')
  const data = onlyChild(confirmation, saml, 'SubjectConfirmationData')
  if (confirmation?.getAttribute('Method') !== bearer || data?.getAttribute('Recipient') !== provider.back) return 'recipient'
  if (data.getAttribute('InResponseTo') !== answers) return 'request'
  const conditions = onlyChild(assertion, saml, 'Conditions')
  return data.getAttribute('NotOnOrAfter') && conditions?.getAttribute('NotOnOrAfter') ? undefined : 'time'
}

const valuesOf = (assertion: Element, name: string): string[] =>
  childrenOf(onlyChild(assertion, saml, 'AttributeStatement'), saml, 'Attribute')
    .filter((one) => one.getAttribute('Name') === name)
    .flatMap((one) => childrenOf(one, saml, 'AttributeValue').map(textOf))

/** Everything that the answer says about how surely somebody is known. */
const trustIn = (assertion: Element) =>
  trustOf([
    ...childrenOf(onlyChild(assertion, saml, 'AuthnStatement', 'AuthnContext'), saml, 'AuthnContextClassRef').map(textOf),
    ...valuesOf(assertion, trustOid),
  ])

/** The word for what the library found. Its sentences may repeat what the answer said, so they go no further. */
function faultOf(error: unknown): BundIdFault {
  const text = error instanceof Error ? error.message : ''
  if (/InResponseTo/i.test(text)) return 'request'
  if (/audience/i.test(text)) return 'audience'
  if (/expired|not yet valid|subject confirmation/i.test(text)) return 'time'
  return /signature/i.test(text) ? 'signature' : 'refused'
}

/** Checks an answer from the outside in; the first thing that is wrong is told. */
export async function readAnswer(library: SAML, expected: Expected, answer: string): Promise<Result<BundIdPerson, BundIdFault>> {
  const envelope = readXml(Buffer.from(answer, 'base64').toString('utf8'))
  if (!envelope) return fail('document')
  const wrong = envelopeFault(envelope, expected)
  if (wrong) return fail(wrong)
  const profile: Profile | BundIdFault = await library.validatePostResponseAsync({ SAMLResponse: answer }).then(
    (done) => done.profile ?? 'refused',
    (error) => faultOf(error),
  )
  if (typeof profile === 'string') return fail(profile)
  const assertion = readXml(profile.getAssertionXml?.() ?? '')
  if (!assertion) return fail('document')
  const answers = envelope.getAttribute('InResponseTo') ?? ''
  const inside = assertionFault(assertion, answers, expected)
  if (inside) return fail(inside)
  const [pseudonym, second] = valuesOf(assertion, pseudonymOid)
  if (!pseudonym || second !== undefined || pseudonym.length > 500) return fail('pseudonym')
  const trust = trustIn(assertion)
  return trust ? ok({ pseudonym, trust, answers }) : fail('trust')
}
