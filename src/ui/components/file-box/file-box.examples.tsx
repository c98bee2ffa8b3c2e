import type { Examples } from '../../examples.ts'
import { FileBox } from './file-box.tsx'

export const examples: Examples = (t) => ({
  title: 'Datei mit Erkanntem',
  states: [
    {
      name: 'erkannt',
      wide: true,
      show: (
        <FileBox
          name="spielplaetze_lindenrode.csv"
          facts="38 Zeilen, 9 Spalten. Erkannt: windows‑1252, Semikolon, Dezimalkomma, Datum TT.MM.JJJJ."
          replace="#file-box"
          t={t}
        />
      ),
    },
    {
      name: 'langer Name, nicht zu ersetzen',
      wide: true,
      show: (
        <FileBox name="Verkehrsunfallstatistik_Kreisstrassen_2026_endgueltig_v3_final_NEU.xlsx" facts="Wird gelesen." t={t} />
      ),
    },
  ],
})
