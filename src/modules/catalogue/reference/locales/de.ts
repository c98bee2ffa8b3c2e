/** German texts of the reference data. */
export const de = {
  'catalogue.reference.help': `allmende reference install [--from ORDNER] [--json]

Holt die amtlichen Prüfregeln, Vokabulare, Gemeindeschlüssel und Grenzen in den Datenordner.
  --from ORDNER  nimmt sie aus einem Ordner, statt sie aus dem Netz zu laden
  --json         gibt das Ergebnis für Programme aus
Endet mit 0, wenn alles Nötige da ist, mit 1, wenn etwas Nötiges fehlt, mit 2 bei falschem Aufruf.`,
  'catalogue.reference.missing':
    'Es fehlen amtliche Referenzdaten: {missing}. Holen Sie sie mit „./allmende reference install“ aus dem Netz oder mit „./allmende reference install --from ORDNER“ aus einem Ordner.',
  'catalogue.reference.step.new': '{id}: eingerichtet ({count} Einträge)',
  'catalogue.reference.step.unchanged': '{id}: unverändert ({count} Einträge)',
  'catalogue.reference.step.failed': '{id}: fehlgeschlagen. {reason}',
  'catalogue.reference.step.failed-optional': '{id}: nicht eingerichtet, wird aber nicht zwingend gebraucht. {reason}',
  'catalogue.reference.complete': 'Die Referenzdaten sind vollständig: {count} eingerichtet, {failed} entbehrliche fehlen.',
  'catalogue.reference.incomplete':
    'Die Referenzdaten sind unvollständig: {failed} sind fehlgeschlagen, {count} sind da. Beheben Sie die genannten Gründe und rufen Sie den Befehl noch einmal auf.',
  'catalogue.reference.not-in-folder': 'Im Ordner liegt keine der erwarteten Dateien: {files}',
  'catalogue.reference.no-address':
    'Die Quelle veröffentlicht keine lesbare Fassung im Netz. Legen Sie die Datei in einen Ordner und nutzen Sie --from.',
  'catalogue.reference.unreadable': 'Die Datei {file} ist nicht lesbar: {detail}',
  'catalogue.reference.too-little':
    '{file} enthält nur {count} statt mindestens {least} Einträge. Geliefert wurde vermutlich etwas anderes.',
  'catalogue.reference.fetch.not-https': 'Die Adresse {address} ist nicht mit https geschützt.',
  'catalogue.reference.fetch.status': '{address} antwortet mit Status {status}.',
  'catalogue.reference.fetch.too-large': '{address} liefert mehr als {limit} MB.',
  'catalogue.reference.fetch.too-slow': '{address} antwortet nicht innerhalb von {seconds} Sekunden.',
  'catalogue.reference.fetch.redirects': '{address} leitet mehr als {count}-mal weiter.',
  'catalogue.reference.fetch.unreachable': '{address} ist nicht erreichbar: {detail}',
} as const
