import { type Concept, fold, type Vocabulary, vocabulary } from './concept.ts'

/** A licence of the DCAT-AP.de list with what it means for people. */
export interface Licence extends Concept {
  /** Everyone may use it for every purpose (Open Definition). */
  open: boolean
  /** The source has to be named. */
  attribution: boolean
  /** Where the terms stand. */
  url?: string
  /** One plain sentence: what one may do. */
  meaning: { de: string; en: string }
}

const namespace = 'http://dcat-ap.de/def/licenses/'

const meanings = {
  free: {
    de: 'Sie dürfen die Daten ohne Bedingungen für jeden Zweck nutzen.',
    en: 'You may use the data for any purpose without conditions.',
  },
  name: {
    de: 'Sie dürfen die Daten für jeden Zweck nutzen, wenn Sie die Quelle nennen.',
    en: 'You may use the data for any purpose if you name the source.',
  },
  same: {
    de: 'Sie dürfen die Daten für jeden Zweck nutzen, wenn Sie die Quelle nennen und Bearbeitungen unter derselben Lizenz weitergeben.',
    en: 'You may use the data for any purpose if you name the source and share changes under the same licence.',
  },
  noncommercial: {
    de: 'Sie dürfen die Daten nur für nicht-kommerzielle Zwecke nutzen und müssen die Quelle nennen.',
    en: 'You may use the data for non-commercial purposes only and must name the source.',
  },
  unchanged: {
    de: 'Sie dürfen die Daten nur unverändert weitergeben und müssen die Quelle nennen.',
    en: 'You may share the data unchanged only and must name the source.',
  },
  software: {
    de: 'Sie dürfen den Inhalt nutzen, ändern und weitergeben, wenn Sie den Lizenztext beilegen.',
    en: 'You may use, change and share the content if you include the licence text.',
  },
  open: {
    de: 'Sie dürfen die Daten frei nutzen; die genauen Bedingungen nennt die Behörde.',
    en: 'You may use the data freely; the authority states the exact terms.',
  },
  closed: {
    de: 'Die Nutzung ist eingeschränkt; fragen Sie vorher die Behörde.',
    en: 'Use is restricted; please ask the authority first.',
  },
  paid: {
    de: 'Die Nutzung ist nur zu kommerziellen Bedingungen möglich; fragen Sie vorher die Behörde.',
    en: 'Use is possible on commercial terms only; please ask the authority first.',
  },
} as const

type Meaning = keyof typeof meanings

const cc = 'https://creativecommons.org/licenses/'
const table: readonly (readonly [code: string, de: string, en: string, meaning: Meaning, url?: string])[] = [
  [
    'dl-zero-de/2.0',
    'Datenlizenz Deutschland – Zero – Version 2.0',
    'Data licence Germany – Zero – version 2.0',
    'free',
    'https://www.govdata.de/dl-de/zero-2-0',
  ],
  [
    'dl-by-de/2.0',
    'Datenlizenz Deutschland – Namensnennung – Version 2.0',
    'Data licence Germany – attribution – version 2.0',
    'name',
    'https://www.govdata.de/dl-de/by-2-0',
  ],
  [
    'dl-by-de/1.0',
    'Datenlizenz Deutschland – Namensnennung – Version 1.0',
    'Data licence Germany – attribution – version 1.0',
    'name',
    'https://www.govdata.de/dl-de/by-1-0',
  ],
  [
    'dl-by-nc-de/1.0',
    'Datenlizenz Deutschland – Namensnennung – nicht-kommerziell – Version 1.0',
    'Data licence Germany – attribution – non-commercial – version 1.0',
    'noncommercial',
    'https://www.govdata.de/dl-de/by-nc-1-0',
  ],
  [
    'cc-zero',
    'Creative Commons Zero (CC0 1.0)',
    'Creative Commons Zero (CC0 1.0)',
    'free',
    'https://creativecommons.org/publicdomain/zero/1.0/',
  ],
  ['ccpdm/1.0', 'Public Domain Mark 1.0', 'Public Domain Mark 1.0', 'free', 'https://creativecommons.org/publicdomain/mark/1.0/'],
  [
    'officialWork',
    'Amtliches Werk, gemeinfrei nach § 5 UrhG',
    'Official work, in the public domain (section 5 UrhG)',
    'free',
    'https://www.gesetze-im-internet.de/urhg/__5.html',
  ],
  ['cc-by', 'Creative Commons Namensnennung (CC BY)', 'Creative Commons Attribution (CC BY)', 'name', `${cc}by/4.0/`],
  [
    'cc-by/4.0',
    'Creative Commons Namensnennung 4.0 International (CC BY 4.0)',
    'Creative Commons Attribution 4.0 International (CC BY 4.0)',
    'name',
    `${cc}by/4.0/`,
  ],
  [
    'cc-by-de/3.0',
    'Creative Commons Namensnennung 3.0 Deutschland (CC BY 3.0 DE)',
    'Creative Commons Attribution 3.0 Germany (CC BY 3.0 DE)',
    'name',
    `${cc}by/3.0/de/`,
  ],
  [
    'cc-by-sa',
    'Creative Commons Namensnennung, gleiche Bedingungen (CC BY-SA)',
    'Creative Commons Attribution-ShareAlike (CC BY-SA)',
    'same',
    `${cc}by-sa/4.0/`,
  ],
  [
    'cc-by-sa/4.0',
    'Creative Commons Namensnennung, gleiche Bedingungen 4.0 International (CC BY-SA 4.0)',
    'Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)',
    'same',
    `${cc}by-sa/4.0/`,
  ],
  [
    'cc-by-sa-de/3.0',
    'Creative Commons Namensnennung, gleiche Bedingungen 3.0 Deutschland (CC BY-SA 3.0 DE)',
    'Creative Commons Attribution-ShareAlike 3.0 Germany (CC BY-SA 3.0 DE)',
    'same',
    `${cc}by-sa/3.0/de/`,
  ],
  [
    'cc-by-nc',
    'Creative Commons Namensnennung, nicht kommerziell (CC BY-NC)',
    'Creative Commons Attribution-NonCommercial (CC BY-NC)',
    'noncommercial',
    `${cc}by-nc/4.0/`,
  ],
  [
    'cc-by-nc/4.0',
    'Creative Commons Namensnennung, nicht kommerziell 4.0 International (CC BY-NC 4.0)',
    'Creative Commons Attribution-NonCommercial 4.0 International (CC BY-NC 4.0)',
    'noncommercial',
    `${cc}by-nc/4.0/`,
  ],
  [
    'cc-by-nc-de/3.0',
    'Creative Commons Namensnennung, nicht kommerziell 3.0 Deutschland (CC BY-NC 3.0 DE)',
    'Creative Commons Attribution-NonCommercial 3.0 Germany (CC BY-NC 3.0 DE)',
    'noncommercial',
    `${cc}by-nc/3.0/de/`,
  ],
  [
    'cc-by-nd',
    'Creative Commons Namensnennung, keine Bearbeitung (CC BY-ND)',
    'Creative Commons Attribution-NoDerivatives (CC BY-ND)',
    'unchanged',
    `${cc}by-nd/4.0/`,
  ],
  [
    'cc-by-nd/3.0',
    'Creative Commons Namensnennung, keine Bearbeitung 3.0 (CC BY-ND 3.0)',
    'Creative Commons Attribution-NoDerivatives 3.0 (CC BY-ND 3.0)',
    'unchanged',
    `${cc}by-nd/3.0/`,
  ],
  [
    'cc-by-nd/4.0',
    'Creative Commons Namensnennung, keine Bearbeitung 4.0 International (CC BY-ND 4.0)',
    'Creative Commons Attribution-NoDerivatives 4.0 International (CC BY-ND 4.0)',
    'unchanged',
    `${cc}by-nd/4.0/`,
  ],
  [
    'odbl',
    'Open Data Commons Open Database License (ODbL)',
    'Open Data Commons Open Database License (ODbL)',
    'same',
    'https://opendatacommons.org/licenses/odbl/',
  ],
  [
    'odby',
    'Open Data Commons Attribution License (ODC-By)',
    'Open Data Commons Attribution License (ODC-By)',
    'name',
    'https://opendatacommons.org/licenses/by/',
  ],
  [
    'odcpddl',
    'Open Data Commons Public Domain Dedication and License (PDDL)',
    'Open Data Commons Public Domain Dedication and License (PDDL)',
    'free',
    'https://opendatacommons.org/licenses/pddl/',
  ],
  [
    'geonutz/20130319',
    'Nutzungsbestimmungen für Geodaten des Bundes (GeoNutzV)',
    'Terms of use for federal geodata (GeoNutzV)',
    'name',
    'https://sg.geodatenzentrum.de/web_public/gdz/lizenz/geonutzv.pdf',
  ],
  [
    'geoNutz/20131001',
    'Nutzungsbestimmungen für Geodaten des Landes Berlin',
    'Terms of use for geodata of Berlin',
    'name',
    'http://www.stadtentwicklung.berlin.de/geoinformation/download/nutzIII.pdf',
  ],
  ['apache', 'Apache-Lizenz', 'Apache License', 'software', 'https://www.apache.org/licenses/'],
  ['bsd', 'BSD-Lizenz', 'BSD License', 'software', 'https://opensource.org/license/bsd-3-clause'],
  [
    'gfdl',
    'GNU-Lizenz für freie Dokumentation (GFDL)',
    'GNU Free Documentation License (GFDL)',
    'same',
    'https://www.gnu.org/licenses/fdl-1.3.html',
  ],
  [
    'gpl/3.0',
    'GNU General Public License 3.0',
    'GNU General Public License 3.0',
    'software',
    'https://www.gnu.org/licenses/gpl-3.0.html',
  ],
  ['mozilla', 'Mozilla Public License 2.0', 'Mozilla Public License 2.0', 'software', 'https://www.mozilla.org/MPL/2.0/'],
  ['other-open', 'Andere offene Lizenz', 'Other open licence', 'open'],
  ['other-opensource', 'Andere Open-Source-Lizenz', 'Other open source licence', 'open'],
  ['other-closed', 'Andere geschlossene Lizenz', 'Other closed licence', 'closed'],
  ['other-commercial', 'Andere kommerzielle Lizenz', 'Other commercial licence', 'paid'],
  ['other-freeware', 'Andere Freeware-Lizenz', 'Other freeware licence', 'closed'],
]

const isOpen: ReadonlySet<Meaning> = new Set(['free', 'name', 'same', 'software', 'open'])
const needsName: ReadonlySet<Meaning> = new Set(['name', 'same', 'noncommercial', 'unchanged', 'software'])

const concepts: Licence[] = table.map(([code, de, en, meaning, url]) => ({
  iri: namespace + code,
  code,
  de,
  en,
  open: isOpen.has(meaning),
  attribution: needsName.has(meaning),
  meaning: meanings[meaning],
  ...(url ? { url } : {}),
}))

/** Spellings seen in German portals: labels, short names, CKAN ids, addresses of the licence texts. */
const spellings: Record<string, string> = {
  'dl-de/zero-2-0': 'dl-zero-de/2.0',
  'dl-de-zero-2.0': 'dl-zero-de/2.0',
  'dl-zero-de/2_0': 'dl-zero-de/2.0',
  'Datenlizenz Deutschland Zero 2.0': 'dl-zero-de/2.0',
  'Datenlizenz Deutschland Zero Version 2.0': 'dl-zero-de/2.0',
  'dl-de/by-2-0': 'dl-by-de/2.0',
  'dl-de-by-2.0': 'dl-by-de/2.0',
  'dl-by-de/2_0': 'dl-by-de/2.0',
  'dl-de/by-1-0': 'dl-by-de/1.0',
  'dl-de-by-1.0': 'dl-by-de/1.0',
  'dl-de-by': 'dl-by-de/1.0',
  'dl-by-de/1_0': 'dl-by-de/1.0',
  'Datenlizenz Deutschland Namensnennung 2.0': 'dl-by-de/2.0',
  'Datenlizenz Deutschland - Namensnenung 2.0': 'dl-by-de/2.0',
  'Datenlizenz Deutschland Namensnennung 1.0': 'dl-by-de/1.0',
  'dl-de/by-nc-1-0': 'dl-by-nc-de/1.0',
  'dl-de-by-nc-1.0': 'dl-by-nc-de/1.0',
  'dl-de-by-nc': 'dl-by-nc-de/1.0',
  'dl-by-nc-de/1_0': 'dl-by-nc-de/1.0',
  'Datenlizenz Deutschland Namensnennung nicht-kommerziell 1.0': 'dl-by-nc-de/1.0',
  CC0: 'cc-zero',
  'CC0 1.0': 'cc-zero',
  'CC-0': 'cc-zero',
  'CC Zero': 'cc-zero',
  'Creative Commons Zero': 'cc-zero',
  'Creative Commons CCZero': 'cc-zero',
  'Creative Commons CC Zero License (cc-zero)': 'cc-zero',
  'Creative Commons 1.0 Universal': 'cc-zero',
  'CC PDM 1.0': 'ccpdm/1.0',
  'cc-pdm/1_0': 'ccpdm/1.0',
  'cc-pdm-1.0': 'ccpdm/1.0',
  'Public Domain Mark 1.0 (PDM)': 'ccpdm/1.0',
  'official-work': 'officialWork',
  'Amtliches Werk': 'officialWork',
  'Amtliches Werk, lizenzfrei nach §5 Abs. 1 UrhG': 'officialWork',
  'CC BY': 'cc-by',
  'Creative Commons Namensnennung': 'cc-by',
  'Creative Commons Attribution': 'cc-by',
  'CC BY 4.0': 'cc-by/4.0',
  'cc-by/4_0': 'cc-by/4.0',
  'CC BY 4.0 International': 'cc-by/4.0',
  'Creative Commons Namensnennung (CC BY 4.0)': 'cc-by/4.0',
  'Creative Commons Namensnennung 4.0': 'cc-by/4.0',
  'Creative Commons Namensnennung – 4.0 International (CC BY 4.0)': 'cc-by/4.0',
  'Creative Commons Attribution 4.0': 'cc-by/4.0',
  'CC BY 3.0 DE': 'cc-by-de/3.0',
  'cc-by-de/3_0': 'cc-by-de/3.0',
  'CC BY-SA': 'cc-by-sa',
  'CC BY-SA 4.0': 'cc-by-sa/4.0',
  'cc-by-sa/4_0': 'cc-by-sa/4.0',
  'CC BY-SA 3.0 DE': 'cc-by-sa-de/3.0',
  'CC BY-NC': 'cc-by-nc',
  'cc-nc': 'cc-by-nc',
  'CC BY-NC 4.0': 'cc-by-nc/4.0',
  'cc-by-nc-de/4_0': 'cc-by-nc/4.0',
  'cc-nc/3_0': 'cc-by-nc-de/3.0',
  'CC BY-NC 3.0 DE': 'cc-by-nc-de/3.0',
  'CC BY-ND': 'cc-by-nd',
  'CC BY-ND 3.0': 'cc-by-nd/3.0',
  'cc-by-nd/3_0': 'cc-by-nd/3.0',
  'CC BY-ND 4.0': 'cc-by-nd/4.0',
  'cc-by-nd/4_0': 'cc-by-nd/4.0',
  'odc-odbl': 'odbl',
  'od-bl': 'odbl',
  'ODbL 1.0': 'odbl',
  'Open Database License': 'odbl',
  'odc-by': 'odby',
  'od-bc': 'odby',
  'odc-pddl': 'odcpddl',
  PDDL: 'odcpddl',
  'geonutzv-de-2013-03-19': 'geonutz/20130319',
  GeoNutzV: 'geonutz/20130319',
  'geoNutz/20130319': 'geonutz/20130319',
  'geonutz-be-2013-10-01': 'geoNutz/20131001',
  'bsd-license': 'bsd',
  bsdlicense: 'bsd',
  'gpl-3.0': 'gpl/3.0',
  GPLv3: 'gpl/3.0',
  'gpl/30': 'gpl/3.0',
  app_commercial: 'other-commercial',
  app_freeware: 'other-freeware',
  app_opensource: 'other-opensource',
}

/** Parts of an address after its host that name a licence. `8` stands for any version of CC without a country. */
const addresses: readonly (readonly [RegExp, string])[] = [
  [/govdata\.de\/dl-de\/zero-2-0/, 'dl-zero-de/2.0'],
  [/govdata\.de\/dl-de\/by-2-0/, 'dl-by-de/2.0'],
  [/govdata\.de\/dl-de\/by-nc-1-0/, 'dl-by-nc-de/1.0'],
  [/govdata\.de\/dl-de\/by-1-0/, 'dl-by-de/1.0'],
  [/creativecommons\.org\/publicdomain\/zero/, 'cc-zero'],
  [/creativecommons\.org\/publicdomain\/mark/, 'ccpdm/1.0'],
  [/creativecommons\.org\/licenses\/by\/4\.0/, 'cc-by/4.0'],
  [/creativecommons\.org\/licenses\/by\/3\.0\/de/, 'cc-by-de/3.0'],
  [/creativecommons\.org\/licenses\/by\/?$/, 'cc-by'],
  [/creativecommons\.org\/licenses\/by-sa\/4\.0/, 'cc-by-sa/4.0'],
  [/creativecommons\.org\/licenses\/by-sa\/3\.0\/de/, 'cc-by-sa-de/3.0'],
  [/creativecommons\.org\/licenses\/by-sa\/?$/, 'cc-by-sa'],
  [/creativecommons\.org\/licenses\/by-nc\/4\.0/, 'cc-by-nc/4.0'],
  [/creativecommons\.org\/licenses\/by-nc\/3\.0\/de/, 'cc-by-nc-de/3.0'],
  [/creativecommons\.org\/licenses\/by-nc\/?$/, 'cc-by-nc'],
  [/creativecommons\.org\/licenses\/by-nd\/4\.0/, 'cc-by-nd/4.0'],
  [/creativecommons\.org\/licenses\/by-nd\/3\.0/, 'cc-by-nd/3.0'],
  [/creativecommons\.org\/licenses\/by-nd\/?$/, 'cc-by-nd'],
  [/opendefinition\.org\/licenses\/cc-(zero|0)/, 'cc-zero'],
  [/opendefinition\.org\/licenses\/cc-by-sa/, 'cc-by-sa'],
  [/opendefinition\.org\/licenses\/cc-by/, 'cc-by'],
  [/(opendefinition\.org\/licenses\/odc-odbl|opendatacommons\.org\/licenses\/odbl)/, 'odbl'],
  [/(opendefinition\.org\/licenses\/odc-by|opendatacommons\.org\/licenses\/by)/, 'odby'],
  [/(opendefinition\.org\/licenses\/odc-pddl|opendatacommons\.org\/licenses\/pddl)/, 'odcpddl'],
  [/gesetze-im-internet\.de\/urhg\/__5/, 'officialWork'],
  [/geonutzv/, 'geonutz/20130319'],
  [/publications\.europa\.eu\/resource\/authority\/licence\/cc0/, 'cc-zero'],
  [/publications\.europa\.eu\/resource\/authority\/licence\/cc_by_4_0/, 'cc-by/4.0'],
  [/publications\.europa\.eu\/resource\/authority\/licence\/cc_bysa_4_0/, 'cc-by-sa/4.0'],
  [/publications\.europa\.eu\/resource\/authority\/licence\/odc_bl/, 'odbl'],
]

const base = vocabulary(namespace, concepts, spellings)
const byCode = new Map(concepts.map((licence) => [fold(licence.code), licence]))

/** Licences of the DCAT-AP.de list. Codes and openness: GovData, list of licences (20210721). Meanings: our own words, no legal advice. */
export const licences: Vocabulary<Licence> = {
  ...base,
  find(text) {
    const trimmed = text.trim()
    const own = /^https?:\/\/(?:www\.)?dcat-ap\.de\/def\/licenses\/(.+?)\/?$/i.exec(trimmed)?.[1]
    if (own !== undefined) return base.find(own) ?? byCode.get(fold(own))
    if (!/^https?:\/\//i.test(trimmed)) return base.find(trimmed)
    const address = trimmed.toLowerCase()
    const code = addresses.find(([pattern]) => pattern.test(address))?.[1]
    return code === undefined ? undefined : byCode.get(fold(code))
  },
}
