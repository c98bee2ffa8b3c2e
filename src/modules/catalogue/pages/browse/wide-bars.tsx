import { Bars, type BarsProps } from '#ui/components/bars/bars.tsx'

/** Bars with room for long names, such as those of themes and offices. */
export const WideBars = (props: BarsProps) => (
  <div class="catalogue-widebars">
    <Bars {...props} />
  </div>
)
