/** English texts of the reference data. */
export const en = {
  'catalogue.reference.help': `allmende reference install [--from FOLDER] [--json]

Brings the official validation rules, vocabularies, municipality keys and boundaries into the data folder.
  --from FOLDER  takes them from a folder instead of the network
  --json         prints the outcome for programs
Ends with 0 when everything needed is there, with 1 when something needed is missing, with 2 when called wrongly.`,
  'catalogue.reference.missing':
    'Official reference data are missing: {missing}. Fetch them from the network with "./allmende reference install", or from a folder with "./allmende reference install --from FOLDER".',
  'catalogue.reference.step.new': '{id}: installed ({count} entries)',
  'catalogue.reference.step.unchanged': '{id}: unchanged ({count} entries)',
  'catalogue.reference.step.failed': '{id}: failed. {reason}',
  'catalogue.reference.step.failed-optional': '{id}: not installed, but not strictly needed. {reason}',
  'catalogue.reference.complete': 'The reference data are complete: {count} installed, {failed} dispensable ones missing.',
  'catalogue.reference.incomplete':
    'The reference data are incomplete: {failed} failed, {count} are there. Mend the causes named above and run the command again.',
  'catalogue.reference.not-in-folder': 'The folder holds none of the expected files: {files}',
  'catalogue.reference.no-address':
    'The source publishes no form that can be read from the network. Put the file into a folder and use --from.',
  'catalogue.reference.unreadable': 'The file {file} cannot be read: {detail}',
  'catalogue.reference.too-little':
    '{file} holds only {count} instead of at least {least} entries. Something else was probably delivered.',
  'catalogue.reference.fetch.not-https': 'The address {address} is not protected by https.',
  'catalogue.reference.fetch.status': '{address} answers with status {status}.',
  'catalogue.reference.fetch.too-large': '{address} delivers more than {limit} MB.',
  'catalogue.reference.fetch.too-slow': '{address} does not answer within {seconds} seconds.',
  'catalogue.reference.fetch.redirects': '{address} redirects more than {count} times.',
  'catalogue.reference.fetch.unreachable': '{address} cannot be reached: {detail}',
} as const
