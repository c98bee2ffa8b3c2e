/** Where a harvested record came from. */
export const enOrigin = {
  'catalogue.fact.origin': 'Taken over from',
  'catalogue.fact.origin.taken': 'on {taken}',
  'catalogue.fact.origin.checked': 'Last compared on {checked}',
  'catalogue.fact.origin.old': 'The source could not be read reliably since {checked}. You see its last good state.',
} as const
