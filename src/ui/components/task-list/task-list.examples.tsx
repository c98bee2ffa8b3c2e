import type { Examples } from '../../examples.ts'
import { TaskList } from './task-list.tsx'

export const examples: Examples = () => ({
  title: 'Aufgaben',
  note: 'Das Dringendste zuerst; die Frist ist ein Wort.',
  states: [
    {
      name: 'überfällig, heute, später',
      wide: true,
      show: (
        <TaskList
          tasks={[
            {
              href: '#aufgabe-1',
              title: 'Freigabe prüfen: Hundebestand nach Straßen',
              note: 'Vier-Augen-Prüfung, eingereicht vom Steueramt',
              status: 'bad',
              due: 'seit 2 Tagen fällig',
            },
            {
              href: '#aufgabe-2',
              title: 'Datenwunsch beantworten: Leerstand in der Innenstadt',
              note: 'Öffentliche Antwort bis heute zugesagt',
              status: 'warn',
              due: 'heute',
            },
            {
              href: '#aufgabe-3',
              title: 'Lizenz bestätigen: Haushaltsplan 2027',
              note: 'Vorschlag: Datenlizenz Deutschland Zero',
              status: 'idle',
              due: 'bis 4. Dezember',
            },
          ]}
        />
      ),
    },
  ],
})
