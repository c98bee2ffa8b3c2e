/** Text of somebody as paragraphs: nothing in it is a link or markup. */
export const Said = ({ text, lang }: { readonly text: string; readonly lang?: string | undefined }) => (
  <div class="alm-stack" lang={lang}>
    {text
      .split(/\n\s*\n/)
      .filter((part) => part.trim() !== '')
      .map((part, i) => (
        <p key={`${i}`} class="alm-said">
          {part}
        </p>
      ))}
  </div>
)
