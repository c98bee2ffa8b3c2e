import type { Messages } from '#kernel/locale.ts'

/** What is wrong with a .pb file; the line stands beside the sentence. */
export const en: Messages = {
  'pabulib.fault.encoding': 'The file is not saved as UTF-8. Save it as UTF-8.',
  'pabulib.fault.too-large': 'The file is larger than {limit} characters. Split it.',
  'pabulib.fault.quote-open': 'A quotation mark is opened and never closed. Close it.',
  'pabulib.fault.before-section': 'There is text before the first section. The file has to begin with the line META.',
  'pabulib.fault.section-twice': 'The section {section} is there twice. Join both.',
  'pabulib.fault.section-missing': 'The section {section} is missing. Add it.',
  'pabulib.fault.section-order': 'The section {section} is in the wrong place. The order is META, PROJECTS, VOTES.',
  'pabulib.fault.header-missing': 'The section {section} lacks the line with the names of its columns.',
  'pabulib.fault.column-twice': 'Two columns of the section {section} are called “{column}”. Rename one.',
  'pabulib.fault.column-missing': 'The section {section} lacks the column “{column}”.',
  'pabulib.fault.key-twice': 'The key “{key}” is twice in META. Delete one.',
  'pabulib.fault.meta-missing': 'META lacks the key “{key}”.',
  'pabulib.fault.vote-type': 'There is no vote type “{type}”. Known are: {known}.',
  'pabulib.fault.amount': '“{value}” is no amount. Write digits and, after a point, up to four decimals, for example 12500.50.',
  'pabulib.fault.id-empty':
    'The first column of the section {section} lacks its identifier, or it has a comma. Give each line one of its own.',
  'pabulib.fault.project-twice': 'The project “{project}” is in the list twice. Each identifier may stand there once.',
  'pabulib.fault.voter-twice': 'The vote “{voter}” is in the list twice. Each identifier may stand there once.',
  'pabulib.fault.cells':
    'The line has {cells} cells where {columns} are meant. If a semicolon is part of a text, put that cell in quotation marks.',
  'pabulib.fault.project-unknown': 'The vote names the project “{project}”, which is not in the list.',
  'pabulib.fault.choice-twice': 'The vote names the project “{project}” twice.',
  'pabulib.fault.choose-one': 'The vote names {projects} projects. With the vote type choose-1 it is exactly one.',
  'pabulib.fault.points-missing': 'With the vote type {type} each vote needs points in the column “points”.',
  'pabulib.fault.points-count': 'The vote has {points} values of points for {projects} projects. It has to be one for each.',
  'pabulib.fault.points-number': '“{value}” is no number of points. Write whole numbers.',
  'pabulib.fault.points-negative': 'The points {value} are negative. Only the vote type scoring allows that.',
  'pabulib.fault.too-many': 'The section {section} has more than {limit} lines. Split the file.',
}
