import { hourOf } from '#kernel/clock.ts'
import type { StaffContent, StaffTask, View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Pipe } from '#ui/components/pipe/pipe.tsx'
import type { StatusKind } from '#ui/components/status/status.tsx'
import { type Task, TaskList } from '#ui/components/task-list/task-list.tsx'

/** Tasks on the overview; the rest stands in the rooms' lists. */
const shown = 8

/** How one greets at this hour of the clocks in Germany. */
export function greetingAt(now: Date): 'morning' | 'day' | 'evening' {
  const hour = hourOf(now)
  return hour < 4 || hour >= 18 ? 'evening' : hour < 11 ? 'morning' : 'day'
}

const kinds: Readonly<Record<NonNullable<StaffTask['due']>['kind'], StatusKind>> = { late: 'bad', soon: 'warn', open: 'idle' }

const taskOf = (task: StaffTask, visit: Visit): Task => ({
  href: task.href,
  title: task.title,
  note: task.note,
  status: task.due ? kinds[task.due.kind] : 'idle',
  due: task.due?.text ?? visit.t('shell.staff.task.open'),
})

/** The overview of the internal area: what waits for this person, then how things stand. What rooms gave is put in order, nothing else. */
export function staffView(visit: Visit, contents: readonly StaffContent[]): View {
  const { t, now } = visit
  const tasks = contents.flatMap((content) => content.tasks).sort((a, b) => a.order - b.order)
  const late = tasks.filter((task) => task.due?.kind === 'late').length
  const [first] = tasks
  const pipes = contents.flatMap((content) => content.pipe ?? [])
  const deeds = contents.flatMap((content) => content.deed ?? [])
  const sections = contents.flatMap((content) => content.sections).sort((a, b) => a.order - b.order)
  return {
    title: t('shell.staff.title'),
    area: 'staff',
    frame: 'staff',
    body: (
      <>
        <Head
          title={t(`shell.staff.greeting.${greetingAt(now)}`, { name: visit.actor.person?.name ?? '' })}
          lead={`${t('shell.staff.tasks.count', { count: tasks.length })} ${late > 0 ? t('shell.staff.tasks.late', { count: late }) : ''}`}
          t={t}
        >
          <Actions>
            {first && <Button text={first.title} href={first.href} />}
            {deeds.map((deed, i) =>
              !first && i === 0 ? (
                <Button key={deed.href} text={deed.text} href={deed.href} />
              ) : (
                <a key={deed.href} class="alm-link" href={deed.href}>
                  {deed.text}
                </a>
              ),
            )}
          </Actions>
        </Head>
        {pipes.map((pipe) => (
          <Block key={pipe.title} title={pipe.title} link={pipe.csv ? { href: pipe.csv, text: t('shell.staff.csv') } : undefined}>
            <Pipe
              label={pipe.title}
              steps={pipe.steps.map(({ value, label, href, note }) => ({ count: value, label, href, note }))}
              t={t}
            />
          </Block>
        ))}
        <Block id="aufgaben" title={t('shell.staff.tasks')}>
          {tasks.length === 0 ? (
            <Empty title={t('shell.staff.tasks.none')} reason={t('shell.staff.tasks.none.reason')} />
          ) : (
            <TaskList tasks={tasks.slice(0, shown).map((task) => taskOf(task, visit))} />
          )}
        </Block>
        {sections.map((section) => (
          <Block key={section.id} id={section.id} title={section.title}>
            {section.body}
          </Block>
        ))}
      </>
    ),
  }
}
