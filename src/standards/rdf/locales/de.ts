import type { Messages } from '#kernel/locale.ts'

/** Why a document could not be read; the place stands beside the sentence. */
export const de: Messages = {
  'rdf.fault.syntax':
    'Das Dokument ist an dieser Stelle fehlerhaft: {detail}. Beheben Sie die Stelle und senden Sie das Dokument noch einmal.',
  'rdf.fault.cut-off':
    'Das Dokument hört mitten im Text auf. Wahrscheinlich wurde die Übertragung abgebrochen; laden Sie es noch einmal.',
  'rdf.fault.dtd':
    'Das Dokument enthält eine DTD (DOCTYPE oder ENTITY). Aus Sicherheitsgründen lesen wir keine; entfernen Sie sie.',
  'rdf.fault.text-too-long': 'Ein einzelner Text ist länger als {limit} KB. Kürzen Sie ihn oder verweisen Sie auf eine Datei.',
  'rdf.fault.too-deep': 'Das Dokument ist tiefer als {limit} Ebenen geschachtelt. Schreiben Sie es flacher.',
  'rdf.fault.too-large': 'Das Dokument ist größer als {limit} MB. Teilen Sie es auf oder liefern Sie es seitenweise.',
  'rdf.fault.encoding':
    'Die Zeichen passen nicht zur Kodierung {encoding}. Speichern Sie das Dokument als UTF-8 oder nennen Sie die richtige Kodierung.',
  'rdf.fault.remote-context':
    'Der JSON-LD-Kontext {url} müsste aus dem Netz geladen werden. Das tun wir nicht; schreiben Sie den Kontext in das Dokument.',
  'rdf.fault.unknown-format': 'Das Format wurde nicht erkannt. Lesbar sind RDF/XML, Turtle und JSON-LD.',
  'rdf.fault.broken-source': 'Die Quelle ist während des Lesens abgebrochen: {detail}. Versuchen Sie es später noch einmal.',
}
