import { Bars, type BarsProps } from '#ui/components/bars/bars.tsx'

/** Bars with room for long names, such as reasons. */
export const WideBars = (props: BarsProps) => (
  <div class="participation-widebars">
    <Bars {...props} />
  </div>
)
