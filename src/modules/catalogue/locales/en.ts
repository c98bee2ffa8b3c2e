import type { Messages } from '#kernel/locale.ts'
import { enBrowse } from './en-browse.ts'
import { enDataset } from './en-dataset.ts'
import { enSearch } from './en-search.ts'

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
  ...enDataset,
  ...enSearch,
}
