import type { Term } from '@rdfjs/types'
import { type GraphWriter, iri } from '#standards/rdf'
import { allAt, firstAt, type XmlElement } from '#standards/xml'
import { codeOf, type Said, type Texts } from './texts.ts'

interface Party {
  readonly role: string
  readonly organisation: readonly Said[]
  readonly person: readonly Said[]
  readonly mail: string
  readonly phone: string
  readonly url: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly country: string
}

const isMail = (value: string) => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(value)

function partyOf(element: XmlElement, texts: Texts): Party {
  const contact = firstAt(element, 'contactInfo/CI_Contact')
  const address = firstAt(contact, 'address/CI_Address')
  const plain = (from: XmlElement | undefined, path: string) => texts.plain(firstAt(from, path))
  const position = texts.of(firstAt(element, 'positionName'))
  return {
    role: codeOf(firstAt(element, 'role')),
    organisation: texts.of(firstAt(element, 'organisationName')),
    // A function is named before a person: it stays when somebody leaves.
    person: position.length > 0 ? position : texts.of(firstAt(element, 'individualName')),
    mail: plain(address, 'electronicMailAddress').replace(/^mailto:/i, ''),
    phone: plain(contact, 'phone/CI_Telephone/voice'),
    url: plain(contact, 'onlineResource/CI_OnlineResource/linkage'),
    street: allAt(address ?? element, 'deliveryPoint')
      .map((one) => texts.plain(one))
      .filter(Boolean)
      .join(', '),
    postalCode: plain(address, 'postalCode'),
    city: plain(address, 'city'),
    country: plain(address, 'country'),
  }
}

/** What the roles of ISO 19115 (CI_RoleCode) are in DCAT-AP.de. */
const properties: Readonly<Record<string, string>> = {
  owner: 'dcatde:originator',
  originator: 'dcatde:originator',
  custodian: 'dcatde:maintainer',
  author: 'dct:creator',
  principalInvestigator: 'dct:creator',
  processor: 'dct:contributor',
  resourceProvider: 'dct:contributor',
}
/** Who publishes where nobody has that role, first come first. */
const publishing = ['publisher', 'distributor', 'owner', 'custodian', 'resourceProvider', 'pointOfContact']

const nameOf = (party: Party) => (party.organisation.length > 0 ? party.organisation : party.person)

function agent(writer: GraphWriter, subject: Term, property: string, party: Party): void {
  const name = nameOf(party)
  if (name.length === 0) return
  const node = writer.node(subject, property, party.organisation.length > 0 ? 'foaf:Organization' : 'foaf:Agent')
  writer.say(node, 'foaf:name', name)
  if (isMail(party.mail)) writer.add(node, 'foaf:mbox', iri(`mailto:${party.mail}`))
  if (/^https?:\/\//i.test(party.url)) writer.link(node, 'foaf:homepage', party.url)
}

function contactPoint(writer: GraphWriter, subject: Term, party: Party): void {
  const name = nameOf(party)
  if (name.length === 0 && party.mail === '' && party.url === '') return
  const node = writer.node(subject, 'dcat:contactPoint', party.organisation.length > 0 ? 'vcard:Organization' : 'vcard:Kind')
  // One name: DCAT-AP.de knows no translations here.
  writer.say(node, 'vcard:fn', name.length > 0 ? name.slice(0, 1) : [{ value: party.mail || party.url, lang: '' }])
  writer.add(node, 'vcard:hasEmail', isMail(party.mail) ? iri(`mailto:${party.mail}`) : undefined)
  writer.add(node, 'vcard:hasTelephone', party.phone)
  if (/^https?:\/\//i.test(party.url)) writer.link(node, 'vcard:hasURL', party.url)
  writer.add(node, 'vcard:street-address', party.street)
  writer.add(node, 'vcard:postal-code', party.postalCode)
  writer.add(node, 'vcard:locality', party.city)
  writer.add(node, 'vcard:country-name', party.country)
}

/** Publisher, contact, maintainer and the others, by their roles at the data, at the distribution and at the description. */
export function writePeople(writer: GraphWriter, subject: Term, record: XmlElement, texts: Texts): void {
  const parties = (path: string) => allAt(record, path).map((one) => partyOf(one, texts))
  const atData = parties('identificationInfo/*/pointOfContact/CI_ResponsibleParty')
  const cited = parties('identificationInfo/*/citation/CI_Citation/citedResponsibleParty/CI_ResponsibleParty')
  const atFiles = parties('distributionInfo/MD_Distribution/distributor/MD_Distributor/distributorContact/CI_ResponsibleParty')
  const atDescription = parties('contact/CI_ResponsibleParty')
  const all = [...atData, ...cited, ...atFiles]
  const [publisher] = [
    ...publishing.flatMap((role) => all.filter((one) => one.role === role && nameOf(one).length > 0)),
    ...all.filter((one) => nameOf(one).length > 0),
    ...atDescription,
  ]
  if (publisher) agent(writer, subject, 'dct:publisher', publisher)
  const seen = new Set<string>()
  for (const party of all) {
    const property = properties[party.role]
    const key = `${property} ${JSON.stringify(nameOf(party))}`
    if (property === undefined || seen.has(key)) continue
    seen.add(key)
    agent(writer, subject, property, party)
  }
  const asked = [
    all.filter((one) => one.role === 'pointOfContact'),
    atData.filter((one) => one.mail !== ''),
    atFiles.filter((one) => one.mail !== ''),
    atDescription,
    atData,
  ].find((some) => some.length > 0)
  const known = new Set<string>()
  for (const party of asked ?? []) {
    const key = JSON.stringify([nameOf(party), party.mail])
    if (known.has(key)) continue
    known.add(key)
    contactPoint(writer, subject, party)
  }
}
