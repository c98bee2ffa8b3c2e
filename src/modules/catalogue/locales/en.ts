import type { Messages } from '#kernel/locale.ts'
import { enBrowse } from './browse-en.ts'
import { enCounters } from './counters-en.ts'
import { enDataset } from './dataset-en.ts'
import { enDesk } from './desk-en.ts'
import { enDrafts } from './drafts-en.ts'
import { editEn } from './edit-en.ts'
import { enLetter } from './letter-en.ts'
import { enOrigin } from './origin-en.ts'
import { enPoints } from './points-en.ts'
import { enSearch } from './search-en.ts'
import { enStaffWishes } from './staff-wishes-en.ts'
import { enWishes } from './wishes-en.ts'

export const en: Messages = {
  'catalogue.nav.data': 'Data',
  'catalogue.nav.all': 'All datasets',
  'catalogue.nav.themes': 'Themes',
  'catalogue.nav.places': 'Places',
  'catalogue.nav.publishers': 'Publishers',
  'catalogue.nav.quality': 'Metadata quality',
  'catalogue.nav.interfaces': 'Interfaces',
  'catalogue.search.label': 'Search data',
  ...enBrowse,
  ...enCounters,
  ...enDataset,
  ...enDrafts,
  ...enOrigin,
  ...enDesk,
  ...editEn,
  ...enPoints,
  ...enSearch,
  'catalogue.module.name': 'Data catalogue',
  'catalogue.module.help': 'Datasets, search, themes and interfaces. Without it there are no open data here.',
  ...enWishes,
  ...enStaffWishes,
  ...enLetter,
}
