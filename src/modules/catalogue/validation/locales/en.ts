import type { Messages } from '#kernel/locale.ts'
import { propertyMessages, subjectMessages } from './flatten.ts'
import { propertiesEn } from './properties-en.ts'

const subjects = {
  other: 'Entry',
  'adms:Identifier': 'Identifier',
  'dcat:Catalog': 'Catalogue',
  'dcat:CatalogRecord': 'Catalogue record',
  'dcat:DataService': 'Data service',
  'dcat:Dataset': 'Dataset',
  'dcat:DatasetSeries': 'Dataset series',
  'dcat:Distribution': 'Distribution',
  'dcat:Relationship': 'Relationship',
  'dct:LicenseDocument': 'Licence document',
  'dct:Location': 'Place',
  'dct:PeriodOfTime': 'Period',
  'foaf:Agent': 'Office',
  'foaf:Group': 'Office',
  'foaf:Organization': 'Office',
  'foaf:Person': 'Person',
  'org:FormalOrganization': 'Office',
  'org:Organization': 'Office',
  'org:OrganizationalUnit': 'Office',
  'prov:Attribution': 'Attribution',
  'skos:Concept': 'Concept',
  'skos:ConceptScheme': 'List',
  'spdx:Checksum': 'Checksum',
  'vcard:Group': 'Contact',
  'vcard:Individual': 'Contact',
  'vcard:Kind': 'Contact',
  'vcard:Organization': 'Contact',
}

/** English texts of the validation. */
export const en: Messages = {
  ...propertyMessages(propertiesEn),
  ...subjectMessages(subjects),
  'catalogue.validation.what.MinCount': '{subject}: "{property}" is missing.',
  'catalogue.validation.what.MinCount.any': '{subject}: at least one of these is missing: {property}.',
  'catalogue.validation.what.MaxCount': '{subject}: "{property}" is given more often than allowed.',
  'catalogue.validation.what.Deprecated': '{subject}: "{property}" ({term}) is deprecated.',
  'catalogue.validation.what.NodeKind.literal':
    '{subject}: "{property}" holds the text "{value}" where an address (IRI) or a described object is required.',
  'catalogue.validation.what.NodeKind.iri': '{subject}: "{property}" links to {value} where a text is required.',
  'catalogue.validation.what.NodeKind.blank':
    '{subject}: "{property}" is an object without an address of its own where an address or a text is required.',
  'catalogue.validation.what.Class': '{subject}: "{property}" links to {value}, which is not described as {class}.',
  'catalogue.validation.what.Class.literal':
    '{subject}: "{property}" holds only the text "{value}" where a described object ({class}) is required.',
  'catalogue.validation.what.Class.blank': '{subject}: the object of "{property}" is not described as {class}.',
  'catalogue.validation.what.Datatype': '{subject}: "{property}" with "{value}" does not have the datatype {datatype}.',
  'catalogue.validation.what.Pattern': '{subject}: "{property}" with "{value}" does not have the required form.',
  'catalogue.validation.what.InScheme': '{subject}: "{property}" has the value "{value}", which is not in the prescribed list.',
  'catalogue.validation.what.QualifiedMinCount': '{subject}: "{property}" has no value from the prescribed list.',
  'catalogue.validation.what.QualifiedMaxCount': '{subject}: "{property}" has more than one value from the prescribed list.',
  'catalogue.validation.what.Node': '{subject}: "{property}" with "{value}" is not given as the standard requires.',
  'catalogue.validation.what.Not': '{subject}: "{property}" has the value "{value}", which is no longer allowed.',
  'catalogue.validation.what.other': '{subject}: "{property}" does not follow the standard.',
  'catalogue.validation.how.MinCount': 'Enter "{property}".',
  'catalogue.validation.how.MaxCount': 'Keep only as many values as allowed, mostly one, and remove the others.',
  'catalogue.validation.how.Deprecated': 'Remove it.',
  'catalogue.validation.how.Deprecated.instead': 'Use "{instead}" ({insteadTerm}) in its place.',
  'catalogue.validation.how.NodeKind.literal': 'Replace the text by an address or an object.',
  'catalogue.validation.how.NodeKind.iri': 'Replace the link by the text itself.',
  'catalogue.validation.how.NodeKind.blank': 'Give the object an address, or put in the value directly.',
  'catalogue.validation.how.Class': 'Describe the target in the metadata with "a {class}", or link to one that is.',
  'catalogue.validation.how.Class.literal': 'Replace the text by an object, or choose an entry of the list in charge.',
  'catalogue.validation.how.Class.blank': 'Add "a {class}" to the object.',
  'catalogue.validation.how.Datatype': 'Give the value with the datatype {datatype}.',
  'catalogue.validation.how.Pattern': 'Use an address of {list}.',
  'catalogue.validation.how.InScheme': 'Choose an entry of the list {list}.',
  'catalogue.validation.how.QualifiedMinCount': 'Choose an entry of the list {list}.',
  'catalogue.validation.how.QualifiedMaxCount': 'Keep exactly one entry of the list {list}. Other values may stay.',
  'catalogue.validation.how.Node': 'Give the value in the required form.',
  'catalogue.validation.how.Not': 'Replace the value by a valid entry.',
  'catalogue.validation.how.other': 'Check it against the specification.',
  'catalogue.validation.example': 'Example: {example}',
  'catalogue.validation.severity.Violation':
    'The standard requires this. Data portals such as GovData may reject the entry otherwise.',
  'catalogue.validation.severity.Warning':
    'This is a recommendation of the standard: the entry stays valid, but is harder to use.',
  'catalogue.validation.severity.Info': 'This is a hint. The entry stays valid.',
  'catalogue.validation.why.other': 'Only uniform metadata can be evaluated alike everywhere.',
  'catalogue.validation.label.Violation': 'Error',
  'catalogue.validation.label.Warning': 'Warning',
  'catalogue.validation.label.Info': 'Hint',
  'catalogue.validation.fault.busy': '{count} validations are waiting already. Try again in a moment.',
  'catalogue.validation.fault.too-slow':
    'The validation was given up after {seconds} seconds. The entry is unusually large; divide it.',
  'catalogue.validation.fault.broken': 'The validation broke off: {detail}',
  'catalogue.validation.fault.closed': 'Validation was ended before the turn of this entry came.',
  'catalogue.validation.fault.file': 'The file {file} cannot be opened: {detail}',
  'catalogue.validation.fault.rdf': 'The file {file} cannot be read: {reason}',
  'catalogue.validation.fault.rdf-line': 'The file {file} cannot be read from line {line} on: {reason}',
  'catalogue.validation.fault.empty': 'The file {file} holds no metadata.',
  'catalogue.validation.help': `allmende validate FILE [--profile PROFILE] [--json] [--lang de|en]

Holds a file of metadata (RDF/XML, Turtle, N-Triples, JSON-LD) against the official rules.
  --profile  {profiles}
             (if not given: dcat-ap.de-3.0)
  --json     prints the outcome for programs
Ends with 0 when nothing violates the standard, with 1 when something does, with 2 when it could not be validated.
Warnings and hints are no violation.`,
  'catalogue.validation.unknown-profile': 'There is no profile "{profile}". There are: {profiles}',
  'catalogue.validation.summary.conforms':
    '{file} conforms to {profile}. Entries validated: {records}, warnings: {warnings}, hints: {infos}.',
  'catalogue.validation.summary.fails':
    '{file} does not conform to {profile}. Entries validated: {records}, errors: {violations}, warnings: {warnings}, hints: {infos}.',
  'catalogue.validation.loose': 'Without a dataset',
}
