/** Help pages of the interfaces that answer by the standards of others. */
export const enCounters = {
  'catalogue.permission.edit': 'Create and change datasets, as drafts',
  'catalogue.permission.release': 'Publish datasets',
  'catalogue.permission.withdraw': 'Withdraw published datasets',

  'catalogue.counters.title': 'Standards of other systems',
  'catalogue.counters.text': 'Programs that already talk to other portals talk to this one, too. Each page has examples to copy.',
  'catalogue.counters.help': 'Help and examples: {name}',
  'catalogue.counters.rules': 'What you should know',
  'catalogue.counters.addresses': 'Addresses',
  'catalogue.counters.examples': 'Examples',

  'catalogue.counters.ckan.name': 'CKAN interface (Action API, version 3)',
  'catalogue.counters.ckan.lead':
    'Programs that ask CKAN keep working here unchanged: harvesters, ckanapi, scripts in Python and R. Reading wants no key, writing wants one from your account.',
  'catalogue.counters.ckan.search': 'Search for “{word}”',
  'catalogue.counters.ckan.filter': 'Changed within the last 30 days',
  'catalogue.counters.ckan.show': 'One dataset',
  'catalogue.counters.ckan.list': 'Names of all datasets',
  'catalogue.counters.ckan.organizations': 'Who publishes here',
  'catalogue.counters.ckan.help': 'Description of a call',
  'catalogue.counters.ckan.rule.walk':
    'To fetch everything, ask without words and go to the end with start and rows (at most 1,000). Filters by organisation, name, id and date are allowed. Other searches reach result 10,000.',
  'catalogue.counters.ckan.rule.query':
    'q and fq understand the fields organization, groups, tags, license_id, res_format, id, name, title, notes, metadata_modified and metadata_created, and AND, OR, NOT and brackets. What we do not understand is refused with the reason.',
  'catalogue.counters.ckan.rule.names':
    'Organisations are the municipalities, groups the themes of the EU. On the site of a district or Land the name of a dataset begins with that of the municipality: lindenrode_baumkataster.',
  'catalogue.counters.ckan.rule.tables':
    'Tables that the portal itself keeps (datastore_active) give their rows with datastore_search, each value as it stands in the file.',
  'catalogue.counters.ckan.rule.limit': '600 calls a minute are allowed. There is no JSONP (callback).',
  'catalogue.counters.ckan.rule.write':
    'Whoever works here makes a key in the account under “Keys for programs” and sends it as Authorization or X-CKAN-API-Key. It may never do more than the person.',
  'catalogue.counters.ckan.rule.files':
    'Files up to 100 MB are sent as a form, in the field upload (resource_create, resource_update, resource_patch). The portal keeps them and gives them out at an address of its own. In a form, lawfulness is JSON.',
  'catalogue.counters.ckan.rule.drafts':
    'What may not go out at once becomes a draft: the answer says so with state=draft and tells the reason and the address in allmende. Where four eyes are wanted the draft goes to review.',
  'catalogue.counters.ckan.rule.law':
    'Before anything is published the portal asks about personal data, rights of others and secrets. Programs answer by lawfulness; the person whose key it is answers for it.',
  'catalogue.counters.ckan.rule.old':
    'Old addresses such as /dataset/NAME lead to the page of today, also where the name comes from an earlier CKAN or DKAN.',

  'catalogue.counters.ogc.name': 'OGC API Records 1.0',
  'catalogue.counters.ogc.lead':
    'Geoportals, QGIS and other programs search the catalogue by place, time and words. Answers come as GeoJSON or as a page.',
  'catalogue.counters.ogc.landing': 'Entrance',
  'catalogue.counters.ogc.conformance': 'What is conformed to',
  'catalogue.counters.ogc.collection': 'The catalogue',
  'catalogue.counters.ogc.q': 'Search for “{word}”',
  'catalogue.counters.ogc.box': 'Data within a box',
  'catalogue.counters.ogc.time': 'Data about the year 2025, last changed first',
  'catalogue.counters.ogc.api': 'Description (OpenAPI 3.0)',
  'catalogue.counters.ogc.content': 'Content',
  'catalogue.counters.ogc.links': 'Links',
  'catalogue.counters.ogc.matched.one': '{count} record found',
  'catalogue.counters.ogc.matched.other': '{count} records found',
  'catalogue.counters.ogc.rule.q': 'q searches words as they are written. A comma means “or”, a space means “in this order”.',
  'catalogue.counters.ogc.rule.all':
    'All conditions must hold together: limit, bbox, datetime, q, type, ids, externalIds, sortby, and title, keywords, themes, formats, license, publisher and organization.',
  'catalogue.counters.ogc.rule.time':
    'datetime asks for the time that data speak of, to the day. Data without a time belong to every time.',
  'catalogue.counters.ogc.rule.pages':
    'Follow the link next to the end. A page has at most 1,000 records. With words, a box or properties the search reaches record 10,000.',
  'catalogue.counters.ogc.rule.faults': 'What we do not know is answered with 400 and the reason.',

  'catalogue.counters.csw.name': 'CSW 2.0.2',
  'catalogue.counters.csw.lead':
    'QGIS, ArcGIS and geo catalogues search this catalogue by the standard they have long spoken. Records come as Dublin Core or as ISO 19139.',
  'catalogue.counters.csw.capabilities': 'What can be done here',
  'catalogue.counters.csw.search': 'Search for “{word}”',
  'catalogue.counters.csw.box': 'Data within a box',
  'catalogue.counters.csw.newest': 'Last changed first, with everything they say',
  'catalogue.counters.csw.iso': 'A dataset as ISO 19139',
  'catalogue.counters.csw.rule.words':
    'AnyText searches as the portal does: %Baum% also finds “Straßenbäume”, Verkehrs% every word that begins so.',
  'catalogue.counters.csw.rule.fields':
    'You can ask for title, abstract, subject, publisher, format, type, identifier, date and area, as CQL_TEXT or OGC Filter 1.1, joined by And, Or and Not.',
  'catalogue.counters.csw.rule.box':
    'Boxes are in degrees. Without a reference system and with CRS84 longitude comes first, with urn:ogc:def:crs:EPSG::4326 latitude.',
  'catalogue.counters.csw.rule.pages':
    'Go on with startPosition and nextRecord until nextRecord is 0. A page has at most 500 records. With words, subjects or a box the search reaches record 10,000.',
  'catalogue.counters.csw.rule.iso':
    'With outputSchema=http://www.isotc211.org/2005/gmd each record comes whole as ISO 19139, licence and attribution as GDI-DE wants them for open data.',
  'catalogue.counters.csw.rule.faults':
    'What we do not understand is answered by an ExceptionReport that names the place. Writing (Transaction, Harvest) is not offered here.',

  'catalogue.counters.oai.name': 'OAI-PMH 2.0',
  'catalogue.counters.oai.lead':
    'Libraries, archives and research portals fetch the catalogue piece by piece and learn what was withdrawn, too.',
  'catalogue.counters.oai.identify': 'Who answers here',
  'catalogue.counters.oai.formats': 'Formats',
  'catalogue.counters.oai.sets': 'Sets: municipalities and themes',
  'catalogue.counters.oai.records': 'All records as Dublin Core',
  'catalogue.counters.oai.dcat': 'Changes of the last 30 days as DCAT-AP.de',
  'catalogue.counters.oai.rule.walk': 'Follow the resumptionToken to the end. A token does not age.',
  'catalogue.counters.oai.rule.deleted':
    'Withdrawn records come as deleted. Where the catalogue of a municipality is switched off, its records vanish without that note (transient).',
  'catalogue.counters.oai.rule.since':
    'Begin a new harvest with from an hour before the last one: then nothing escapes you that was just being written.',
  'catalogue.counters.oai.rule.sets': 'Sets are tenant:NAME (who publishes) and theme:CODE (theme of the EU).',

  'catalogue.counters.datajson.name': 'data.json (DCAT-US 1.1)',
  'catalogue.counters.datajson.lead': 'The whole catalogue in one JSON file, as DKAN and many harvesters expect it.',
  'catalogue.counters.datajson.whole': 'Whole catalogue',
  'catalogue.counters.datajson.items': 'The same list at DKAN’s address',
  'catalogue.counters.datajson.one': 'One dataset',
  'catalogue.counters.datajson.rule.size':
    'The file is made anew for each call and can be large: fetch it at most once an hour. 60 calls a minute are allowed.',
  'catalogue.counters.datajson.rule.whole':
    'Where the transfer breaks off, the file is no valid JSON. So half a catalogue is never taken for the whole.',

  'catalogue.counters.changes.name': 'Changes in their order',
  'catalogue.counters.changes.lead':
    'Whoever keeps a copy of the catalogue learns here, in this order, what was published, changed and withdrawn.',
  'catalogue.counters.changes.all': 'Everything from the beginning',
  'catalogue.counters.changes.since': 'Changes of the last 30 days',
  'catalogue.counters.changes.rule.next':
    'Each answer names in next the address where it goes on. Keep that address and ask it again later: then you get what happened meanwhile. It does not expire.',
  'catalogue.counters.changes.rule.state':
    'kind says what happened: created is new, updated is changed, withdrawn is taken back. Each dataset comes once, with its last change. If you do not know a changed one yet, it is new to you.',
  'catalogue.counters.changes.rule.order':
    'The order is that in which changes became visible. Whoever follows next misses none, also while many write at once.',
  'catalogue.counters.changes.rule.gone':
    'If 410 comes, the catalogue was restored from a backup. Begin anew then, without after.',

  'catalogue.counters.webhooks.name': 'Webhooks: changes come to you',
  'catalogue.counters.webhooks.lead':
    'The portal tells your program within seconds what was published, changed or withdrawn. Each message is signed (Standard Webhooks).',
  'catalogue.counters.webhooks.feed': 'The same changes to fetch',
  'catalogue.counters.webhooks.rule.who':
    'The administration of the municipality sets a receiver up. Name it an address with https. You get a key that begins with whsec_.',
  'catalogue.counters.webhooks.rule.signed':
    'What is signed is webhook-id, a full stop, webhook-timestamp, a full stop and the body, byte for byte, with HMAC-SHA256. While a key is changed there are two signatures in webhook-signature. One of them must fit.',
  'catalogue.counters.webhooks.rule.answer':
    'Answer within 15 seconds with 200 to 299 and do your work afterwards. We follow no redirects. 410 means: send nothing more.',
  'catalogue.counters.webhooks.rule.order':
    'Messages come in order, one after the other. One has up to 50 changes. Each dataset comes with its last change.',
  'catalogue.counters.webhooks.rule.again':
    'What you do not take comes again after 1, 5, 15 and 60 minutes, then after 2, 4, 6 and 8 hours, always with the same webhook-id. A message may come twice: remember the webhook-id. After about a day we stop and tell the municipality.',
  'catalogue.counters.webhooks.rule.thin':
    'A message says only what happened and where. You fetch the dataset at dataset or page. type is catalogue.changed, of a test catalogue.test.',
  'catalogue.counters.webhooks.rule.feed':
    'Begin with the list of changes. It has everything from the beginning, and with it you catch up after a long pause, too.',

  'catalogue.counters.sparql.name': 'SPARQL 1.1',
  'catalogue.counters.sparql.lead':
    'Whoever asks the catalogue as a graph joins datasets, publishers, themes and addresses in a single query. For reading only, without a key.',
  'catalogue.counters.sparql.count': 'Datasets by publisher',
  'catalogue.counters.sparql.list': 'Titles and addresses of 50 datasets',
  'catalogue.counters.sparql.ask': 'Are there datasets?',
  'catalogue.counters.sparql.rule.view':
    'What is asked is what this site shows: the catalogue of the municipality, at a district and the Land also the catalogues below. Each catalogue is a named graph with its address.',
  'catalogue.counters.sparql.rule.limits':
    'An answer has at most 10,000 rows or triples, a query at most 10 seconds. 60 queries a minute are allowed. With ORDER BY, LIMIT and OFFSET you go on.',
  'catalogue.counters.sparql.rule.fresh':
    'Changes are there within a minute. Where nobody asked for long, the catalogue is read in first: then comes 503 with Retry-After.',
  'catalogue.counters.sparql.rule.refused':
    'SERVICE, updates and graphs of your own (default-graph-uri) are not offered. Answers come as JSON, XML, CSV or TSV, for CONSTRUCT and DESCRIBE as Turtle, RDF/XML or N-Triples.',
} as const
