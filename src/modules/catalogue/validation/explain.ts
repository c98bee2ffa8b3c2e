import { type Translate, translator } from '#kernel/locale.ts'
import { shorten } from '#standards/rdf'
import type { Finding } from './finding.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { keyName } from './locales/flatten.ts'
import { propertyFacts } from './property-facts.ts'

/** A finding in words: what is wrong, why it matters, how to mend it. Whole sentences. */
export interface Explanation {
  readonly what: string
  readonly why: string
  readonly how: string
}

const tongues = { de: translator('de', de), en: translator('en', en) }
const known: Readonly<Record<string, unknown>> = de

/** Says a finding in German or English. Every constraint and every property of the profiles has its words; others get general ones. */
export function explain(finding: Finding, lang: 'de' | 'en'): Explanation {
  const t = tongues[lang]
  const properties = (finding.path ?? '').split('|').map(propertyName)
  const property = properties[0] ?? ''
  const facts = propertyFacts[property] ?? {}
  const kind = kindOf(finding, properties.length > 1)
  const params = {
    subject: subjectName(t, finding.targetType),
    property: properties.map((name) => label(t, name)).join(', '),
    term: property,
    value: shortened(finding.value ?? ''),
    class: facts.class ?? 'rdfs:Resource',
    datatype: facts.datatype ?? 'xsd:string',
    list: facts.list ?? '–',
    instead: facts.insteadOf ? label(t, facts.insteadOf) : '',
    insteadTerm: facts.insteadOf ?? '',
  }
  const whyKey = `catalogue.validation.property.${keyName(property)}.why`
  const what = t(`catalogue.validation.what.${kind}`, params)
  const why = `${t(whyKey in known ? whyKey : 'catalogue.validation.why.other')} ${t(`catalogue.validation.severity.${finding.severity}`)}`
  return { what, why, how: howTo(t, kind, params, facts) }
}

/** The finding in one paragraph. */
export function sentence(finding: Finding, lang: 'de' | 'en'): string {
  const { what, why, how } = explain(finding, lang)
  return `${what} ${why} ${how}`
}

type Params = Readonly<Record<string, string>>

function howTo(
  t: Translate,
  kind: string,
  params: Params,
  facts: { readonly example?: string; readonly insteadOf?: string },
): string {
  if (kind === 'Deprecated')
    return t(facts.insteadOf ? 'catalogue.validation.how.Deprecated.instead' : 'catalogue.validation.how.Deprecated', params)
  const key = `catalogue.validation.how.${kind}`
  const how = t(key in known ? key : `catalogue.validation.how.${kind.split('.')[0]}`, params)
  return facts.example && kind !== 'MaxCount' ? `${how} ${t('catalogue.validation.example', { example: facts.example })}` : how
}

/** Which sentence fits: the constraint, and for some of them what the value is. */
function kindOf({ constraint, shape, valueKind }: Finding, several: boolean): string {
  if (constraint === 'MinCount') return several ? 'MinCount.any' : 'MinCount'
  // Deprecated properties are shapes that allow none; only their name tells.
  if (constraint === 'MaxCount') return /deprecated/i.test(shape) ? 'Deprecated' : 'MaxCount'
  if (constraint === 'NodeKind') return `NodeKind.${valueKind ?? 'literal'}`
  if (constraint === 'Class') return valueKind === 'literal' || valueKind === 'blank' ? `Class.${valueKind}` : 'Class'
  if (constraint === 'Or') return 'Node'
  return `catalogue.validation.what.${constraint}` in known ? constraint : 'other'
}

/** Prefixed name of a property's IRI. Two spellings of namespaces occur in the official shapes only; they mean the usual ones. */
export const propertyName = (iri: string): string =>
  shorten(
    iri
      .replace('http://data.europa.eu/r5r#', 'http://data.europa.eu/r5r/')
      .replace('http://purl.org/dc/elements/1.1/', 'http://purl.org/dc/terms/'),
  )

function label(t: Translate, property: string): string {
  const key = `catalogue.validation.property.${keyName(property)}.name`
  return key in known ? t(key) : property
}

function subjectName(t: Translate, type: string | null): string {
  const key = `catalogue.validation.subject.${keyName(shorten(type ?? ''))}`
  return t(key in known ? key : 'catalogue.validation.subject.other')
}

const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text)
