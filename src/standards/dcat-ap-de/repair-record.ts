import type { Quad, Term } from '@rdfjs/types'
import { blank, expand, iri, shorten, termKey, text, triple } from '#standards/rdf'
import { contentId, geometryId } from './content-id.ts'
import type { Repair } from './model.ts'
import {
  classes,
  distributionRows,
  geometryNode,
  isNodeKind,
  links,
  type NodeKind,
  nodeRows,
  nodeTypes,
  type Row,
} from './property-table.ts'
import { findAddress, findEmail, repairTerm } from './repair-values.ts'
import { SubjectGraph } from './subject-graph.ts'
import { isSafeLink, isWkt } from './values.ts'
import { licences } from './vocabularies/licences.ts'
import { themes } from './vocabularies/themes.ts'

const at = expand
const longest = 500

/** Properties that were renamed: older namespaces of DCAT-AP.de and of its forerunners. */
const renamed: ReadonlyMap<string, string> = new Map([
  [at('dcatde:plannedAvailability'), at('dcatap:availability')],
  [at('schema:startDate'), at('dcat:startDate')],
  [at('schema:endDate'), at('dcat:endDate')],
  [at('dct:Language'), at('dct:language')],
  [at('owl:versionInfo'), at('dcat:version')],
  ['http://data.europa.eu/r5r#availability', at('dcatap:availability')],
  ['http://data.europa.eu/r5r#applicableLegislation', at('dcatap:applicableLegislation')],
  ['http://data.europa.eu/r5r#hvdCategory', at('dcatap:hvdCategory')],
])
const oldGerman = /^https?:\/\/(?:www\.)?dcat-ap\.de\/def\/dcatde\/?(?:\d[\d._]*)?[/#]?([a-z][A-Za-z]*)$/
const germanLists =
  /^https?:\/\/(?:www\.)?dcat-ap\.de\/def\/(contributors|politicalGeocoding|licenses|hashAlgorithms|plannedAvailability)\//

/** A term as people read it in a log. */
const show = (term: Term): string => (term.termType === 'BlankNode' ? '[ ]' : term.value)
const cut = (shown: string) => (shown.length > longest ? `${shown.slice(0, longest)}…` : shown)

/** Mends one record's graph in place, before it is read, and logs every change. */
export class RecordRepairer {
  readonly log: Repair[] = []
  readonly #graph: SubjectGraph
  readonly #record: string
  readonly #seen = new Set<string>()
  /** Geometries of the node at hand. */
  readonly #shapes = new Set<string>()
  #subject = ''
  #count = 0

  constructor(record: string, quads: Iterable<Quad>) {
    this.#record = record
    this.#graph = new SubjectGraph(quads)
  }

  quads(): Quad[] {
    return [...this.#graph.quads()]
  }

  get graph(): SubjectGraph {
    return this.#graph
  }

  note(name: string, from: string, to: string): void {
    this.log.push({ record: this.#record, property: name, from: cut(from), to: cut(to) })
  }

  #changed(name: string, from: Term, to: Term): void {
    const same = show(from) === show(to)
    const key = (term: Term) => termKey(term).replace(/<([^>]*)>$/, (_, datatype: string) => shorten(datatype))
    this.note(name, same ? key(from) : show(from), same ? key(to) : show(to))
  }

  /** A new node: blank below the record itself, else with an IRI made from its content, because other records may share what it hangs on. */
  #fresh(...properties: (readonly [string, Term])[]): Term {
    const content = () => properties.map(([name, object]) => `${name} ${termKey(object)}`).join('\n')
    const node = this.#subject === this.#record ? blank(`fix${this.#count++}`) : iri(contentId(content()))
    if (!this.#graph.has(node.value)) for (const [name, object] of properties) this.#graph.add(triple(node, at(name), object))
    return node
  }

  /** Mends a node's properties by their rows, and the nodes they lead to. */
  node(subject: string, rows: readonly Row[]): void {
    if (this.#seen.has(subject) || !this.#graph.has(subject)) return
    this.#seen.add(subject)
    const mended: Quad[] = []
    this.#shapes.clear()
    this.#subject = subject
    for (const quad of this.#graph.of(subject)) {
      const identifier = this.#identifier(quad)
      if (identifier) {
        mended.push(identifier)
        continue
      }
      const predicate = this.#predicate(quad, rows)
      const candidates = rows.filter((row) => row.predicate === predicate)
      const objects = candidates.length > 0 ? this.#objects(candidates, quad.object) : [[predicate, quad.object] as const]
      for (const [name, object] of objects) mended.push(triple(quad.subject, name, object))
    }
    const unique = new Map(mended.map((quad) => [`${quad.predicate.value} ${termKey(quad.object)}`, quad]))
    this.#graph.set(subject, [...unique.values()])
    for (const row of rows)
      if (isNodeKind(row.kind))
        for (const object of this.#graph.objects(subject, row.predicate)) this.#inner(row, row.kind, object)
  }

  /** adms:identifier wants a node with a notation. */
  #identifier(quad: Quad): Quad | undefined {
    if (
      quad.subject.value !== this.#record ||
      quad.predicate.value !== at('adms:identifier') ||
      quad.object.termType !== 'Literal' ||
      quad.object.value === ''
    )
      return undefined
    const node = this.#fresh(['rdf:type', iri(at('adms:Identifier'))], ['skos:notation', quad.object])
    this.note('adms:identifier', quad.object.value, `[ a adms:Identifier ; skos:notation "${quad.object.value}" ]`)
    return triple(quad.subject, quad.predicate.value, node)
  }

  #predicate(quad: Quad, rows: readonly Row[]): string {
    const old = quad.predicate.value
    const german = oldGerman.exec(old)?.[1]
    const full = german === undefined ? old : at(`dcatde:${german}`)
    const next = renamed.get(full) ?? full
    if (next === old) return old
    // A new name is taken only where it means something; a value that stands there already is not doubled.
    if (german === undefined && !rows.some((row) => row.predicate === next)) return old
    if (next === at('dcat:version') && this.#graph.objects(quad.subject.value, next).length > 0) return old
    this.note(shorten(next), old, next)
    return next
  }

  #objects(rows: readonly Row[], object: Term): (readonly [string, Term])[] {
    const [row] = rows
    if (!row) return []
    const { predicate, name } = row
    if (name === 'dcat:theme' || name === 'dct:subject') return this.#theme(row, object)
    if (row.kind === 'geometry') return this.#geometry(row, object)
    if (name === 'dct:license') return [[predicate, this.#licence(row, object)]]
    const mended = isNodeKind(row.kind) ? this.#nodeFor(row, row.kind, object) : this.#mended(row, object)
    if (!mended) return [[predicate, object]]
    this.#changed(name, object, mended)
    return [[predicate, mended]]
  }

  /** A geometry written as text becomes a node; the same place once more, as GeoJSON beside WKT, is dropped. */
  #geometry(row: Row, object: Term): (readonly [string, Term])[] {
    const wkt = object.termType === 'Literal' ? repairTerm({ ...row, kind: 'wkt' }, object) : undefined
    const literal = wkt ?? (object.termType === 'Literal' && isWkt(object.value) ? object : undefined)
    if (!literal) return [[row.predicate, object]]
    const shape = literal.value
      .toUpperCase()
      .replace(/\s+/g, ' ')
      .replace(/ ?([(),]) ?/g, '$1')
    const known = this.#shapes.has(shape)
    this.note(row.name, object.value, known ? '' : literal.value)
    if (known) return []
    this.#shapes.add(shape)
    return [[row.predicate, this.#geometryNode(literal)]]
  }

  #geometryNode(wkt: Term): Term {
    const node = this.#subject.includes(':') ? iri(geometryId(this.#subject, wkt.value)) : blank(`fix${this.#count++}`)
    if (this.#graph.has(node.value)) return node
    this.#graph.add(triple(node, links.type, iri(geometryNode.type)))
    this.#graph.add(triple(node, geometryNode.property, wkt))
    return node
  }

  /** IRIs of the German lists lost their `www.` and `s` with version 2. */
  #listed(object: Term): Term | undefined {
    if (object.termType !== 'NamedNode' || !germanLists.test(object.value)) return undefined
    const mended = object.value.replace(/^https?:\/\/(?:www\.)?/, 'http://')
    return mended === object.value ? undefined : iri(mended)
  }

  #mended(row: Row, object: Term): Term | undefined {
    const current = this.#listed(object)
    return repairTerm(row, current ?? object) ?? current
  }

  #licence(row: Row, object: Term): Term {
    const mended = this.#mended(row, object)
    if (mended) this.#changed(row.name, object, mended)
    if (mended || object.termType !== 'Literal') return mended ?? object
    // DCAT-AP wants a node here; the words of the source stay its label.
    if (object.value.trim() === '') return object
    const node = this.#fresh(
      ['rdf:type', iri(at('dct:LicenseDocument'))],
      ['rdfs:label', text(object.value.trim(), object.language)],
    )
    this.note(row.name, object.value, `[ a dct:LicenseDocument ; rdfs:label "${object.value.trim()}" ]`)
    return node
  }

  #theme(row: Row, object: Term): (readonly [string, Term])[] {
    const theme = at('dcat:theme')
    const labels =
      object.termType === 'Literal' ? [] : this.#graph.objects(object.value, at('skos:prefLabel')).map((label) => label.value)
    const found = [object.termType === 'BlankNode' ? '' : object.value, ...labels]
      .map((name) => themes.find(name))
      .find((each) => each !== undefined)
    if (row.name === 'dct:subject') {
      // A subject is a subject; only a theme in the wrong place is moved.
      return object.termType === 'NamedNode' && found?.iri === object.value ? [[theme, object]] : [[row.predicate, object]]
    }
    if (found?.iri === object.value && object.termType === 'NamedNode') return [[theme, object]]
    if (object.termType === 'Literal') {
      const keyword = found ? iri(found.iri) : text(object.value.trim(), object.language)
      if (object.value.trim() === '') return [[theme, object]]
      this.note(row.name, object.value, found ? found.iri : `dcat:keyword "${object.value.trim()}"`)
      return [[found ? theme : at('dcat:keyword'), keyword]]
    }
    this.note(row.name, show(object), found ? `${found.iri}, dct:subject ${show(object)}` : `dct:subject ${show(object)}`)
    return [...(found ? [[theme, iri(found.iri)] as const] : []), [at('dct:subject'), object]]
  }

  /** A node for a text that stands where a node belongs. */
  #nodeFor(row: Row, kind: NodeKind, object: Term): Term | undefined {
    if (object.termType !== 'Literal') return this.#listed(object)
    const value = object.value.trim()
    if (value === '') return undefined
    const type = (name: string) => ['rdf:type', iri(at(name))] as const
    const label = text(value, object.language)
    if (kind === 'agent') return this.#fresh(type('foaf:Agent'), ['foaf:name', label])
    if (kind === 'contact') {
      const email = findEmail(value)
      return this.#fresh(
        type('vcard:Kind'),
        ['vcard:fn', label],
        ...(email ? [['vcard:hasEmail', iri(`mailto:${email}`)] as const] : []),
      )
    }
    if (kind === 'place') return this.#fresh(type('dct:Location'), ['skos:prefLabel', label])
    if (kind === 'thing') {
      const address = findAddress(value)
      if (address !== undefined) return iri(licences.find(address)?.iri ?? address)
      return this.#fresh(type(row.type ?? 'rdfs:Resource'), ['rdfs:label', label])
    }
    if (kind === 'period') {
      const [start, end, more] = value.split('/')
      if (start === undefined || end === undefined || more !== undefined) return undefined
      const ends = [['dcat:startDate', start] as const, ['dcat:endDate', end] as const].filter(
        ([, date]) => date.trim() !== '' && date !== '..',
      )
      return this.#fresh(type('dct:PeriodOfTime'), ...ends.map(([name, date]) => [name, text(date)] as const))
    }
    return undefined
  }

  #inner(row: Row, kind: NodeKind, object: Term): void {
    if (object.termType === 'Literal') return
    const described = this.#graph.has(object.value)
    if (described) this.node(object.value, nodeRows[kind])
    const types = this.#graph.objects(object.value, links.type)
    const needed = kind === 'agent' ? classes.agent : kind === 'contact' ? classes.contact : nodeTypes[kind]
    const missing = needed !== undefined && (nodeTypes[kind] ? !types.some((type) => type.value === needed) : types.length === 0)
    // A bare IRI is only a pointer; what it is stands elsewhere.
    if (missing && (described || object.termType === 'BlankNode')) {
      this.#graph.add(triple(object, links.type, iri(needed)))
      this.note(`${row.name}/rdf:type`, '', needed)
    }
    if (kind === 'agent' && described && this.#graph.objects(object.value, at('foaf:name')).length === 0)
      this.#agentName(row, object)
  }

  #agentName(row: Row, object: Term): void {
    for (const other of ['skos:prefLabel', 'rdfs:label', 'dct:title', 'vcard:fn', 'schema:name', 'vcard:organization-name'])
      for (const name of this.#graph.objects(object.value, at(other)))
        if (name.termType === 'Literal' && name.value.trim() !== '') {
          this.#graph.add(triple(object, at('foaf:name'), name))
          this.note(`${row.name}/foaf:name`, '', name.value)
          return
        }
  }

  /** What can be concluded from the record itself. */
  conclude(distributions: readonly string[]): void {
    const record = this.#record
    this.#subject = record
    const licence = this.#graph.objects(record, at('dct:license')).find((term) => term.termType === 'NamedNode')
    for (const distribution of distributions) {
      this.node(distribution, distributionRows)
      if (!this.#graph.objects(distribution, links.type).some((type) => type.value === classes.distribution)) {
        this.#graph.add(triple(iri(distribution), links.type, iri(classes.distribution)))
        this.note('dcat:distribution/rdf:type', '', classes.distribution)
      }
      if (this.#graph.objects(distribution, at('dcat:accessURL')).length === 0)
        for (const address of this.#graph.objects(distribution, at('dcat:downloadURL')))
          if (isSafeLink(address.value) && address.termType === 'NamedNode') {
            this.#graph.add(triple(iri(distribution), at('dcat:accessURL'), address))
            this.note('dcat:accessURL', '', address.value)
          }
      if (licence && this.#graph.objects(distribution, at('dct:license')).length === 0) {
        this.#graph.add(triple(iri(distribution), at('dct:license'), licence))
        this.note('dct:license', '', licence.value)
      }
    }
    this.#subject = record
    this.#contact(record)
  }

  #contact(record: string): void {
    if (this.#graph.objects(record, at('dcat:contactPoint')).length > 0) return
    for (const role of ['dct:publisher', 'dcatde:maintainer', 'dct:creator'])
      for (const agent of this.#graph.objects(record, at(role))) {
        const [mbox] = this.#graph.objects(agent.value, at('foaf:mbox'))
        const [name] = this.#graph.objects(agent.value, at('foaf:name'))
        if (mbox?.termType !== 'NamedNode' || !mbox.value.startsWith('mailto:') || !name) continue
        const contact = this.#fresh(['rdf:type', iri(classes.contact)], ['vcard:fn', name], ['vcard:hasEmail', mbox])
        this.#graph.add(triple(iri(record), at('dcat:contactPoint'), contact))
        this.note('dcat:contactPoint', '', `${name.value} <${mbox.value}>`)
        return
      }
  }
}
