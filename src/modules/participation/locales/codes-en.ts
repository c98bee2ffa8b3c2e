import type { Messages } from '#kernel/locale.ts'

/** Codes for letters. */
export const enCodes: Messages = {
  'participation.codes.vote.lead':
    'Every letter gets a code. It is good for one vote. Only a fingerprint is kept: print at once, we cannot show the codes again.',
  'participation.codes.make': 'Make codes',
  'participation.codes.count': 'Number',
  'participation.codes.count.help': '{most} at most at a time; for more, make several runs.',
  'participation.codes.as': 'Output',
  'participation.codes.as.letters': 'Letters to print (PDF)',
  'participation.codes.as.csv': 'List for the printer (CSV)',
  'participation.codes.batches': 'Runs',
  'participation.codes.batch': 'Run',
  'participation.codes.run': 'run {number}',
  'participation.codes.blocked': 'blocked',
  'participation.codes.block': 'Block a code',
  'participation.codes.vote.block.help':
    'For lost letters, as long as nobody has voted with the code. A vote that was cast stays.',
  'participation.codes.blocked-one': 'The code is blocked.',
  'participation.codes.fault.count': 'Write a number from 1 to {most}.',
  'participation.codes.fault.code': 'There is no such code here, or it is blocked already.',
  'participation.codes.letters.one': '{count} letter',
  'participation.codes.letters.other': '{count} letters',
  'participation.codes.vote.text': 'With this code you can vote:',
  'participation.codes.vote.qr': 'QR code with the address of your ballot',
  'participation.codes.vote.secret':
    'The code is good for one vote. We do not know who got which code, and do not keep what was voted with it.',
  'participation.codes.title': 'Codes for letters',
  'participation.codes.part.lead':
    'Each letter gets a code. With it one person takes part: it rates each contribution once and writes as often as it likes. Only a fingerprint is kept: print at once, we cannot show the codes again.',
  'participation.codes.part.block.help':
    'For lost letters. What was written or rated with the code already stays: nobody knows what it was.',
  'participation.codes.part.text': 'With this code you can take part:',
  'participation.codes.part.qr': 'QR code with the address of the procedure',
  'participation.codes.part.secret': 'We do not know who got which code, and do not keep it with what you write.',
}
