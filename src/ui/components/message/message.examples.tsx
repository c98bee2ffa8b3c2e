import type { Examples } from '../../examples.ts'
import { Message } from './message.tsx'

export const examples: Examples = (t) => ({
  title: 'Meldungen',
  note: 'Was geschah, was zu tun ist.',
  states: [
    {
      name: 'erledigt',
      wide: true,
      show: (
        <Message kind="success" title="Gespeichert" t={t}>
          <p>
            Der Datensatz ist jetzt öffentlich. <a href="#message">Rückgängig machen</a>
          </p>
        </Message>
      ),
    },
    {
      name: 'Hinweis',
      wide: true,
      show: (
        <Message kind="info" title="Am 1. Dezember von 6 bis 7 Uhr nicht erreichbar" t={t}>
          Wir spielen eine neue Version ein.
        </Message>
      ),
    },
    {
      name: 'Warnung',
      wide: true,
      show: (
        <Message kind="warning" title="Die Datei ist 55 Tage überfällig" t={t}>
          Das Ordnungsamt wurde zweimal erinnert.
        </Message>
      ),
    },
    {
      name: 'Fehler',
      wide: true,
      show: (
        <Message kind="danger" title="Die Datei ließ sich nicht lesen" t={t}>
          <p>
            In Zeile 312 fehlt ein Anführungszeichen. <a href="#message">Zeile ansehen</a>
          </p>
        </Message>
      ),
    },
  ],
})
