import type { Quad, Term } from '@rdfjs/types'
import { isObject, type Json, written } from '#kernel/json.ts'
import { fileTypes, findFormat, licences } from '#standards/dcat-ap-de'
import { blank, expand, iri, text, triple } from '#standards/rdf'
import { agentProperties, derived, extraProperties, resourceProperties } from './extras.ts'

/** Unknown extras become `urn:x-ckan:extra:KEY`, other unknown fields `urn:x-ckan:field:KEY`; keys are percent-encoded. */
export const ckanNamespaces = { extra: 'urn:x-ckan:extra:', field: 'urn:x-ckan:field:' } as const

type Fields = Json

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isObject) : [])

/** Extras often hold a list as JSON. */
function valuesOf(value: unknown): string[] {
  if (Array.isArray(value))
    return value.map((each) => (isObject(each) ? JSON.stringify(each) : written(each))).filter((each) => each !== '')
  if (isObject(value)) return [JSON.stringify(value)]
  const plain = written(value)
  if (!/^\[[\s\S]*\]$/.test(plain)) return plain === '' ? [] : [plain]
  try {
    return valuesOf(JSON.parse(plain))
  } catch {
    return [plain]
  }
}

const dateTime = /^\d{4}-\d\d-\d\dT/
const isAddress = (value: string) => /^(?:https?|urn|ftp):\S+$/i.test(value)
/** CKAN has no links and mail addresses, only texts; a well-formed one needs no mending. */
const link = (value: string): Term | string => (isAddress(value) ? iri(value) : value)
const mailbox = (value: string): Term | string =>
  /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(value) ? iri(`mailto:${value}`) : value
const address = (value: string) =>
  encodeURIComponent(value).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

/** Writes one package as the triples its fields mean, just as they stand; mending is the catalogue reader's work. */
export class PackageWriter {
  readonly quads: Quad[] = []
  readonly #base: string
  readonly #fields: Fields
  readonly #extras: ReadonlyMap<string, unknown>
  readonly uri: string
  #blanks = 0

  constructor(fields: Fields, base: string) {
    this.#fields = fields
    this.#base = base
    const listed = listOf(fields.extras).map((extra) => [written(extra.key), extra.value] as const)
    this.#extras = new Map([...(isObject(fields.extras) ? Object.entries(fields.extras) : listed)].filter(([key]) => key !== ''))
    const own = [written(this.#extras.get('uri')), written(fields.uri)].find(isAddress)
    this.uri = own ?? `${base}/dataset/${address(written(fields.id) || written(fields.name))}`
  }

  #add(subject: string | Term, name: string, object: Term | string): void {
    const from = typeof subject === 'string' ? iri(subject) : subject
    if (object !== '') this.quads.push(triple(from, expand(name), typeof object === 'string' ? text(object) : object))
  }

  #blank(type: string): Term {
    const node = blank(`p${this.#blanks++}`)
    this.#add(node, 'rdf:type', iri(expand(type)))
    return node
  }

  #value(subject: string, name: string, value: string): void {
    if (name === 'dcat:byteSize' && /^\d+$/.test(value))
      this.#add(subject, name, text(value, '', expand('xsd:nonNegativeInteger')))
    else if (/(?:issued|modified)$/.test(name) && dateTime.test(value))
      this.#add(subject, name, text(value, '', expand('xsd:dateTime')))
    else if (name === 'dct:spatial' && value.startsWith('{')) {
      const place = this.#blank('dct:Location')
      this.#add(place, 'locn:geometry', text(value, '', 'https://www.iana.org/assignments/media-types/application/vnd.geo+json'))
      this.#add(subject, name, place)
    } else
      this.#add(
        subject,
        name,
        isAddress(value) && !/^(?:dct:(?:identifier|title|description)|dcat:version)$/.test(name) ? iri(value) : value,
      )
  }

  write(): Quad[] {
    const { uri } = this
    this.#add(uri, 'rdf:type', iri(expand('dcat:Dataset')))
    this.#add(uri, 'dct:title', written(this.#fields.title) || written(this.#fields.name))
    this.#add(uri, 'dct:description', written(this.#fields.notes))
    if (!this.#extras.has('identifier')) this.#add(uri, 'dct:identifier', written(this.#fields.id) || written(this.#fields.name))
    for (const [name, field] of [
      ['dct:issued', 'metadata_created'],
      ['dct:modified', 'metadata_modified'],
    ] as const)
      if (!this.#extras.has(name.slice(4))) this.#value(uri, name, written(this.#fields[field]))
    this.#add(uri, 'dcat:landingPage', link(written(this.#fields.url)))
    this.#add(uri, 'dcat:version', written(this.#fields.version))
    for (const tag of listOf(this.#fields.tags)) this.#add(uri, 'dcat:keyword', written(tag.display_name) || written(tag.name))
    for (const group of listOf(this.#fields.groups))
      this.#add(uri, 'dcat:theme', written(group.title) || written(group.display_name) || written(group.name))
    this.#people()
    this.#temporal()
    const resources = listOf(this.#fields.resources)
    for (const resource of resources) this.#resource(resource)
    if (resources.length === 0) this.#licence(uri, this.#fields)
    this.#rest()
    return this.quads
  }

  #agent(
    name: string,
    given: { name: string; email: string; uri?: string; url?: string; type?: string; kind?: string },
  ): boolean {
    if (given.name === '' && given.email === '') return false
    const known = given.uri !== undefined && isAddress(given.uri)
    const agent = known ? iri(given.uri ?? '') : this.#blank(given.kind ?? 'foaf:Agent')
    if (known) this.#add(agent, 'rdf:type', iri(expand(given.kind ?? 'foaf:Agent')))
    this.#add(agent, 'foaf:name', given.name || given.email)
    this.#add(agent, 'foaf:mbox', mailbox(given.email))
    this.#add(agent, 'foaf:homepage', link(given.url ?? ''))
    this.#add(agent, 'dct:type', given.type ?? '')
    this.#add(this.uri, name, agent)
    return true
  }

  #people(): void {
    const extra = (key: string) => written(this.#extras.get(key))
    const field = (key: string) => written(this.#fields[key])
    let published = false
    for (const [prefix, name] of Object.entries(agentProperties)) {
      const plain = prefix === 'author' || prefix === 'maintainer'
      const given = {
        name: extra(`${prefix}_name`) || (plain ? field(prefix) : ''),
        email: extra(`${prefix}_email`) || (plain ? field(`${prefix}_email`) : ''),
        uri: extra(`${prefix}_uri`),
        url: extra(`${prefix}_url`),
        type: extra(`${prefix}_type`),
      }
      published = this.#agent(name, given) ? published || prefix === 'publisher' : published
    }
    const organization = isObject(this.#fields.organization) ? this.#fields.organization : undefined
    const title = written(organization?.title) || written(organization?.name)
    if (organization && !published)
      this.#agent('dct:publisher', {
        name: title,
        email: '',
        uri: `${this.#base}/organization/${address(written(organization.id) || written(organization.name))}`,
        kind: 'foaf:Organization',
      })
    this.#contact(extra, field, title)
  }

  #contact(extra: (key: string) => string, field: (key: string) => string, organization: string): void {
    const email = extra('contact_email') || field('maintainer_email') || field('author_email')
    const url = extra('contact_url')
    if (email === '' && url === '' && extra('contact_name') === '') return
    const contact = this.#blank('vcard:Kind')
    const name = extra('contact_email')
      ? extra('contact_name')
      : extra('contact_name') || (field('maintainer_email') ? field('maintainer') : field('author'))
    this.#add(contact, 'vcard:fn', name || organization || email)
    this.#add(contact, 'vcard:hasEmail', mailbox(email))
    this.#add(contact, 'vcard:hasTelephone', extra('contact_telephone'))
    this.#add(contact, 'vcard:hasURL', link(url))
    this.#add(this.uri, 'dcat:contactPoint', contact)
  }

  #temporal(): void {
    const first = (...keys: string[]) => keys.map((key) => written(this.#extras.get(key))).find((value) => value !== '') ?? ''
    const [start, end] = [first('temporal_start', 'temporal_coverage_from'), first('temporal_end', 'temporal_coverage_to')]
    if (start === '' && end === '') return
    const period = this.#blank('dct:PeriodOfTime')
    this.#add(period, 'dcat:startDate', start)
    this.#add(period, 'dcat:endDate', end)
    this.#add(this.uri, 'dct:temporal', period)
  }

  /** The first of id, address and title that the list knows; else the title as it stands. */
  #licence(subject: string, ...sources: Fields[]): void {
    for (const source of sources) {
      const given = [source.license, source.license_id, source.license_url, source.license_title]
        .map(written)
        .filter((value) => value !== '' && value !== 'notspecified')
      const known = given.find((value) => licences.find(value) !== undefined) ?? given.find(isAddress) ?? given.at(-1)
      if (known === undefined) continue
      this.#add(subject, 'dct:license', isAddress(known) ? iri(known) : known)
      return
    }
  }

  #resource(resource: Fields): void {
    const id = address(written(resource.id) || String(this.quads.length))
    const own = written(resource.uri)
    const uri = isAddress(own)
      ? own
      : `${this.#base}/dataset/${address(written(this.#fields.id) || written(this.#fields.name))}/resource/${id}`
    this.#add(this.uri, 'dcat:distribution', iri(uri))
    this.#add(uri, 'rdf:type', iri(expand('dcat:Distribution')))
    const url = written(resource.url)
    this.#add(uri, 'dcat:accessURL', link(written(resource.access_url) || url))
    const format = findFormat(written(resource.format))
    const isFile = written(resource.url_type) === 'upload' || (format !== undefined && !/SRVC$|^(?:HTML|REST)/.test(format.code))
    this.#add(uri, 'dcat:downloadURL', link(written(resource.download_url) || (isFile ? url : '')))
    for (const [field, name] of Object.entries(resourceProperties))
      for (const value of valuesOf(resource[field])) this.#value(uri, name, value)
    if (format === undefined && written(resource.format) === '' && written(resource.mimetype) !== '')
      this.#add(uri, 'dct:format', fileTypes.find(written(resource.mimetype))?.iri ?? '')
    this.#licence(uri, resource, this.#fields)
    this.#checksum(uri, resource)
    this.#unknown(uri, resource, resourceProperties)
  }

  #checksum(uri: string, resource: Fields): void {
    const value = written(resource.hash).replace(/^\w+:/, '')
    if (value === '') return
    const checksum = this.#blank('spdx:Checksum')
    const byLength: Record<number, string> = { 32: 'md5', 40: 'sha1', 64: 'sha256', 96: 'sha384', 128: 'sha512' }
    this.#add(checksum, 'spdx:checksumValue', value)
    this.#add(checksum, 'spdx:algorithm', written(resource.hash_algorithm) || (byLength[value.length] ?? ''))
    this.#add(uri, 'spdx:checksum', checksum)
  }

  #unknown(subject: string, fields: Fields, known: Readonly<Record<string, string>>): void {
    for (const [key, value] of Object.entries(fields)) {
      if (key in known || derived.has(key) || (subject !== this.uri && key === 'url') || (key === 'id' && subject !== this.uri))
        continue
      const plain = isObject(value) || Array.isArray(value) ? '' : written(value)
      if (plain !== '') this.#add(subject, ckanNamespaces.field + address(key), plain)
    }
  }

  #rest(): void {
    const people = new RegExp(`^(?:${Object.keys(agentProperties).join('|')}|contact)_(?:name|email|uri|url|type|telephone)$`)
    for (const [key, value] of this.#extras) {
      const name = extraProperties[key]
      if (name) for (const each of valuesOf(value)) this.#value(this.uri, name, each)
      else if (key !== 'uri' && !people.test(key) && !/^temporal_(?:start|end|coverage_from|coverage_to)$/.test(key)) {
        const plain = isObject(value) || Array.isArray(value) ? JSON.stringify(value) : written(value)
        this.#add(this.uri, ckanNamespaces.extra + address(key), plain)
      }
    }
    this.#unknown(this.uri, this.#fields, {})
  }
}
