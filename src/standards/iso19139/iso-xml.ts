import { xmlText } from '#standards/atom'

const lists = 'http://standards.iso.org/iso/19139/resources/gmxCodelists.xml'

/** An element around content; nothing where the content is empty. */
export const wrap = (name: string, content: string): string => (content === '' ? '' : `<${name}>${content}</${name}>`)

/** A text; nothing where it is missing. */
export const text = (name: string, value: string | undefined): string =>
  value === undefined || value.trim() === ''
    ? ''
    : `<${name}><gco:CharacterString>${xmlText(value.trim())}</gco:CharacterString></${name}>`

/** A text with an address behind it. */
export const anchor = (name: string, href: string, value: string): string =>
  `<${name}><gmx:Anchor xlink:href="${xmlText(href)}">${xmlText(value)}</gmx:Anchor></${name}>`

/** A value of a code list. */
export const code = (name: string, list: string, value: string): string =>
  `<${name}><gmd:${list} codeList="${lists}#${list}" codeListValue="${xmlText(value)}">${xmlText(value)}</gmd:${list}></${name}>`

/** A language, by ISO 639-2/B. */
export const language = (value: string): string =>
  `<gmd:language><gmd:LanguageCode codeList="http://www.loc.gov/standards/iso639-2/" codeListValue="${xmlText(value)}">${xmlText(value)}</gmd:LanguageCode></gmd:language>`

/** A day or a moment, as far as ISO 19139 has a form for it; years and months are given as text of a date. */
export function date(name: string, value: string | undefined): string {
  if (value === undefined) return ''
  if (/^\d{4}(?:-\d\d){0,2}$/.test(value)) return `<${name}><gco:Date>${value}</gco:Date></${name}>`
  const [day] = /^\d{4}-\d\d-\d\d/.exec(value) ?? []
  if (!day) return ''
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value)
    ? `<${name}><gco:DateTime>${xmlText(value)}</gco:DateTime></${name}>`
    : `<${name}><gco:Date>${day}</gco:Date></${name}>`
}

/** A date with what happened on it. */
export const dated = (value: string | undefined, kind: 'creation' | 'publication' | 'revision'): string => {
  const given = date('gmd:date', value)
  return given === ''
    ? ''
    : `<gmd:date><gmd:CI_Date>${given}${code('gmd:dateType', 'CI_DateTypeCode', kind)}</gmd:CI_Date></gmd:date>`
}
