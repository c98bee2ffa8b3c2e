import type { Children } from '../../vocabulary.ts'
import { Status, type StatusKind } from '../status/status.tsx'

export interface Task {
  readonly href: string
  /** The deed and its object: "Freigabe prüfen: Hundebestand". */
  readonly title: string
  /** What it is about, one line. */
  readonly note?: Children | undefined
  /** `bad` late, `warn` today, `idle` later, `ok` done. */
  readonly status: StatusKind
  /** When it is due, as a word: "seit 2 Tagen fällig", "heute", "bis 4. Dezember". */
  readonly due: string
}

/** What waits for somebody, most urgent first. */
export const TaskList = ({ tasks }: { readonly tasks: readonly Task[] }) => (
  <ul class="alm-tasks">
    {tasks.map((task) => (
      <li key={task.href + task.title}>
        <div>
          <a class="alm-link" href={task.href}>
            {task.title}
          </a>
          {task.note && <p>{task.note}</p>}
        </div>
        <Status kind={task.status}>{task.due}</Status>
      </li>
    ))}
  </ul>
)
