import type { Messages } from '#kernel/locale.ts'
import { accountDe } from './account-de.ts'
import { administrationDe } from './administration-de.ts'
import { peopleDe } from './people-de.ts'
import { siteDe } from './site-de.ts'

export const de: Messages = {
  ...accountDe,
  'identity.imprint': 'Impressum',
  'identity.privacy': 'Datenschutz',
  'identity.accessibility': 'Barrierefreiheit',
  'identity.accessibility.footer': 'Barrierefreiheit, Barriere melden',
  'identity.text.missing': '{name} hat diesen Text noch nicht hinterlegt.',
  'identity.text.contact': 'Ansprechstelle: {organisation}, {email}',
  'identity.text.contact.none': 'Ansprechstelle: {organisation}',
  'identity.barrier.title': 'Barriere melden',
  'identity.barrier.lead': 'Sagen Sie uns, was Sie hindert. Wir antworten, wenn Sie eine Adresse nennen.',
  'identity.barrier.page': 'Auf welcher Seite?',
  'identity.barrier.page.help': 'Adresse oder Name der Seite. Beispiel: /daten',
  'identity.barrier.message': 'Was hindert Sie?',
  'identity.barrier.message.help': 'Beispiel: Der Filter lässt sich nicht mit der Tastatur bedienen.',
  'identity.barrier.replyTo': 'E-Mail für die Antwort',
  'identity.barrier.replyTo.help': 'Wir nutzen sie nur für diese Antwort. Nach 180 Tagen löschen wir Meldung und Adresse.',
  'identity.barrier.send': 'Barriere melden',
  'identity.barrier.thanks': 'Ihre Meldung ist angekommen',
  'identity.barrier.thanks.detail':
    '{name} prüft die Barriere. Mit Adresse erhalten Sie eine Antwort, ohne bleibt die Meldung anonym.',
  'identity.barrier.message.missing': 'Beschreiben Sie die Barriere in einem Satz. Beispiel: Die Karte wird nicht vorgelesen.',
  'identity.barrier.message.long': 'Ihre Beschreibung ist zu lang. Kürzen Sie sie auf 5.000 Zeichen.',
  'identity.barrier.page.long': 'Die Angabe zur Seite ist zu lang. Nennen Sie nur die Adresse.',
  'identity.barrier.replyTo.invalid': 'Die Adresse ist unvollständig. Beispiel: name@anbieter.de',
  ...peopleDe,
  ...administrationDe,
  ...siteDe,
}
