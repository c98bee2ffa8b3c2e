import type { CatalogueSettings } from '../../store/draft-tables.ts'
import { licences } from '../vocabulary.ts'
import { officesOf } from './charges.ts'

/** What Lindenrode wants of editing: somebody else approves, and new data begin with its licence and its contact. */
export const demoRules: CatalogueSettings = {
  fourEyes: true,
  offices: officesOf('lindenrode'),
  defaults: {
    license: licences.by,
    publisher: { name: 'Stadt Lindenrode', email: 'offene-daten@lindenrode.example' },
    contact: {
      name: 'Stadt Lindenrode, Stabsstelle Digitales',
      email: 'offene-daten@lindenrode.example',
      telephone: '+49-221-4710-201',
    },
  },
}

/** The district has one person for its data, so two pairs of eyes are too many. */
export const districtRules: CatalogueSettings = {
  fourEyes: false,
  offices: officesOf('kreis-sennewald'),
  defaults: {
    license: licences.by,
    contact: {
      name: 'Kreis Sennewald, Koordination Open Government',
      email: 'offene-daten@kreis-sennewald.example',
      telephone: '+49-221-4710-300',
    },
  },
}
