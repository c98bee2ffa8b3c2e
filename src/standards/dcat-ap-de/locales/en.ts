import type { Messages } from '#kernel/locale.ts'

/** Why a record was not taken, and why a value stayed as it came. */
export const en: Messages = {
  'dcat-ap-de.rejected.no-title': 'The record has no title. Add dct:title.',
  'dcat-ap-de.rejected.not-described':
    'The catalogue points at this record but does not describe it. Deliver the description too.',
  'dcat-ap-de.rejected.too-much': 'The record is unusually large. Split it.',
  'dcat-ap-de.rejected.private': 'The record is not public at its source.',
  'dcat-ap-de.rejected.deleted': 'The record is deleted at its source.',
  'dcat-ap-de.rejected.no-package': 'There is no CKAN package at this place.',
  'dcat-ap-de.kept.unsafe-link': 'The address can start programs. It stays stored but is not shown as a link.',
  'dcat-ap-de.kept.not-understood': 'The value does not fit its field and could not be read. It stays stored unchanged.',
  'dcat-ap-de.kept.more-than-one': 'The field allows one value only. The others stay stored unchanged.',
  'dcat-ap-de.kept.empty': 'The value is empty.',
}
