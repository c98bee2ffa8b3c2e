import type { Messages } from '#kernel/locale.ts'
import { deBrowse } from './browse-de.ts'
import { deCounters } from './counters-de.ts'
import { deDataset } from './dataset-de.ts'
import { deDesk } from './desk-de.ts'
import { deDrafts } from './drafts-de.ts'
import { editDe } from './edit-de.ts'
import { deLetter } from './letter-de.ts'
import { deOrigin } from './origin-de.ts'
import { dePoints } from './points-de.ts'
import { deSearch } from './search-de.ts'
import { deStaffWishes } from './staff-wishes-de.ts'
import { deWishes } from './wishes-de.ts'

export const de: Messages = {
  'catalogue.nav.data': 'Daten',
  'catalogue.nav.all': 'Alle Datensätze',
  'catalogue.nav.themes': 'Themen',
  'catalogue.nav.places': 'Orte',
  'catalogue.nav.publishers': 'Herausgeber',
  'catalogue.nav.quality': 'Metadatenqualität',
  'catalogue.nav.interfaces': 'Schnittstellen',
  'catalogue.search.label': 'Daten durchsuchen',
  ...deBrowse,
  ...deCounters,
  ...deDataset,
  ...deDrafts,
  ...deOrigin,
  ...deDesk,
  ...editDe,
  ...dePoints,
  ...deSearch,
  'catalogue.module.name': 'Datenkatalog',
  'catalogue.module.help': 'Datensätze, Suche, Themen und Schnittstellen. Ohne ihn gibt es hier keine offenen Daten.',
  ...deWishes,
  ...deStaffWishes,
  ...deLetter,
}
