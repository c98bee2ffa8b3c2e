import { deStaff } from './staff-de.ts'

/** German texts of the survey. */
export const de = {
  'participation.survey.title': 'Umfrage',
  'participation.survey.section': 'Die Umfrage',
  'participation.survey.begin': 'An der Umfrage teilnehmen',
  'participation.survey.none': 'Die Fragen folgen.',
  'participation.survey.told.questions.one': '{count} Frage.',
  'participation.survey.told.questions.other': '{count} Fragen.',
  'participation.survey.told.pages.one': 'Sie stehen auf {count} Seite.',
  'participation.survey.told.pages.other': 'Sie stehen auf {count} Seiten.',
  'participation.survey.told.answers.one': '{number} Mensch hat schon geantwortet.',
  'participation.survey.told.answers.other': '{number} Menschen haben schon geantwortet.',
  'participation.survey.told.codes': 'Zum Teilnehmen brauchen Sie den Code aus Ihrer Einladung.',
  'participation.survey.results.live': 'Die Ergebnisse stehen schon während der Umfrage auf dieser Seite.',
  'participation.survey.results.after': 'Die Ergebnisse werden nach dem Ende der Umfrage veröffentlicht.',
  'participation.survey.results.staff': 'Die Ergebnisse wertet die Verwaltung aus.',
  'participation.survey.lead': 'Sie brauchen kein Konto und keinen Namen. Es fragt: {office}.',
  'participation.survey.page': 'Umfrage: Seite {at} von {of}',
  'participation.survey.next': 'Weiter',
  'participation.survey.back': 'Zurück',
  'participation.survey.check': 'Weiter zum Prüfen',
  'participation.survey.save': 'Speichern und später weitermachen',
  'participation.survey.saved': 'Ihre Antworten sind gespeichert',
  'participation.survey.saved.note':
    'Heben Sie die Adresse dieser Seite auf: Damit machen Sie später weiter. Gezählt wird erst, wenn Sie absenden. Was nicht abgesendet wird, löschen wir am {date}.',
  'participation.survey.purpose.one':
    'Wir zählen Ihre Antworten und lesen Ihre Texte. Texte veröffentlichen wir nicht. {count} Monat nach dem Ende löschen wir Texte und Orte; die Zahlen bleiben. Bitte nennen Sie niemanden mit Namen.',
  'participation.survey.purpose.other':
    'Wir zählen Ihre Antworten und lesen Ihre Texte. Texte veröffentlichen wir nicht. {count} Monate nach dem Ende löschen wir Texte und Orte; die Zahlen bleiben. Bitte nennen Sie niemanden mit Namen.',
  'participation.survey.purpose.texts.one':
    'Wir zählen Ihre Antworten. Ihre Texte werden mit den Ergebnissen veröffentlicht. {count} Monat nach dem Ende löschen wir Texte und Orte; die Zahlen bleiben. Bitte nennen Sie niemanden mit Namen.',
  'participation.survey.purpose.texts.other':
    'Wir zählen Ihre Antworten. Ihre Texte werden mit den Ergebnissen veröffentlicht. {count} Monate nach dem Ende löschen wir Texte und Orte; die Zahlen bleiben. Bitte nennen Sie niemanden mit Namen.',
  'participation.survey.code': 'Ihr Einladungscode',
  'participation.survey.code.help':
    'Er steht auf Ihrer Einladung, zum Beispiel K7QF-2MXA-9DTR. Er gilt einmal und wird nicht mit Ihren Antworten gespeichert.',
  'participation.survey.code.missing': 'Bitte geben Sie den Code aus Ihrer Einladung ein.',
  'participation.survey.code.unknown':
    'Diesen Code kennen wir nicht. Bitte vergleichen Sie ihn mit Ihrer Einladung: zwölf Zeichen.',
  'participation.survey.code.used': 'Mit diesem Code wurde schon geantwortet. Jeder Code gilt einmal.',
  'participation.survey.other': 'anderes',
  'participation.survey.other.words': '„{question}“: anderes, und zwar',
  'participation.survey.choose-several': 'Sie können mehrere wählen.',
  'participation.survey.choose-most.one': 'Sie können eine wählen.',
  'participation.survey.choose-most.other': 'Sie können bis zu {count} wählen.',
  'participation.survey.date.help': 'Zum Beispiel 24.11.2026.',
  'participation.survey.number.between': 'Eine Zahl von {min} bis {max}.',
  'participation.survey.number.from': 'Eine Zahl, mindestens {min}.',
  'participation.survey.number.to': 'Eine Zahl, höchstens {max}.',
  'participation.survey.ranking.help': 'Vergeben Sie jeden Platz nur einmal: Platz 1 ist Ihnen am wichtigsten.',
  'participation.survey.ranking.none': 'ohne Platz',
  'participation.survey.ranking.place': 'Platz {place}',
  'participation.survey.place.help': 'Worte genügen.',
  'participation.survey.place.words': 'Straße, Kreuzung oder ein Name, den man vor Ort kennt',
  'participation.survey.place.point': 'Länge und Breite, zum Beispiel 7.4652, 51.5136',
  'participation.survey.budget.help': 'Verteilen Sie 100 Prozent.',
  'participation.survey.budget.part': '{option}, in Prozent',
  'participation.survey.files.most.one': 'Eine Datei ist möglich.',
  'participation.survey.files.most.other': 'Bis zu {count} Dateien sind möglich.',
  'participation.survey.files.there': '„{question}“: schon dabei',
  'participation.survey.files.there.help': 'Nehmen Sie das Häkchen weg, um eine Datei herauszunehmen.',
  'participation.survey.types.image': 'Bilder (JPG, PNG, WebP)',
  'participation.survey.types.pdf': 'PDF',
  'participation.survey.types.office': 'Office-Dokumente (DOCX, XLSX, PPTX, ODT, ODS, ODP)',
  'participation.survey.or': 'oder',
  'participation.survey.purpose.files':
    'Ihre Dateien sieht nur die Verwaltung; wir löschen sie zusammen mit den Texten. Aus Bildern nehmen wir heraus, was die Kamera über Ort, Zeit und Gerät dazugeschrieben hat.',
  'participation.survey.fault.file-empty': '„{question}“: „{name}“ ist leer. Bitte wählen Sie die Datei noch einmal.',
  'participation.survey.fault.file-large':
    '„{question}“: „{name}“ ist zu groß, höchstens {size}. Bitte verkleinern Sie die Datei.',
  'participation.survey.fault.file-kind': '„{question}“: „{name}“ passt hier nicht. Möglich sind {types}.',
  'participation.survey.fault.file-macros':
    '„{question}“: In „{name}“ steckt ein Programm (Makro). Bitte speichern Sie das Dokument ohne Makros oder als PDF.',
  'participation.survey.fault.file-broken':
    '„{question}“: Das Bild „{name}“ ist beschädigt. Bitte nehmen Sie ein anderes, oder speichern Sie es neu als JPG.',
  'participation.survey.fault.file-many':
    '„{question}“: „{name}“ ist eine zu viel, höchstens {most} sind möglich. Nehmen Sie eine andere heraus, wenn Ihnen diese wichtiger ist.',
  'participation.survey.fault.file-gone':
    '„{question}“: Eine Ihrer Dateien ist nicht mehr da. Wir heben sie einen Tag lang auf, wenn die Seite nicht gespeichert wird. Bitte wählen Sie sie noch einmal.',
  'participation.survey.fault.file-later':
    '„{question}“: „{name}“ nehmen wir gerade nicht an, weil in dieser Stunde sehr viele Dateien gekommen sind. Bitte versuchen Sie es in einer Stunde noch einmal.',
  'participation.survey.fault.missing': '„{question}“: Hier fehlt Ihre Antwort.',
  'participation.survey.fault.long': '„{question}“: Der Text ist zu lang, höchstens {most} Zeichen.',
  'participation.survey.fault.unknown': '„{question}“: Diese Antwort steht nicht zur Wahl. Bitte wählen Sie eine aus der Liste.',
  'participation.survey.fault.too-many': '„{question}“: Das sind zu viele. Höchstens {most} sind möglich.',
  'participation.survey.fault.other-missing':
    '„{question}“: Sie haben „anderes“ gewählt. Bitte schreiben Sie dazu, was Sie meinen.',
  'participation.survey.fault.no-number': '„{question}“: Das ist keine Zahl. Schreiben Sie zum Beispiel 12 oder 12,5.',
  'participation.survey.fault.too-small': '„{question}“: Die Zahl ist zu klein, mindestens {min}.',
  'participation.survey.fault.too-large': '„{question}“: Die Zahl ist zu groß, höchstens {max}.',
  'participation.survey.fault.no-day': '„{question}“: Diesen Tag gibt es nicht. Schreiben Sie zum Beispiel 24.11.2026.',
  'participation.survey.fault.twice': '„{question}“: Platz {place} ist zweimal vergeben.',
  'participation.survey.fault.row-missing': '„{question}“: In der Zeile „{row}“ fehlt Ihre Antwort.',
  'participation.survey.fault.outside':
    '„{question}“: Der Punkt liegt außerhalb des Gebiets. Bitte wählen Sie einen anderen oder beschreiben Sie den Ort.',
  'participation.survey.fault.no-point':
    '„{question}“: Der Punkt ist nicht zu lesen. Er besteht aus Länge und Breite, zum Beispiel 7.4652, 51.5136.',
  'participation.survey.fault.no-share': '„{question}“: „{option}“ braucht eine ganze Zahl von 0 bis 100.',
  'participation.survey.fault.not-hundred': '„{question}“: Zusammen müssen es 100 Prozent sein, jetzt sind es {sum}.',
  'participation.survey.check.title': 'Prüfen und absenden',
  'participation.survey.check.lead': 'Das haben Sie geantwortet. Sie können alles noch ändern.',
  'participation.survey.yours': 'Ihre Antworten',
  'participation.survey.nothing': 'keine Antwort',
  'participation.survey.change': 'Ändern',
  'participation.survey.send': 'Absenden',
  'participation.survey.full':
    '„{question}“: Von Menschen mit Ihrer Antwort haben wir schon genug gehört. Ihre Antworten können wir deshalb nicht mehr zählen. Danke, dass Sie mitmachen wollten.',
  'participation.survey.thanks': 'Danke, Ihre Antworten sind da',
  'participation.survey.your-answer': 'Ihre Antworten zur Umfrage',
  'participation.survey.link.note':
    'Wer ihn hat, kann Ihre Antworten lesen und zurückziehen. Wir können ihn nicht wiederherstellen.',
  'participation.survey.withdraw': 'Antworten zurückziehen',
  'participation.survey.withdraw.note': 'Dann löschen wir Ihre Antworten sofort und zählen sie nicht mehr.',
  'participation.survey.withdrawn': 'Ihre Antworten sind zurückgezogen und gelöscht',
  'participation.survey.gone.detail':
    'Der Link ist nicht vollständig, oder die Antworten wurden nach 30 Tagen gelöscht, weil sie nicht abgesendet wurden.',
  'participation.survey.empty': 'Diese Umfrage hat noch keine Fragen',
  'participation.survey.empty.lead': 'Schauen Sie bald wieder vorbei. Es fragt: {office}.',
  'participation.survey.paper.ranking': 'Schreiben Sie vor jede Zeile ihren Platz: 1, 2, 3 …',
  'participation.survey.paper.budget': 'Zusammen 100 %.',
  'participation.survey.paper.file.one': 'Legen Sie es diesem Bogen bei, höchstens ein Blatt oder Bild.',
  'participation.survey.paper.file.other': 'Legen Sie es diesem Bogen bei, höchstens {count} Blätter oder Bilder.',
  'participation.survey.paper.file.added': 'liegt bei',
  'participation.survey.paper.only': 'Nur, wenn es nach Ihrer Antwort auf Frage {number} passt.',
  'participation.survey.proof-used': 'Es gibt schon eine Antwort von Ihnen',
  'participation.survey.proof-used.lead':
    'Mit diesem Nachweis wurde die Umfrage schon beantwortet. Jeder zählt einmal, auch wenn die Antwort zurückgezogen wurde. Fragen beantwortet: {office}.',
  'participation.survey.unproven': 'Bitte beginnen Sie noch einmal',
  'participation.survey.unproven.lead':
    'Seit Sie begonnen haben, fragt die Umfrage anders, wer teilnimmt. Ihre Antworten wurden nicht gesendet. Fragen beantwortet: {office}.',
  'participation.survey.over': 'Die Umfrage ist zu Ende',
  'participation.survey.over.lead': 'Antworten nehmen wir nicht mehr an. Fragen beantwortet: {office}.',
  'participation.survey.early': 'Die Umfrage hat noch nicht begonnen',
  'participation.survey.early.lead': 'Auf der Seite des Verfahrens steht, wann es losgeht. Fragen beantwortet: {office}.',
  'participation.survey.results': 'Ergebnisse ansehen',
  'participation.survey.after.number': 'Sie bekommen sofort eine Nummer.',
  'participation.survey.after.number.text': 'Mit dem Link dazu sehen Sie Ihre Antworten wieder. Sie können sie zurückziehen.',
  'participation.survey.after.counted': 'Wir zählen Ihre Antworten.',
  'participation.survey.after.counted.text': 'Wer was geantwortet hat, wissen wir nicht.',
  'participation.survey.after.results': 'Sie können die Ergebnisse nachlesen.',
  'participation.survey.after.results.text':
    'Gezeigt werden Zahlen, sobald fünf Menschen geantwortet haben. Ließen sich beim Vergleich zweier Fragen Einzelne erkennen, fehlen sie.',
  'participation.survey.after.deleted': 'Wir löschen, was wir nicht mehr brauchen.',
  'participation.survey.after.deleted.text':
    'Angefangenes nach 30 Tagen, Texte, Orte und Dateien nach der Auswertung. Die Zahlen bleiben.',
  ...deStaff,
}
