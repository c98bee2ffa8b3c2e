import type { Messages } from '#kernel/locale.ts'

/** Codes for letters. */
export const deCodes: Messages = {
  'participation.codes.vote.lead':
    'Jeder Brief bekommt einen Code. Er gilt für eine Stimme. Gespeichert wird nur ein Fingerabdruck: Drucken Sie sofort, noch einmal zeigen können wir die Codes nicht.',
  'participation.codes.make': 'Codes erzeugen',
  'participation.codes.count': 'Anzahl',
  'participation.codes.count.help': 'Höchstens {most} auf einmal; für mehr erzeugen Sie mehrere Läufe.',
  'participation.codes.as': 'Ausgabe',
  'participation.codes.as.letters': 'Briefe zum Drucken (PDF)',
  'participation.codes.as.csv': 'Liste für die Druckerei (CSV)',
  'participation.codes.batches': 'Läufe',
  'participation.codes.batch': 'Lauf',
  'participation.codes.run': 'Lauf {number}',
  'participation.codes.blocked': 'gesperrt',
  'participation.codes.block': 'Code sperren',
  'participation.codes.vote.block.help':
    'Für verlorene Briefe, solange mit dem Code noch nicht abgestimmt wurde. Eine abgegebene Stimme bleibt.',
  'participation.codes.blocked-one': 'Der Code ist gesperrt.',
  'participation.codes.fault.count': 'Schreiben Sie eine Zahl von 1 bis {most}.',
  'participation.codes.fault.code': 'Diesen Code gibt es hier nicht, oder er ist schon gesperrt.',
  'participation.codes.letters.one': '{count} Brief',
  'participation.codes.letters.other': '{count} Briefe',
  'participation.codes.vote.text': 'Mit diesem Code können Sie abstimmen:',
  'participation.codes.vote.qr': 'QR-Code mit der Adresse Ihres Stimmzettels',
  'participation.codes.vote.secret':
    'Der Code gilt für eine Stimme. Wir wissen nicht, wer welchen Code bekommen hat, und speichern nicht, was damit gewählt wurde.',
  'participation.codes.title': 'Codes für Briefe',
  'participation.codes.part.lead':
    'Jeder Brief bekommt einen Code. Mit ihm macht eine Person mit: Sie bewertet jeden Beitrag einmal und schreibt, so oft sie möchte. Gespeichert wird nur ein Fingerabdruck: Drucken Sie sofort, noch einmal zeigen können wir die Codes nicht.',
  'participation.codes.part.block.help':
    'Für verlorene Briefe. Was mit dem Code schon geschrieben oder bewertet wurde, bleibt: Niemand weiß, was es war.',
  'participation.codes.part.text': 'Mit diesem Code können Sie mitmachen:',
  'participation.codes.part.qr': 'QR-Code mit der Adresse des Verfahrens',
  'participation.codes.part.secret':
    'Wir wissen nicht, wer welchen Code bekommen hat, und speichern ihn nicht bei dem, was Sie schreiben.',
}
