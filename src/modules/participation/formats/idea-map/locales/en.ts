/** English texts of the collection of ideas. */
export const en = {
  'participation.idea.title': 'Ideas',
  'participation.idea.new': 'Add an idea',
  'participation.idea.none': 'Nobody has added an idea yet. Will you begin?',
  'participation.idea.none.closed': 'Ideas will stand here once the collection begins.',
  'participation.idea.told.ideas.one': '{number} idea',
  'participation.idea.told.ideas.other': '{number} ideas',
  'participation.idea.told.came': 'came in, with {agreed} agreements.',
  'participation.idea.told.paper.one': '{count} came on paper.',
  'participation.idea.told.paper.other': '{count} came on paper.',
  'participation.idea.told.answered.one': '{count} has been answered.',
  'participation.idea.told.answered.other': '{count} have been answered.',
  'participation.idea.bars': 'What the ideas are about',
} as const
