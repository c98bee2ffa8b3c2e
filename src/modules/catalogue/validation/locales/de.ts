import type { Messages } from '#kernel/locale.ts'
import { propertyMessages, subjectMessages } from './flatten.ts'
import { propertiesDe } from './properties-de.ts'

const subjects = {
  other: 'Eintrag',
  'adms:Identifier': 'Kennung',
  'dcat:Catalog': 'Katalog',
  'dcat:CatalogRecord': 'Katalogeintrag',
  'dcat:DataService': 'Datendienst',
  'dcat:Dataset': 'Datensatz',
  'dcat:DatasetSeries': 'Datenreihe',
  'dcat:Distribution': 'Distribution',
  'dcat:Relationship': 'Beziehung',
  'dct:LicenseDocument': 'Lizenzdokument',
  'dct:Location': 'Raumbezug',
  'dct:PeriodOfTime': 'Zeitraum',
  'foaf:Agent': 'Stelle',
  'foaf:Group': 'Stelle',
  'foaf:Organization': 'Stelle',
  'foaf:Person': 'Person',
  'org:FormalOrganization': 'Stelle',
  'org:Organization': 'Stelle',
  'org:OrganizationalUnit': 'Stelle',
  'prov:Attribution': 'Zuordnung',
  'skos:Concept': 'Begriff',
  'skos:ConceptScheme': 'Liste',
  'spdx:Checksum': 'Prüfsumme',
  'vcard:Group': 'Kontakt',
  'vcard:Individual': 'Kontakt',
  'vcard:Kind': 'Kontakt',
  'vcard:Organization': 'Kontakt',
}

/** German texts of the validation. */
export const de: Messages = {
  ...propertyMessages(propertiesDe),
  ...subjectMessages(subjects),
  'catalogue.validation.what.MinCount': '{subject}: Die Angabe „{property}“ fehlt.',
  'catalogue.validation.what.MinCount.any': '{subject}: Es fehlt mindestens eine dieser Angaben: {property}.',
  'catalogue.validation.what.MaxCount': '{subject}: „{property}“ ist öfter angegeben, als erlaubt ist.',
  'catalogue.validation.what.Deprecated': '{subject}: „{property}“ ({term}) ist veraltet.',
  'catalogue.validation.what.NodeKind.literal':
    '{subject}: „{property}“ enthält den Text „{value}“, verlangt ist eine Adresse (IRI) oder ein beschriebenes Objekt.',
  'catalogue.validation.what.NodeKind.iri': '{subject}: „{property}“ verweist auf {value}, verlangt ist ein Text.',
  'catalogue.validation.what.NodeKind.blank':
    '{subject}: „{property}“ ist ein Objekt ohne eigene Adresse. Verlangt ist eine Adresse oder ein Text.',
  'catalogue.validation.what.Class': '{subject}: „{property}“ verweist auf {value}. Das Ziel ist nicht als {class} beschrieben.',
  'catalogue.validation.what.Class.literal':
    '{subject}: „{property}“ enthält nur den Text „{value}“, verlangt ist ein beschriebenes Objekt ({class}).',
  'catalogue.validation.what.Class.blank': '{subject}: Das Objekt unter „{property}“ ist nicht als {class} beschrieben.',
  'catalogue.validation.what.Datatype': '{subject}: „{property}“ hat mit „{value}“ nicht den Datentyp {datatype}.',
  'catalogue.validation.what.Pattern': '{subject}: „{property}“ hat mit „{value}“ nicht die verlangte Form.',
  'catalogue.validation.what.InScheme':
    '{subject}: „{property}“ hat den Wert „{value}“, der nicht in der vorgeschriebenen Liste steht.',
  'catalogue.validation.what.QualifiedMinCount':
    '{subject}: Für „{property}“ ist kein Wert aus der vorgeschriebenen Liste angegeben.',
  'catalogue.validation.what.QualifiedMaxCount':
    '{subject}: Für „{property}“ ist mehr als ein Wert aus der vorgeschriebenen Liste angegeben.',
  'catalogue.validation.what.Node': '{subject}: „{property}“ ist mit „{value}“ nicht so angegeben, wie der Standard es verlangt.',
  'catalogue.validation.what.Not': '{subject}: „{property}“ hat den Wert „{value}“, der nicht mehr zulässig ist.',
  'catalogue.validation.what.other': '{subject}: „{property}“ entspricht nicht dem Standard.',
  'catalogue.validation.how.MinCount': 'Tragen Sie „{property}“ ein.',
  'catalogue.validation.how.MaxCount': 'Behalten Sie nur so viele Werte wie erlaubt, meist einen, und entfernen Sie die übrigen.',
  'catalogue.validation.how.Deprecated': 'Entfernen Sie die Angabe.',
  'catalogue.validation.how.Deprecated.instead': 'Verwenden Sie stattdessen „{instead}“ ({insteadTerm}).',
  'catalogue.validation.how.NodeKind.literal': 'Ersetzen Sie den Text durch eine Adresse oder ein Objekt.',
  'catalogue.validation.how.NodeKind.iri': 'Ersetzen Sie den Verweis durch den Text selbst.',
  'catalogue.validation.how.NodeKind.blank': 'Geben Sie dem Objekt eine Adresse, oder setzen Sie den Wert unmittelbar ein.',
  'catalogue.validation.how.Class':
    'Beschreiben Sie das Ziel in den Metadaten mit „a {class}“, oder verweisen Sie auf ein so beschriebenes.',
  'catalogue.validation.how.Class.literal':
    'Ersetzen Sie den Text durch ein Objekt, oder wählen Sie einen Eintrag der zuständigen Liste.',
  'catalogue.validation.how.Class.blank': 'Ergänzen Sie beim Objekt „a {class}“.',
  'catalogue.validation.how.Datatype': 'Geben Sie den Wert mit dem Datentyp {datatype} an.',
  'catalogue.validation.how.Pattern': 'Verwenden Sie eine Adresse aus {list}.',
  'catalogue.validation.how.InScheme': 'Wählen Sie einen Eintrag der Liste {list}.',
  'catalogue.validation.how.QualifiedMinCount': 'Wählen Sie einen Eintrag der Liste {list}.',
  'catalogue.validation.how.QualifiedMaxCount': 'Behalten Sie genau einen Eintrag der Liste {list}. Andere Werte dürfen bleiben.',
  'catalogue.validation.how.Node': 'Geben Sie den Wert in der verlangten Form an.',
  'catalogue.validation.how.Not': 'Ersetzen Sie den Wert durch einen gültigen Eintrag.',
  'catalogue.validation.how.other': 'Prüfen Sie die Angabe anhand der Spezifikation.',
  'catalogue.validation.example': 'Beispiel: {example}',
  'catalogue.validation.severity.Violation':
    'Der Standard schreibt das vor. Datenportale wie GovData können den Eintrag sonst ablehnen.',
  'catalogue.validation.severity.Warning':
    'Das ist eine Empfehlung des Standards: Der Eintrag bleibt gültig, ist so aber schlechter nutzbar.',
  'catalogue.validation.severity.Info': 'Das ist ein Hinweis. Der Eintrag bleibt gültig.',
  'catalogue.validation.why.other': 'Nur einheitliche Metadaten lassen sich überall gleich auswerten.',
  'catalogue.validation.label.Violation': 'Fehler',
  'catalogue.validation.label.Warning': 'Warnung',
  'catalogue.validation.label.Info': 'Hinweis',
  'catalogue.validation.fault.busy': 'Zurzeit warten schon {count} Prüfungen. Versuchen Sie es gleich noch einmal.',
  'catalogue.validation.fault.too-slow':
    'Die Prüfung wurde nach {seconds} Sekunden abgebrochen. Der Eintrag ist ungewöhnlich groß; teilen Sie ihn auf.',
  'catalogue.validation.fault.broken': 'Die Prüfung ist abgebrochen: {detail}',
  'catalogue.validation.fault.closed': 'Die Prüfung wurde beendet, bevor dieser Eintrag an der Reihe war.',
  'catalogue.validation.fault.file': 'Die Datei {file} lässt sich nicht öffnen: {detail}',
  'catalogue.validation.fault.rdf': 'Die Datei {file} ist nicht lesbar: {reason}',
  'catalogue.validation.fault.rdf-line': 'Die Datei {file} ist ab Zeile {line} nicht lesbar: {reason}',
  'catalogue.validation.fault.empty': 'Die Datei {file} enthält keine Metadaten.',
  'catalogue.validation.help': `allmende validate DATEI [--profile PROFIL] [--json] [--lang de|en]

Prüft eine Datei mit Metadaten (RDF/XML, Turtle, N-Triples, JSON-LD) mit den amtlichen Regeln.
  --profile  {profiles}
             (ohne Angabe: dcat-ap.de-3.0)
  --json     gibt das Ergebnis für Programme aus
Endet mit 0, wenn nichts gegen den Standard verstößt, mit 1 bei Verstößen, mit 2, wenn nicht geprüft werden konnte.
Warnungen und Hinweise gelten nicht als Verstoß.`,
  'catalogue.validation.unknown-profile': 'Das Profil „{profile}“ gibt es nicht. Es gibt: {profiles}',
  'catalogue.validation.summary.conforms':
    '{file} entspricht {profile}. Geprüfte Einträge: {records}, Warnungen: {warnings}, Hinweise: {infos}.',
  'catalogue.validation.summary.fails':
    '{file} entspricht {profile} nicht. Geprüfte Einträge: {records}, Fehler: {violations}, Warnungen: {warnings}, Hinweise: {infos}.',
  'catalogue.validation.loose': 'Ohne Datensatz',
}
