import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { namespaces } from './names.ts'

const { agent, kind } = { agent: `${namespaces.foaf}Agent`, kind: `${namespaces.vcard}Kind` }
const { foaf, org, vcard } = namespaces

/** Which class is a kind of which, as FOAF, ORG and vCard state it: the three vocabularies that the official validator loads. */
const kinds: ReadonlyArray<readonly [string, string]> = [
  ...['Organization', 'Person', 'Group'].map((name) => [`${foaf}${name}`, agent] as const),
  [`${org}Organization`, agent],
  ...['FormalOrganization', 'OrganizationalUnit', 'OrganizationalCollaboration'].map(
    (n) => [`${org}${n}`, `${org}Organization`] as const,
  ),
  ...['Individual', 'Organization', 'Group', 'Location'].map((name) => [`${vcard}${name}`, kind] as const),
]

const subClassOf = DataFactory.namedNode(`${namespaces.rdfs}subClassOf`)

/** The class facts as triples, to be put beside the shapes: the engine reads `rdfs:subClassOf` there and nowhere else. */
export const classFacts = (): Quad[] =>
  kinds.map(([sub, top]) => DataFactory.quad(DataFactory.namedNode(sub), subClassOf, DataFactory.namedNode(top)))
