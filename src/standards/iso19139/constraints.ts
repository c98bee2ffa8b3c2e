import { licences } from '#standards/dcat-ap-de'
import { allAt, firstAt, type XmlElement } from '#standards/xml'
import { codeOf, type Said, type Texts } from './texts.ts'

/** What a record says about who may use the data, and how. */
export interface Terms {
  /** IRI of the DCAT-AP.de list. */
  readonly license?: string
  /** The words of a licence that no list knows. */
  readonly words?: Said
  /** How the source wants to be named. */
  readonly attribution?: string
  readonly access?: 'PUBLIC' | 'RESTRICTED' | 'NON_PUBLIC'
  /** Everything else that is said about rights. */
  readonly rights: readonly Said[]
}

const inWords: readonly (readonly [RegExp, string])[] = [
  [/dl-de\/zero-2-0|datenlizenz deutschland[\s–-]*zero/i, 'dl-zero-de/2.0'],
  [/dl-de\/by-nc-1-0/i, 'dl-by-nc-de/1.0'],
  [/dl-de\/by-2-0|datenlizenz deutschland[\s–-]*namensnennung[\s,–-]*(?:version )?2\.0/i, 'dl-by-de/2.0'],
  [/dl-de\/by-1-0|datenlizenz deutschland[\s–-]*namensnennung[\s,–-]*(?:version )?1\.0/i, 'dl-by-de/1.0'],
  [/\bCC[ -]?0\b|\bCC[ -]?Zero\b|publicdomain\/zero/i, 'cc-zero'],
  [/\bCC[ -]BY[ -]4\.0|creativecommons\.org\/licenses\/by\/4\.0/i, 'cc-by/4.0'],
  [/\bCC[ -]BY-SA[ -]4\.0|creativecommons\.org\/licenses\/by-sa\/4\.0/i, 'cc-by-sa/4.0'],
  [/\bCC[ -]BY-NC[ -]4\.0|creativecommons\.org\/licenses\/by-nc\/4\.0/i, 'cc-by-nc/4.0'],
  [/\bCC[ -]BY-ND[ -]4\.0|creativecommons\.org\/licenses\/by-nd\/4\.0/i, 'cc-by-nd/4.0'],
  [/GeoNutzV/, 'geonutz/20130319'],
]

/** The licence that a text names, also amid other words; undefined where it names none, or several. */
function licenceIn(text: string): string | undefined {
  const whole = licences.find(text)
  if (whole) return whole.iri
  const found = new Set(inWords.flatMap(([pattern, code]) => (pattern.test(text) ? [licences.find(code)?.iri ?? ''] : [])))
  for (const [address] of text.matchAll(/https?:\/\/[^\s"<>)]+/g)) {
    const known = licences.find(address)
    if (known) found.add(known.iri)
  }
  return found.size === 1 ? [...found][0] : undefined
}

/** GDI-DE, conventions on metadata: `{"id":"dl-by-de/2.0","name":"...","url":"...","quelle":"..."}` in otherConstraints. */
function statement(text: string): { id: string; name: string; url: string; quelle: string } | undefined {
  if (!/^\s*\{[\s\S]*"(?:id|url)"/.test(text)) return undefined
  const part = (key: string) =>
    new RegExp(`"${key}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"`).exec(text)?.[1]?.replace(/\\(.)/g, '$1') ?? ''
  // Written by hand it is often no sound JSON: the parts are looked for one by one.
  return { id: part('id'), name: part('name'), url: part('url'), quelle: part('quelle') }
}

// INSPIRE code list LimitationsOnPublicAccess.
const noLimits =
  /LimitationsOnPublicAccess\/noLimitations|keine (?:zugangs)?beschr(?:ä|ae)nkungen|no limitations (?:on|to) public access/i
const limits = /LimitationsOnPublicAccess\/INSPIRE_Directive_Article13/
/** Says something of access, or that there is nothing to say: no licence. */
const notTerms =
  /ConditionsApplyingToAccessAndUse\/|zugang|zugriff|\baccess\b|\bacc[eè]s\b|\b(?:keine|no) (?:bedingungen|conditions)/i
/** Says by itself that it is about a licence. */
const names = /licen[cs]e|lizenz|nutzungsb(?:edingung|estimmung)/i
const named = /^(?:quellenvermerk|quelle|source note|attribution)\s*:\s*/i
const notLicences: ReadonlySet<string> = new Set(['otherRestrictions', 'license', 'licence', 'copyright', ''])

/** Licence, attribution and access rights from the legal constraints of a record. */
export function termsOf(identification: XmlElement, texts: Texts): Terms {
  let license: string | undefined
  let attribution: string | undefined
  let access: Terms['access']
  let words: Said | undefined
  const rights: Said[] = []
  const said = (value: string): Said => ({ value, lang: texts.lang })
  for (const legal of allAt(identification, 'resourceConstraints/*')) {
    const aboutAccess = allAt(legal, 'accessConstraints').length > 0
    const aboutUse = allAt(legal, 'useConstraints').length > 0
    for (const one of allAt(legal, 'otherConstraints')) {
      const value = texts.plain(one)
      const anchor = texts.anchor(one)
      const both = `${anchor} ${value}`
      const given = statement(value)
      if (given) {
        license ??= [given.id, given.url, given.name].map(licenceIn).find((found) => found !== undefined)
        if (!license && given.name) words ??= said(given.name)
        attribution ??= given.quelle || undefined
      } else if (named.test(value)) attribution ??= value.replace(named, '')
      else if (limits.test(both)) access = 'RESTRICTED'
      else if (aboutAccess && noLimits.test(both)) access ??= 'PUBLIC'
      else {
        const found = (anchor ? licenceIn(anchor) : undefined) ?? licenceIn(value)
        if (found) license ??= found
        else if (value === '') continue
        else if (aboutUse && !notTerms.test(both) && value.length <= 300 && !words) words = said(value)
        else rights.push(said(value))
      }
    }
    for (const use of allAt(legal, 'useLimitation')) {
      const value = texts.plain(use)
      const found = licenceIn(value)
      if (found) license ??= found
      else if (named.test(value)) attribution ??= value.replace(named, '')
      else if (names.test(value) && value.length <= 300 && !words) words = said(value)
      else if (value !== '') rights.push(said(value))
    }
    const code = codeOf(firstAt(legal, 'useConstraints'))
    if (!notLicences.has(code)) license ??= licenceIn(code)
  }
  if (license && words) rights.unshift(words)
  return {
    rights,
    ...(license ? { license } : words ? { words } : {}),
    ...(attribution ? { attribution } : {}),
    ...(access ? { access } : {}),
  }
}
