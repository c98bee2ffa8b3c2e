import type { Examples } from '../../examples.ts'
import { CheckField, ChoiceField, DateField, SelectField, TextArea, TextField } from './form-field.tsx'

export const examples: Examples = (t) => ({
  title: 'Formularfeld',
  note: 'Beschriftung, Hilfe, Feld, Fehler. „Freiwillig“ statt Sternchen.',
  states: [
    {
      name: 'normal',
      wide: true,
      show: <TextField id="feld-mail" name="mail" type="email" label="E-Mail" help="Für die Antwort auf Ihre Frage" t={t} />,
    },
    {
      name: 'Fokus',
      wide: true,
      show: <TextField id="feld-mail-fokus" name="mail" label="E-Mail-Adresse" value="h.kranz@" state="focus" t={t} />,
    },
    {
      name: 'Fehler',
      wide: true,
      show: (
        <TextField
          id="feld-mail-fehler"
          name="mail"
          label="E-Mail für Rückfragen"
          value="h.kranz@"
          error="Hinter dem @ fehlt etwas. Beispiel: name@anbieter.de"
          t={t}
        />
      ),
    },
    {
      name: 'gesperrt',
      wide: true,
      show: (
        <TextField
          id="feld-akte"
          name="akte"
          label="Aktenzeichen"
          help="Wird automatisch vergeben"
          value="LR-2026-0412"
          disabled
          t={t}
        />
      ),
    },
    {
      name: 'Text, freiwillig',
      wide: true,
      show: <TextArea id="feld-text" name="text" label="Ihre Nachricht" rows={3} optional t={t} />,
    },
    {
      name: 'Auswahl',
      wide: true,
      show: (
        <SelectField
          id="feld-auswahl"
          name="muster"
          label="Musterdatensatz"
          value="haushalt"
          options={[
            { value: 'baum', label: 'Baumkataster' },
            { value: 'haushalt', label: 'Haushaltsplan' },
          ]}
          t={t}
        />
      ),
    },
    { name: 'Tag', wide: true, show: <DateField id="feld-tag" name="tag" label="Stand der Daten" value="2026-11-24" t={t} /> },
    {
      name: 'ein Kästchen',
      wide: true,
      show: <CheckField id="feld-offen" name="offen" label="Nur offene Lizenzen" checked optional t={t} />,
    },
    {
      name: 'eine von wenigen',
      wide: true,
      show: (
        <ChoiceField
          id="feld-wer"
          name="wer"
          label="Wer darf es lesen?"
          values={['alle']}
          options={[
            { value: 'alle', label: 'Alle', help: 'Erscheint auch in der Suche.' },
            { value: 'haus', label: 'Nur die Verwaltung' },
          ]}
          t={t}
        />
      ),
    },
  ],
})
