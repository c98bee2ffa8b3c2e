import { type Answer, body, type Visit } from '#platform/http'
import { renderDocument } from '#ui/layout/document.ts'
import type { Faulty, Shown } from './field.ts'
import type { OpenDraft } from './open-draft.ts'
import { DraftPanel, isBad, verdictOf } from './panel.tsx'

/** What the saving island takes over: the new revision, what others changed meanwhile, the panel, the line above it on small screens. */
export function autosaveAnswer(
  open: OpenDraft,
  visit: Visit,
  turtle: string,
  { faults, others }: { readonly faults: readonly Faulty[]; readonly others: readonly Shown[] },
): Answer {
  const bad = isBad(open.check)
  const html = renderDocument(
    <html lang={visit.lang}>
      <body>
        <input type="hidden" name="revision" value={String(open.draft.revision)} data-autosave-field="" />
        {others.map(({ name, values }) => (
          <div key={name} data-autosave-set={name}>
            {values.map((value) => (
              <data key={value} value={value} />
            ))}
          </div>
        ))}
        <p class={`alm-onlysmall alm-note alm-note--${bad ? 'bad' : 'accent'}`} id="pruefung-kurz">
          <strong>{`${verdictOf(open.check, visit)}.`}</strong> <a href="#pruefung">{visit.t('ui.side.show')}</a>
        </p>
        <DraftPanel open={open} visit={visit} turtle={turtle} unsaved={faults} />
      </body>
    </html>,
  )
  return body('text/html; charset=utf-8', html, {}, faults.length > 0 ? 422 : 200)
}
