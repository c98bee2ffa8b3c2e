import type { Imitation, MadeUpRecord } from '../../model/imitation.ts'

const cell = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const row = (one: MadeUpRecord) =>
  [
    one.id,
    one.title,
    one.description,
    one.publisher,
    one.theme,
    one.modified,
    one.file,
    one.format,
    one.license,
    'jährlich gezählt',
  ]
    .map(cell)
    .join(';')

/** A town's table of what it publishes, with a column that nobody else has. */
const imitation: Imitation = {
  id: 'table',
  path: '/offene-daten.csv',
  answer: (url, records) =>
    url.pathname === '/offene-daten.csv'
      ? {
          type: 'text/csv; charset=utf-8',
          body: `Kennung;Titel;Beschreibung;Herausgeber;Thema;Stand;Datei;Format;Lizenz;Vermerk des Amtes\r\n${records.map((one) => `${row(one)}\r\n`).join('')}`,
        }
      : undefined,
}

export default imitation
