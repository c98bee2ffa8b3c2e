import type { Messages } from '#kernel/locale.ts'

/** Why a document could not be read; the place stands beside the sentence. */
export const en: Messages = {
  'rdf.fault.syntax': 'The document is faulty at this place: {detail}. Mend it and send the document again.',
  'rdf.fault.cut-off': 'The document ends in the middle. The transfer probably broke off; load it again.',
  'rdf.fault.dtd': 'The document has a DTD (DOCTYPE or ENTITY). For safety we read none; remove it.',
  'rdf.fault.text-too-long': 'A single text is longer than {limit} KB. Shorten it or point to a file.',
  'rdf.fault.too-deep': 'The document is nested deeper than {limit} levels. Write it flatter.',
  'rdf.fault.too-large': 'The document is larger than {limit} MB. Split it or deliver it in pages.',
  'rdf.fault.encoding':
    'The characters do not fit the encoding {encoding}. Save the document as UTF-8 or name the right encoding.',
  'rdf.fault.remote-context':
    'The JSON-LD context {url} would have to be fetched. We do not do that; write the context into the document.',
  'rdf.fault.unknown-format': 'The format was not recognised. We read RDF/XML, Turtle and JSON-LD.',
  'rdf.fault.broken-source': 'The source broke off while we were reading: {detail}. Try again later.',
}
