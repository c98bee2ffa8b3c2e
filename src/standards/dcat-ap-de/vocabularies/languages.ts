import { rows, vocabulary } from './concept.ts'

const namespace = 'http://publications.europa.eu/resource/authority/language/'

/** Languages of the EU list that occur in German catalogues, with ISO 639-1 and both ISO 639-2 codes as spellings. */
const table = [
  ['DEU', 'Deutsch', 'German', 'de', 'ger'],
  ['ENG', 'Englisch', 'English', 'en', 'eng'],
  ['FRA', 'Französisch', 'French', 'fr', 'fre'],
  ['NLD', 'Niederländisch', 'Dutch', 'nl', 'dut'],
  ['DAN', 'Dänisch', 'Danish', 'da', 'dan'],
  ['POL', 'Polnisch', 'Polish', 'pl', 'pol'],
  ['CES', 'Tschechisch', 'Czech', 'cs', 'cze'],
  ['SPA', 'Spanisch', 'Spanish', 'es', 'spa'],
  ['ITA', 'Italienisch', 'Italian', 'it', 'ita'],
  ['POR', 'Portugiesisch', 'Portuguese', 'pt', 'por'],
  ['TUR', 'Türkisch', 'Turkish', 'tr', 'tur'],
  ['RUS', 'Russisch', 'Russian', 'ru', 'rus'],
  ['UKR', 'Ukrainisch', 'Ukrainian', 'uk', 'ukr'],
  ['ARA', 'Arabisch', 'Arabic', 'ar', 'ara'],
  ['SWE', 'Schwedisch', 'Swedish', 'sv', 'swe'],
  ['FIN', 'Finnisch', 'Finnish', 'fi', 'fin'],
  ['NOR', 'Norwegisch', 'Norwegian', 'no', 'nor'],
  ['HUN', 'Ungarisch', 'Hungarian', 'hu', 'hun'],
  ['RON', 'Rumänisch', 'Romanian', 'ro', 'rum'],
  ['BUL', 'Bulgarisch', 'Bulgarian', 'bg', 'bul'],
  ['ELL', 'Griechisch', 'Greek', 'el', 'gre'],
  ['HRV', 'Kroatisch', 'Croatian', 'hr', 'hrv'],
  ['SLK', 'Slowakisch', 'Slovak', 'sk', 'slo'],
  ['SLV', 'Slowenisch', 'Slovenian', 'sl', 'slv'],
  ['LAV', 'Lettisch', 'Latvian', 'lv', 'lav'],
  ['LIT', 'Litauisch', 'Lithuanian', 'lt', 'lit'],
  ['EST', 'Estnisch', 'Estonian', 'et', 'est'],
  ['LTZ', 'Luxemburgisch', 'Luxembourgish', 'lb', 'ltz'],
  ['HSB', 'Obersorbisch', 'Upper Sorbian', 'hsb', 'hsb'],
  ['DSB', 'Niedersorbisch', 'Lower Sorbian', 'dsb', 'dsb'],
  ['NDS', 'Niederdeutsch', 'Low German', 'nds', 'nds'],
  ['FRR', 'Nordfriesisch', 'North Frisian', 'frr', 'frr'],
  ['MUL', 'mehrsprachig', 'multilingual', 'mul', 'mul'],
] as const

const locales = { 'de-DE': 'DEU', 'de-AT': 'DEU', 'en-GB': 'ENG', 'en-US': 'ENG', 'fr-FR': 'FRA', Français: 'FRA' }

/** Languages by the codes of the EU list. Found by ISO 639-1 and 639-2 codes too, also as lexvo.org, id.loc.gov or LOC URIs. */
export const languages = vocabulary(
  namespace,
  rows(
    namespace,
    table.map(([code, de, en]) => [code, de, en] as const),
  ),
  {
    ...locales,
    ...Object.fromEntries(
      table.flatMap(([code, , , two, three]) => [
        [two, code],
        [three, code],
      ]),
    ),
  },
)
