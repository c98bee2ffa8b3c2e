import type { Messages } from '#kernel/locale.ts'

/** Was an einer .pb-Datei nicht stimmt; die Zeile steht neben dem Satz. */
export const de: Messages = {
  'pabulib.fault.encoding': 'Die Datei ist nicht in UTF-8 gespeichert. Speichern Sie sie in UTF-8.',
  'pabulib.fault.too-large': 'Die Datei ist größer als {limit} Zeichen. Teilen Sie sie auf.',
  'pabulib.fault.quote-open': 'Ein Anführungszeichen wird geöffnet und nie geschlossen. Ergänzen Sie es.',
  'pabulib.fault.before-section': 'Vor dem ersten Abschnitt steht Text. Die Datei muss mit der Zeile META beginnen.',
  'pabulib.fault.section-twice': 'Der Abschnitt {section} kommt zweimal vor. Führen Sie beide zusammen.',
  'pabulib.fault.section-missing': 'Der Abschnitt {section} fehlt. Ergänzen Sie ihn.',
  'pabulib.fault.section-order':
    'Der Abschnitt {section} steht an der falschen Stelle. Die Reihenfolge ist META, PROJECTS, VOTES.',
  'pabulib.fault.header-missing': 'Im Abschnitt {section} fehlt die Zeile mit den Spaltennamen.',
  'pabulib.fault.column-twice': 'Im Abschnitt {section} heißen zwei Spalten „{column}“. Benennen Sie eine um.',
  'pabulib.fault.column-missing': 'Im Abschnitt {section} fehlt die Spalte „{column}“.',
  'pabulib.fault.key-twice': 'Die Angabe „{key}“ steht zweimal in META. Löschen Sie eine.',
  'pabulib.fault.meta-missing': 'In META fehlt die Angabe „{key}“.',
  'pabulib.fault.vote-type': 'Die Stimmart „{type}“ gibt es nicht. Bekannt sind: {known}.',
  'pabulib.fault.amount':
    '„{value}“ ist kein Betrag. Erlaubt sind Ziffern und nach einem Punkt bis zu vier Nachkommastellen, zum Beispiel 12500.50.',
  'pabulib.fault.id-empty':
    'Im Abschnitt {section} fehlt in der ersten Spalte die Kennung, oder sie enthält ein Komma. Vergeben Sie eine eindeutige.',
  'pabulib.fault.project-twice': 'Das Projekt „{project}“ steht zweimal in der Liste. Jede Kennung darf nur einmal vorkommen.',
  'pabulib.fault.voter-twice': 'Die Stimme „{voter}“ steht zweimal in der Liste. Jede Kennung darf nur einmal vorkommen.',
  'pabulib.fault.cells':
    'Die Zeile hat {cells} Felder, vorgesehen sind {columns}. Steht ein Strichpunkt im Text, setzen Sie das Feld in Anführungszeichen.',
  'pabulib.fault.project-unknown': 'Die Stimme nennt das Projekt „{project}“, das nicht in der Liste steht.',
  'pabulib.fault.choice-twice': 'Die Stimme nennt das Projekt „{project}“ zweimal.',
  'pabulib.fault.choose-one': 'Die Stimme nennt {projects} Projekte. Bei der Stimmart choose-1 ist es genau eines.',
  'pabulib.fault.points-missing': 'Bei der Stimmart {type} braucht jede Stimme Punkte in der Spalte „points“.',
  'pabulib.fault.points-count':
    'Die Stimme hat {points} Punktwerte für {projects} Projekte. Es muss für jedes Projekt einer sein.',
  'pabulib.fault.points-number': '„{value}“ ist kein Punktwert. Erlaubt sind ganze Zahlen.',
  'pabulib.fault.points-negative': 'Der Punktwert {value} ist negativ. Das ist nur bei der Stimmart scoring erlaubt.',
  'pabulib.fault.too-many': 'Der Abschnitt {section} hat mehr als {limit} Zeilen. Teilen Sie die Datei auf.',
}
