/** What can be said about a property in any language: an example value, the class or datatype it asks for, the list it comes from. */
export interface PropertyFacts {
  readonly example?: string
  readonly class?: string
  readonly datatype?: string
  readonly list?: string
  /** What stands in its place since it is deprecated. */
  readonly insteadOf?: string
}

const eu = 'http://publications.europa.eu/resource/authority'
const date = { example: '"2026-03-01"^^xsd:date', datatype: 'xsd:date' }
const agent = { class: 'foaf:Agent', example: '[ a foaf:Organization ; foaf:name "Stadt Musterstadt" ]' }
const thing = (name: string) => ({ class: name })
const media = {
  list: 'https://www.iana.org/assignments/media-types',
  example: 'https://www.iana.org/assignments/media-types/text/csv',
}
const availability = { list: `${eu}/planned-availability`, example: `${eu}/planned-availability/STABLE` }

/** By prefixed name. Source: DCAT-AP.de 2.0 and 3.0, DCAT-AP 3.0.1, DCAT-AP HVD 3.0. */
export const propertyFacts: Readonly<Record<string, PropertyFacts>> = {
  'adms:identifier': thing('adms:Identifier'),
  'adms:sample': thing('dcat:Distribution'),
  'adms:status': { list: `${eu}/distribution-status`, example: `${eu}/distribution-status/COMPLETED` },
  'adms:versionNotes': { insteadOf: 'dct:provenance' },
  'dcat:accessService': thing('dcat:DataService'),
  'dcat:accessURL': { example: 'https://www.musterstadt.example/daten/baumkataster' },
  'dcat:bbox': { example: '"POLYGON((6.9 51.8,7.2 51.8,7.2 52.0,6.9 52.0,6.9 51.8))"^^gsp:wktLiteral' },
  'dcat:byteSize': { example: '"204800"^^xsd:nonNegativeInteger', datatype: 'xsd:nonNegativeInteger' },
  'dcat:catalog': thing('dcat:Catalog'),
  'dcat:centroid': { example: '"POINT(7.05 51.9)"^^gsp:wktLiteral' },
  'dcat:compressFormat': media,
  'dcat:contactPoint': {
    class: 'vcard:Kind',
    example: '[ a vcard:Organization ; vcard:fn "Open-Data-Stelle" ; vcard:hasEmail <mailto:opendata@musterstadt.example> ]',
  },
  'dcat:dataset': thing('dcat:Dataset'),
  'dcat:distribution': thing('dcat:Distribution'),
  'dcat:downloadURL': { example: 'https://www.musterstadt.example/daten/baeume.csv' },
  'dcat:endDate': date,
  'dcat:endpointDescription': { example: 'https://geo.musterstadt.example/wfs?service=WFS&request=GetCapabilities' },
  'dcat:endpointURL': { example: 'https://geo.musterstadt.example/wfs' },
  'dcat:hadRole': {
    class: 'dcat:Role',
    example: 'http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/pointOfContact',
  },
  'dcat:hasVersion': thing('dcat:Dataset'),
  'dcat:inSeries': thing('dcat:DatasetSeries'),
  'dcat:isVersionOf': thing('dcat:Dataset'),
  'dcat:keyword': { example: '"Baumkataster"@de' },
  'dcat:landingPage': { class: 'foaf:Document', example: 'https://www.musterstadt.example/opendata/baumkataster' },
  'dcat:mediaType': media,
  'dcat:packageFormat': { ...media, example: 'https://www.iana.org/assignments/media-types/application/zip' },
  'dcat:qualifiedRelation': thing('dcat:Relationship'),
  'dcat:record': thing('dcat:CatalogRecord'),
  'dcat:servesDataset': thing('dcat:Dataset'),
  'dcat:service': thing('dcat:DataService'),
  'dcat:spatialResolutionInMeters': { example: '"10.0"^^xsd:decimal', datatype: 'xsd:decimal' },
  'dcat:startDate': date,
  'dcat:temporalResolution': { example: '"P1D"^^xsd:duration', datatype: 'xsd:duration' },
  'dcat:theme': { class: 'skos:Concept', list: `${eu}/data-theme`, example: `${eu}/data-theme/ENVI` },
  'dcat:themeTaxonomy': { class: 'skos:ConceptScheme', list: `${eu}/data-theme`, example: `${eu}/data-theme` },
  'dcat:version': { example: '"2.1"' },
  'dcatap:applicableLegislation': { class: 'eli:LegalResource', example: 'http://data.europa.eu/eli/reg_impl/2023/138/oj' },
  'dcatap:availability': availability,
  'dcatap:hvdCategory': {
    class: 'skos:Concept',
    list: 'http://data.europa.eu/bna/asd487ae75',
    example: 'http://data.europa.eu/bna/c_ac64a52d',
  },
  'dcatde:contributorID': { list: 'http://dcat-ap.de/def/contributors', example: 'http://dcat-ap.de/def/contributors/openNRW' },
  'dcatde:geocodingDescription': { insteadOf: 'dct:spatial' },
  'dcatde:legalBasis': { insteadOf: 'dcatap:applicableLegislation' },
  'dcatde:licenseAttributionByText': { example: '"Stadt Musterstadt, Grünflächenamt"' },
  'dcatde:maintainer': { ...agent, insteadOf: 'geodcatap:custodian' },
  'dcatde:originator': { ...agent, insteadOf: 'geodcatap:originator' },
  'dcatde:plannedAvailability': { ...availability, insteadOf: 'dcatap:availability' },
  'dcatde:politicalGeocodingLevelURI': {
    list: 'http://dcat-ap.de/def/politicalGeocoding/Level',
    example: 'http://dcat-ap.de/def/politicalGeocoding/Level/municipality',
  },
  'dcatde:politicalGeocodingURI': {
    example: 'http://dcat-ap.de/def/politicalGeocoding/municipalityKey/05554012',
    insteadOf: 'dct:spatial',
  },
  'dcatde:qualityProcessURI': { insteadOf: 'dct:conformsTo' },
  'dct:accessRights': { class: 'dct:RightsStatement', list: `${eu}/access-right`, example: `${eu}/access-right/PUBLIC` },
  'dct:accrualPeriodicity': { class: 'dct:Frequency', list: `${eu}/frequency`, example: `${eu}/frequency/MONTHLY` },
  'dct:conformsTo': { class: 'dct:Standard', example: 'http://www.opengis.net/def/crs/EPSG/0/25832' },
  'dct:contributor': agent,
  'dct:creator': agent,
  'dct:description': { example: '"Alle städtischen Bäume mit Art, Standort und Pflanzjahr."@de' },
  'dct:format': { class: 'dct:MediaTypeOrExtent', list: `${eu}/file-type`, example: `${eu}/file-type/CSV` },
  'dct:hasPart': thing('dcat:Catalog'),
  'dct:hasVersion': { class: 'dcat:Dataset', insteadOf: 'dcat:hasVersion' },
  'dct:identifier': { example: '"b1f0c2d4-77aa-4a0e-9d36-0e6f5a1c2b3d"' },
  'dct:isPartOf': thing('dcat:Catalog'),
  'dct:isReferencedBy': { example: 'https://doi.org/10.1234/beispiel' },
  'dct:isVersionOf': { class: 'dcat:Dataset', insteadOf: 'dcat:isVersionOf' },
  'dct:issued': date,
  'dct:language': { class: 'dct:LinguisticSystem', list: `${eu}/language`, example: `${eu}/language/DEU` },
  'dct:license': {
    class: 'dct:LicenseDocument',
    list: 'http://dcat-ap.de/def/licenses',
    example: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
  },
  'dct:modified': date,
  'dct:provenance': {
    class: 'dct:ProvenanceStatement',
    example: '[ a dct:ProvenanceStatement ; rdfs:label "Aus dem Fachverfahren, ohne Personenbezug"@de ]',
  },
  'dct:publisher': agent,
  'dct:references': { example: 'https://www.musterstadt.example/opendata/strassenverzeichnis' },
  'dct:relation': { example: 'https://www.musterstadt.example/opendata/strassenverzeichnis' },
  'dct:rights': thing('dct:RightsStatement'),
  'dct:source': { example: 'https://www.musterstadt.example/opendata/rohdaten' },
  'dct:spatial': { class: 'dct:Location', example: 'http://dcat-ap.de/def/politicalGeocoding/municipalityKey/05554012' },
  'dct:temporal': {
    class: 'dct:PeriodOfTime',
    example: '[ a dct:PeriodOfTime ; dcat:startDate "2025-01-01"^^xsd:date ; dcat:endDate "2025-12-31"^^xsd:date ]',
  },
  'dct:title': { example: '"Baumkataster"@de' },
  'dct:type': { class: 'skos:Concept' },
  'foaf:homepage': { class: 'foaf:Document', example: 'https://www.musterstadt.example/opendata' },
  'foaf:name': { example: '"Stadt Musterstadt"' },
  'foaf:page': { class: 'foaf:Document', example: 'https://www.musterstadt.example/opendata/baumkataster/erlaeuterung' },
  'foaf:primaryTopic': thing('dcat:Resource'),
  'geodcatap:custodian': agent,
  'geodcatap:originator': agent,
  'locn:geometry': {
    class: 'locn:Geometry',
    example: '[ a locn:Geometry ; gsp:asWKT "POLYGON((6.9 51.8,7.2 51.8,7.2 52.0,6.9 52.0,6.9 51.8))"^^gsp:wktLiteral ]',
  },
  'odrl:hasPolicy': thing('odrl:Policy'),
  'owl:versionInfo': { example: '"2.1"', insteadOf: 'dcat:version' },
  'prov:agent': agent,
  'prov:qualifiedAttribution': thing('prov:Attribution'),
  'prov:wasGeneratedBy': thing('prov:Activity'),
  'schema:endDate': { ...date, insteadOf: 'dcat:endDate' },
  'schema:startDate': { ...date, insteadOf: 'dcat:startDate' },
  'skos:notation': { example: '"05554012"' },
  'skos:prefLabel': { example: '"Umwelt"@de' },
  'spdx:algorithm': {
    class: 'spdx:ChecksumAlgorithm',
    list: 'http://spdx.org/rdf/terms',
    example: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256',
  },
  'spdx:checksum': thing('spdx:Checksum'),
  'spdx:checksumValue': { example: '"9f86d081884c7d659a2feaa0c55ad015"^^xsd:hexBinary', datatype: 'xsd:hexBinary' },
  'time:hasBeginning': thing('time:Instant'),
  'time:hasEnd': thing('time:Instant'),
  'vcard:fn': { example: '"Open-Data-Stelle der Stadt Musterstadt"' },
  'vcard:hasEmail': { example: 'mailto:opendata@musterstadt.example' },
  'vcard:hasTelephone': { example: 'tel:+4928611234' },
  'vcard:hasURL': { example: 'https://www.musterstadt.example/kontakt' },
}
