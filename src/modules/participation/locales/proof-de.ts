import type { Messages } from '#kernel/locale.ts'

/** Showing who one is, as far as a procedure asks for it. */
export const deProof: Messages = {
  'participation.proof.title': 'Womit Sie hier mitmachen',
  'participation.proof.back': 'Zurück, ohne zu senden',
  'participation.proof.yours': 'Es ist noch nicht gesendet. Kopieren Sie Ihren Text, bevor Sie sich anmelden.',
  'participation.proof.email.title': 'Bestätigen Sie Ihre E-Mail-Adresse',
  'participation.proof.email.lead':
    'Wir schicken Ihnen einen Link. Erst wenn Sie darin den Knopf drücken, zählt, was Sie senden.',
  'participation.proof.door': 'Hier fragen wir zuerst, wer teilnimmt.',
  'participation.proof.door.go': 'Weiter zur Teilnahme',
  'participation.proof.email.lead.door':
    'Wir schicken Ihnen einen Link. Drücken Sie darin den Knopf, dann können Sie hier teilnehmen.',
  'participation.proof.email.field': 'Ihre E-Mail-Adresse',
  'participation.proof.email.help': 'Sie wird nirgends gezeigt. Beispiel: name@anbieter.de',
  'participation.proof.email.send': 'Link schicken',
  'participation.proof.email.kept':
    'Die Adresse steht nur in der E-Mail. Wir behalten einen Fingerabdruck, damit jede Adresse einmal zählt. In diesem Browser fragen wir danach nicht wieder.',
  'participation.proof.code.title': 'Geben Sie den Code aus Ihrem Brief ein',
  'participation.proof.code.lead':
    'Für dieses Verfahren haben wir Briefe mit Codes verschickt. Ihr Code zeigt, dass Sie gefragt sind.',
  'participation.proof.code.field': 'Code aus dem Brief',
  'participation.proof.code.help': 'Zwölf Zeichen. Große und kleine Buchstaben sind gleich. Beispiel: LR27 4K8M 9TQX',
  'participation.proof.code.send': 'Mit diesem Code senden',
  'participation.proof.code.kept':
    'Zu dem, was Sie schreiben, speichern wir den Code nicht. Niemand kann nachsehen, wer welchen Brief bekam. Der Browser merkt sich den Code, bis Sie ihn schließen.',
  'participation.proof.account.title': 'Melden Sie sich mit Ihrem Konto an',
  'participation.proof.account.lead': 'Hier macht mit, wer auf dieser Website ein Konto hat.',
  'participation.proof.account.go': 'Anmelden',
  'participation.proof.account.kept': 'Zu dem, was Sie schreiben, speichern wir Ihr Konto nicht.',
  'participation.proof.bundid.title': 'Melden Sie sich mit der BundID an',
  'participation.proof.bundid.lead': 'Hier zählt jede Person einmal. Deshalb fragen wir die BundID, ob Sie es sind.',
  'participation.proof.bundid.go': 'Weiter zur BundID',
  'participation.proof.bundid.kept':
    'Wir fragen die BundID nur nach einem Pseudonym und behalten davon einen Fingerabdruck für dieses Verfahren. Name und Anschrift erfahren wir nicht.',
  'participation.proof.fault.code':
    'Dieser Code gehört nicht zu diesem Verfahren, oder er ist gesperrt. Prüfen Sie jedes Zeichen.',
  'participation.proof.fault.email': 'Das ist keine E-Mail-Adresse. Beispiel: name@anbieter.de',
  'participation.proof.fault.many':
    'An diese Adresse haben wir heute schon mehrere Links geschickt. Drücken Sie einen davon, oder versuchen Sie es morgen wieder.',
  'participation.proof.fault.closed': 'Die Zeit ist gerade abgelaufen. Wir können nichts mehr annehmen.',
  'participation.proof.sent.title': 'Jetzt fehlt noch Ihre Bestätigung',
  'participation.proof.sent.submit':
    'Ihr Beitrag ist sicher aufgehoben. Öffnen Sie die E-Mail und drücken Sie den Knopf: Dann bekommt er seine Nummer.',
  'participation.proof.sent.comment':
    'Ihr Kommentar ist sicher aufgehoben. Öffnen Sie die E-Mail und drücken Sie den Knopf: Dann erscheint er.',
  'participation.proof.sent.rate':
    'Ihre Bewertung ist vorgemerkt. Öffnen Sie die E-Mail und drücken Sie den Knopf: Dann zählt sie.',
  'participation.proof.sent.to': 'Die E-Mail ging an',
  'participation.proof.sent.pass':
    'Öffnen Sie die E-Mail und drücken Sie den Knopf: Dann geht es hier weiter. Der Link gilt sieben Tage. Keine E-Mail da? Sehen Sie im Spam-Ordner nach.',
  'participation.proof.sent.days':
    'Dafür haben Sie sieben Tage Zeit, auch wenn die Frist vorher endet: Es gilt der Moment, in dem Sie gesendet haben. Danach löschen wir, was niemand bestätigt hat. Keine E-Mail da? Sehen Sie im Spam-Ordner nach.',
  'participation.proof.confirm.submit': 'Soll dieser Beitrag zählen?',
  'participation.proof.confirm.comment': 'Soll dieser Kommentar erscheinen?',
  'participation.proof.confirm.rate': 'Soll diese Bewertung zählen?',
  'participation.proof.confirm.lead':
    'Drücken Sie den Knopf. Waren Sie das nicht? Dann schließen Sie die Seite, und wir löschen es nach sieben Tagen.',
  'participation.proof.confirm.go': 'Ja, das bin ich',
  'participation.proof.pass.title': 'Möchten Sie mit dieser Adresse teilnehmen?',
  'participation.proof.pass.lead':
    'Drücken Sie den Knopf, dann geht es weiter. Waren Sie das nicht? Dann schließen Sie die Seite.',
  'participation.proof.pass.over':
    'Der Link ist älter als sieben Tage oder nicht vollständig. Lassen Sie sich auf der Seite des Verfahrens einen neuen schicken.',
  'participation.proof.waits.submit': 'Ihr Beitrag',
  'participation.proof.waits.comment': 'Ihr Kommentar',
  'participation.proof.waits.rate': 'Bewertet',
  'participation.proof.over.title': 'Dieser Link gilt nicht mehr',
  'participation.proof.over.lead':
    'Seit dem Senden sind mehr als sieben Tage vergangen, oder der Beitrag, zu dem es gehörte, ist nicht mehr öffentlich. Solange das Verfahren läuft, können Sie es noch einmal senden.',
  'participation.proof.done.title': 'Das ist schon bestätigt',
  'participation.proof.done.lead': 'Sie brauchen nichts mehr zu tun.',
  'participation.proof.gone.title': 'Hier wartet nichts',
  'participation.proof.gone.lead': 'Vielleicht ist die Adresse nicht vollständig, oder es wurde nach sieben Tagen gelöscht.',
  'participation.proof.has.email': 'Sie haben in diesem Browser eine E-Mail-Adresse bestätigt. Was Sie senden, zählt sofort.',
  'participation.proof.has.code': 'Sie machen mit einem Code aus einem Brief mit.',
  'participation.proof.has.account': 'Sie machen mit Ihrem Konto mit.',
  'participation.proof.has.bundid': 'Sie machen mit Ihrer BundID mit.',
  'participation.proof.has.none': 'In diesem Browser haben Sie für dieses Verfahren noch nichts gezeigt.',
  'participation.proof.go-on': 'Weiter zum Verfahren',
  'participation.proof.end': 'Beenden',
  'participation.proof.ended': 'Beendet. Wer als Nächstes an diesem Gerät sitzt, ist jemand anderes.',
  'participation.proof.letter.subject': 'Bitte bestätigen: {title}',
  'participation.proof.letter.submit': 'Sie haben einen Beitrag geschrieben zu: {title}. Er zählt, sobald Sie ihn bestätigen.',
  'participation.proof.letter.comment':
    'Sie haben einen Kommentar geschrieben zu: {title}. Er erscheint, sobald Sie ihn bestätigen.',
  'participation.proof.letter.rate': 'Sie haben einen Beitrag bewertet: {title}. Es zählt, sobald Sie es bestätigen.',
  'participation.proof.letter.pass':
    'Sie möchten teilnehmen: {title}. Drücken Sie auf der Seite hinter dem Link den Knopf, dann geht es weiter.',
  'participation.proof.letter.go-on': 'Teilnehmen',
  'participation.proof.letter.days': 'Dafür haben Sie sieben Tage Zeit. Waren Sie das nicht, brauchen Sie nichts zu tun.',
  'participation.proof.letter.open': 'Ansehen und bestätigen',
  'participation.proof.letter.reason': 'Sie bekommen diese E-Mail, weil jemand diese Adresse beim Mitmachen angegeben hat.',
  'participation.own.confirmed': 'Bestätigt am {when}.',
  'participation.bundid.failed.title': 'Mit der BundID hat es nicht geklappt',
  'participation.bundid.failed.left': 'Sie haben die Anmeldung bei der BundID beendet.',
  'participation.bundid.failed.trust':
    'Dieses Verfahren verlangt mehr, als Sie der BundID gezeigt haben. Melden Sie sich dort mit dem Online-Ausweis oder einem ELSTER-Zertifikat an.',
  'participation.bundid.failed.browser': 'Die Antwort der BundID gehört zu einem anderen Browser, oder sie wurde schon benutzt.',
  'participation.bundid.failed.refused':
    'Die Antwort der BundID war nicht gültig, oder sie kam zu spät. Wir haben sie nicht angenommen.',
  'participation.bundid.failed.away': 'Die BundID ist hier gerade nicht zu erreichen. Versuchen Sie es später noch einmal.',
  'participation.bundid.failed.again': 'Es ist nichts gespeichert. Öffnen Sie das Verfahren und beginnen Sie noch einmal.',
  'participation.proof.code.begin': 'Mit diesem Code mitmachen',
  'participation.report.levels': 'Womit die Menschen im Portal teilgenommen haben',
  'participation.report.levels.level': 'Nachweis',
  'participation.report.levels.submissions': 'Beiträge',
  'participation.report.levels.comments': 'Kommentare',
  'participation.report.levels.reactions': 'Bewertungen',
  'participation.level.none': 'ohne Nachweis',
  'participation.level.email': 'bestätigte E-Mail-Adresse',
  'participation.level.code': 'Code aus einem Brief',
  'participation.level.account': 'Konto',
  'participation.level.bundid': 'BundID',
  'participation.weight.title': 'Wer hier zählt',
  'participation.weight.note': 'Was die Zahlen bedeuten',
  'participation.weight.to.submit': 'Beiträge schreiben',
  'participation.weight.to.comment': 'Kommentieren',
  'participation.weight.to.rate': 'Bewerten',
  'participation.weight.to.vote': 'Abstimmen',
  'participation.weight.none':
    'ohne Nachweis. Jede Person kann mehrmals teilnehmen. Die Zahlen zeigen, was bewegt, aber keine Mehrheit.',
  'participation.weight.email':
    'mit bestätigter E-Mail-Adresse. Jede Adresse zählt einmal. Wer mehrere Adressen hat, könnte mehrmals teilnehmen.',
  'participation.weight.code':
    'mit einem Code aus einem Brief. Nur wer angeschrieben wurde, nimmt teil, und jeder Brief zählt einmal. Die Zahlen stehen für die Angeschriebenen, die mitgemacht haben.',
  'participation.weight.account': 'mit einem Konto. Jedes Konto zählt einmal.',
  'participation.weight.bundid': 'mit der BundID. Jede Person zählt einmal. Name und Anschrift erfahren wir nicht.',
  'participation.weight.bundid.basis':
    'mit der BundID. Jedes BundID-Konto zählt einmal; eine Person kann mehrere haben. Name und Anschrift erfahren wir nicht.',
  'participation.weight.office':
    'Was per Brief, am Telefon oder am Schalter kommt, nehmen wir ohne Nachweis auf. Es zählt wie ein Beitrag im Portal.',
  'participation.weight.has': 'Ansehen oder beenden, womit Sie teilnehmen',
}
