/** Where a harvested record came from. */
export const deOrigin = {
  'catalogue.fact.origin': 'Übernommen von',
  'catalogue.fact.origin.taken': 'am {taken}',
  'catalogue.fact.origin.checked': 'Zuletzt abgeglichen am {checked}',
  'catalogue.fact.origin.old':
    'Seit dem {checked} war die Quelle nicht verlässlich zu erreichen. Sie sehen den letzten guten Stand.',
} as const
