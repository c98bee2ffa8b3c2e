/** Hilfeseiten der Schnittstellen, die nach fremden Standards antworten. */
export const deCounters = {
  'catalogue.permission.edit': 'Datensätze anlegen und ändern, als Entwurf',
  'catalogue.permission.release': 'Datensätze veröffentlichen',
  'catalogue.permission.withdraw': 'Veröffentlichte Datensätze zurückziehen',

  'catalogue.counters.title': 'Standards anderer Systeme',
  'catalogue.counters.text':
    'Programme, die schon mit anderen Portalen sprechen, sprechen auch mit diesem. Jede Seite hat Beispiele zum Kopieren.',
  'catalogue.counters.help': 'Hilfe und Beispiele: {name}',
  'catalogue.counters.rules': 'Was Sie wissen sollten',
  'catalogue.counters.addresses': 'Adressen',
  'catalogue.counters.examples': 'Beispiele',

  'catalogue.counters.ckan.name': 'CKAN-Schnittstelle (Action API, Version 3)',
  'catalogue.counters.ckan.lead':
    'Programme, die CKAN abfragen, laufen hier unverändert weiter: Harvester, ckanapi, Skripte in Python und R. Lesen geht ohne Schlüssel, schreiben mit einem Schlüssel aus Ihrem Konto.',
  'catalogue.counters.ckan.search': 'Suche nach „{word}“',
  'catalogue.counters.ckan.filter': 'Geändert in den letzten 30 Tagen',
  'catalogue.counters.ckan.show': 'Ein Datensatz',
  'catalogue.counters.ckan.list': 'Namen aller Datensätze',
  'catalogue.counters.ckan.organizations': 'Wer hier veröffentlicht',
  'catalogue.counters.ckan.help': 'Beschreibung einer Abfrage',
  'catalogue.counters.ckan.rule.walk':
    'Wer alles holt, fragt ohne Suchwort und geht mit start und rows (höchstens 1.000) bis ans Ende. Filter nach Organisation, Name, id und Datum sind dabei erlaubt. Andere Suchen reichen bis Treffer 10.000.',
  'catalogue.counters.ckan.rule.query':
    'q und fq verstehen die Felder organization, groups, tags, license_id, res_format, id, name, title, notes, metadata_modified und metadata_created, dazu AND, OR, NOT und Klammern. Was wir nicht verstehen, lehnen wir mit einer Begründung ab.',
  'catalogue.counters.ckan.rule.names':
    'Organisationen sind die Kommunen, Gruppen die Themen der EU. Auf der Seite eines Kreises oder Landes steht vor dem Namen eines Datensatzes der Name der Kommune: lindenrode_baumkataster.',
  'catalogue.counters.ckan.rule.tables':
    'Tabellen, die das Portal selbst aufbewahrt (datastore_active), geben mit datastore_search ihre Zeilen aus, Wert für Wert wie in der Datei.',
  'catalogue.counters.ckan.rule.limit': 'Erlaubt sind 600 Abfragen in der Minute. JSONP (callback) gibt es nicht.',
  'catalogue.counters.ckan.rule.write':
    'Wer hier arbeitet, erzeugt im Konto unter „Schlüssel für Programme“ einen Schlüssel und schickt ihn als Authorization oder X-CKAN-API-Key mit. Er darf nie mehr als die Person selbst.',
  'catalogue.counters.ckan.rule.files':
    'Dateien bis 100 MB schickt ein Programm als Formular im Feld upload mit (resource_create, resource_update, resource_patch). Das Portal bewahrt sie auf und gibt sie unter einer eigenen Adresse aus. lawfulness steht dann als JSON im Formular.',
  'catalogue.counters.ckan.rule.drafts':
    'Was nicht sofort hinaus darf, wird ein Entwurf: Die Antwort sagt es mit state=draft und nennt in allmende den Grund und die Adresse. Gilt das Vier-Augen-Prinzip, geht der Entwurf in die Prüfung.',
  'catalogue.counters.ckan.rule.law':
    'Vor jeder Veröffentlichung fragt das Portal nach Personenbezug, Rechten Dritter und Geheimnissen. Programme antworten mit lawfulness; verantwortlich ist die Person, der der Schlüssel gehört.',
  'catalogue.counters.ckan.rule.old':
    'Alte Adressen wie /dataset/NAME führen zur heutigen Seite, auch wenn der Name aus einem früheren CKAN oder DKAN stammt.',

  'catalogue.counters.ogc.name': 'OGC API Records 1.0',
  'catalogue.counters.ogc.lead':
    'Geoportale, QGIS und andere Programme durchsuchen den Katalog nach Ort, Zeit und Wörtern. Die Antworten kommen als GeoJSON oder als Seite.',
  'catalogue.counters.ogc.landing': 'Einstieg',
  'catalogue.counters.ogc.conformance': 'Was eingehalten wird',
  'catalogue.counters.ogc.collection': 'Der Katalog',
  'catalogue.counters.ogc.q': 'Suche nach „{word}“',
  'catalogue.counters.ogc.box': 'Daten in einem Rechteck',
  'catalogue.counters.ogc.time': 'Daten über das Jahr 2025, zuletzt geänderte zuerst',
  'catalogue.counters.ogc.api': 'Beschreibung (OpenAPI 3.0)',
  'catalogue.counters.ogc.content': 'Inhalt',
  'catalogue.counters.ogc.links': 'Verweise',
  'catalogue.counters.ogc.matched.one': '{count} Eintrag gefunden',
  'catalogue.counters.ogc.matched.other': '{count} Einträge gefunden',
  'catalogue.counters.ogc.rule.q':
    'q sucht Wörter, wie sie geschrieben sind. Ein Komma heißt „oder“, ein Leerzeichen heißt „in dieser Reihenfolge“.',
  'catalogue.counters.ogc.rule.all':
    'Alle Angaben müssen zugleich zutreffen: limit, bbox, datetime, q, type, ids, externalIds, sortby, dazu title, keywords, themes, formats, license, publisher und organization.',
  'catalogue.counters.ogc.rule.time':
    'datetime fragt nach der Zeit, über die Daten etwas sagen, auf den Tag genau. Daten ohne Zeitangabe gehören zu jeder Zeit.',
  'catalogue.counters.ogc.rule.pages':
    'Folgen Sie dem Verweis next bis zum Ende. Eine Seite hat höchstens 1.000 Einträge. Mit Wörtern, Rechteck oder Merkmalen reicht die Suche bis Eintrag 10.000.',
  'catalogue.counters.ogc.rule.faults': 'Was wir nicht kennen, beantworten wir mit 400 und nennen den Grund.',

  'catalogue.counters.csw.name': 'CSW 2.0.2',
  'catalogue.counters.csw.lead':
    'QGIS, ArcGIS und Geokataloge durchsuchen den Katalog mit dem Standard, den sie seit Langem sprechen. Die Einträge kommen als Dublin Core oder nach ISO 19139.',
  'catalogue.counters.csw.capabilities': 'Was hier geht',
  'catalogue.counters.csw.search': 'Suche nach „{word}“',
  'catalogue.counters.csw.box': 'Daten in einem Rechteck',
  'catalogue.counters.csw.newest': 'Zuletzt geänderte, mit allen Angaben',
  'catalogue.counters.csw.iso': 'Ein Datensatz nach ISO 19139',
  'catalogue.counters.csw.rule.words':
    'AnyText sucht wie die Suche des Portals: %Baum% findet auch „Straßenbäume“, Verkehrs% alle Wörter, die so beginnen.',
  'catalogue.counters.csw.rule.fields':
    'Fragen können Sie nach Titel, Beschreibung, Schlagwort, Herausgeber, Format, Art, Kennung, Datum und Gebiet, als CQL_TEXT oder als OGC Filter 1.1, verbunden mit And, Or und Not.',
  'catalogue.counters.csw.rule.box':
    'Rechtecke gelten in Grad. Ohne Angabe und mit CRS84 steht die Länge vorn, mit urn:ogc:def:crs:EPSG::4326 die Breite.',
  'catalogue.counters.csw.rule.pages':
    'Gehen Sie mit startPosition und nextRecord weiter, bis nextRecord 0 ist. Eine Seite hat höchstens 500 Einträge. Mit Wörtern, Schlagwörtern oder Rechteck reicht die Suche bis Eintrag 10.000.',
  'catalogue.counters.csw.rule.iso':
    'Mit outputSchema=http://www.isotc211.org/2005/gmd kommt jeder Eintrag vollständig nach ISO 19139. Lizenz und Quellenvermerk stehen so darin, wie es die GDI-DE für offene Daten vorsieht.',
  'catalogue.counters.csw.rule.faults':
    'Was wir nicht verstehen, beantworten wir mit einem ExceptionReport, der die Stelle nennt. Schreiben (Transaction, Harvest) geht hier nicht.',

  'catalogue.counters.oai.name': 'OAI-PMH 2.0',
  'catalogue.counters.oai.lead':
    'Bibliotheken, Archive und Forschungsportale holen den Katalog Stück für Stück ab und erfahren auch, was zurückgezogen wurde.',
  'catalogue.counters.oai.identify': 'Wer hier antwortet',
  'catalogue.counters.oai.formats': 'Formate',
  'catalogue.counters.oai.sets': 'Gruppen: Kommunen und Themen',
  'catalogue.counters.oai.records': 'Alle Einträge als Dublin Core',
  'catalogue.counters.oai.dcat': 'Änderungen der letzten 30 Tage als DCAT-AP.de',
  'catalogue.counters.oai.rule.walk': 'Folgen Sie dem resumptionToken bis zum Ende. Ein Token veraltet nicht.',
  'catalogue.counters.oai.rule.deleted':
    'Zurückgezogene Einträge kommen als deleted. Wird der Katalog einer Kommune abgeschaltet, verschwinden ihre Einträge ohne diesen Hinweis (transient).',
  'catalogue.counters.oai.rule.since':
    'Beginnen Sie eine neue Abfrage mit from eine Stunde vor der letzten: So entgeht Ihnen nichts, was gerade geschrieben wurde.',
  'catalogue.counters.oai.rule.sets': 'Mengen sind tenant:NAME (wer veröffentlicht) und theme:CODE (Thema der EU).',

  'catalogue.counters.datajson.name': 'data.json (DCAT-US 1.1)',
  'catalogue.counters.datajson.lead': 'Der ganze Katalog in einer JSON-Datei, wie ihn DKAN und viele Harvester erwarten.',
  'catalogue.counters.datajson.whole': 'Ganzer Katalog',
  'catalogue.counters.datajson.items': 'Dieselbe Liste an der Adresse von DKAN',
  'catalogue.counters.datajson.one': 'Ein Datensatz',
  'catalogue.counters.datajson.rule.size':
    'Die Datei entsteht bei jeder Abfrage neu und kann groß sein: Holen Sie sie höchstens einmal in der Stunde. Erlaubt sind 60 Abfragen in der Minute.',
  'catalogue.counters.datajson.rule.whole':
    'Bricht die Übertragung ab, ist die Datei kein gültiges JSON. So wird ein halber Katalog nie für den ganzen gehalten.',

  'catalogue.counters.changes.name': 'Änderungen der Reihe nach',
  'catalogue.counters.changes.lead':
    'Wer eine Kopie des Katalogs pflegt, erfährt hier der Reihe nach, was veröffentlicht, geändert und zurückgezogen wurde.',
  'catalogue.counters.changes.all': 'Alles von Anfang an',
  'catalogue.counters.changes.since': 'Änderungen der letzten 30 Tage',
  'catalogue.counters.changes.rule.next':
    'Jede Antwort nennt in next die Adresse, an der es weitergeht. Merken Sie sich diese Adresse und fragen Sie sie später wieder: Dann kommt, was inzwischen geschehen ist. Sie veraltet nicht.',
  'catalogue.counters.changes.rule.state':
    'kind sagt, was geschah: created heißt neu, updated geändert, withdrawn zurückgezogen. Jeder Datensatz kommt einmal, mit seiner letzten Änderung. Kennen Sie einen geänderten noch nicht, ist er für Sie neu.',
  'catalogue.counters.changes.rule.order':
    'Die Reihenfolge ist die, in der Änderungen sichtbar wurden. Wer next folgt, überspringt keine, auch wenn viele zugleich schreiben.',
  'catalogue.counters.changes.rule.gone':
    'Kommt 410, wurde der Katalog aus einer Sicherung wiederhergestellt. Beginnen Sie dann ohne after von vorn.',

  'catalogue.counters.webhooks.name': 'Webhooks: Änderungen kommen zu Ihnen',
  'catalogue.counters.webhooks.lead':
    'Das Portal meldet Ihrem Programm binnen Sekunden, was veröffentlicht, geändert oder zurückgezogen wurde. Jede Sendung ist unterschrieben (Standard Webhooks).',
  'catalogue.counters.webhooks.feed': 'Dieselben Änderungen zum Abholen',
  'catalogue.counters.webhooks.rule.who':
    'Einen Empfänger richtet die Verwaltung der Kommune ein. Nennen Sie ihr eine Adresse mit https. Sie erhalten einen Schlüssel, der mit whsec_ beginnt.',
  'catalogue.counters.webhooks.rule.signed':
    'Unterschrieben ist webhook-id, Punkt, webhook-timestamp, Punkt und der Inhalt, Byte für Byte, mit HMAC-SHA256. Während eines Schlüsselwechsels stehen in webhook-signature zwei Unterschriften. Eine muss stimmen.',
  'catalogue.counters.webhooks.rule.answer':
    'Antworten Sie binnen 15 Sekunden mit 200 bis 299 und arbeiten Sie danach. Weiterleitungen folgen wir nicht. 410 heißt: Wir sollen nichts mehr senden.',
  'catalogue.counters.webhooks.rule.order':
    'Sendungen kommen der Reihe nach, eine nach der anderen. Eine enthält bis zu 50 Änderungen. Jeder Datensatz kommt mit seiner letzten Änderung.',
  'catalogue.counters.webhooks.rule.again':
    'Was Sie nicht annehmen, kommt nach 1, 5, 15 und 60 Minuten, dann nach 2, 4, 6 und 8 Stunden wieder, immer mit derselben webhook-id. Eine Sendung kann doppelt kommen: Merken Sie sich die webhook-id. Nach etwa einem Tag halten wir an und sagen der Kommune Bescheid.',
  'catalogue.counters.webhooks.rule.thin':
    'Eine Sendung nennt nur, was geschah und wo es steht. Den Datensatz holen Sie unter dataset oder page. type ist catalogue.changed, bei einer Probe catalogue.test.',
  'catalogue.counters.webhooks.rule.feed':
    'Beginnen Sie mit der Liste der Änderungen. Sie enthält alles von Anfang an, und mit ihr holen Sie auch nach einer langen Pause auf.',

  'catalogue.counters.sparql.name': 'SPARQL 1.1',
  'catalogue.counters.sparql.lead':
    'Wer den Katalog als Graph befragt, verbindet Datensätze, Herausgeber, Themen und Adressen in einer einzigen Abfrage. Nur lesend und ohne Schlüssel.',
  'catalogue.counters.sparql.count': 'Datensätze je Herausgeber',
  'catalogue.counters.sparql.list': 'Titel und Adressen von 50 Datensätzen',
  'catalogue.counters.sparql.ask': 'Gibt es Datensätze?',
  'catalogue.counters.sparql.rule.view':
    'Befragt wird, was diese Seite zeigt: der Katalog der Kommune, beim Kreis und beim Land auch die Kataloge darunter. Jeder Katalog ist ein benannter Graph mit seiner Adresse.',
  'catalogue.counters.sparql.rule.limits':
    'Eine Antwort hat höchstens 10.000 Zeilen oder Tripel, eine Abfrage höchstens 10 Sekunden. Erlaubt sind 60 Abfragen in der Minute. Mit ORDER BY, LIMIT und OFFSET gehen Sie weiter.',
  'catalogue.counters.sparql.rule.fresh':
    'Änderungen sind nach spätestens einer Minute da. Wurde lange nicht gefragt, wird der Katalog erst eingelesen: Dann kommt 503 mit Retry-After.',
  'catalogue.counters.sparql.rule.refused':
    'SERVICE, Änderungen (Update) und eigene Graphen (default-graph-uri) gibt es nicht. Antworten kommen als JSON, XML, CSV oder TSV, bei CONSTRUCT und DESCRIBE als Turtle, RDF/XML oder N-Triples.',
} as const
