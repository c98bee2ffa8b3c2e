/** German texts of the collection of ideas. */
export const de = {
  'participation.idea.title': 'Ideen',
  'participation.idea.new': 'Idee eintragen',
  'participation.idea.none': 'Noch hat niemand eine Idee eingetragen. Fangen Sie an?',
  'participation.idea.none.closed': 'Hier stehen die Ideen, sobald die Sammlung beginnt.',
  'participation.idea.told.ideas.one': '{number} Idee',
  'participation.idea.told.ideas.other': '{number} Ideen',
  'participation.idea.told.came': 'sind eingegangen, {agreed}-mal wurde zugestimmt.',
  'participation.idea.told.paper.one': '{count} kam auf Papier.',
  'participation.idea.told.paper.other': '{count} kamen auf Papier.',
  'participation.idea.told.answered.one': '{count} ist beantwortet.',
  'participation.idea.told.answered.other': '{count} sind beantwortet.',
  'participation.idea.bars': 'Worum es in den Ideen geht',
} as const
