const paths = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20.5 20.5',
  info: 'M12 10.5v6M12 7.200v.1',
  success: 'M7.5 12.5l3 3 6-6.5',
  warning: 'M12 9.5v5M12 17.300v.1',
  danger: 'M12 7v6.5M12 16.800v.1',
} as const
export type IconName = keyof typeof paths

/** A few line drawings that repeat what a word beside them says; never alone, so hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  const framed = name !== 'search'
  return (
    <svg class={`alm-icon alm-icon--${name}`} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      {framed && (
        <path
          class="alm-icon__ground"
          d={
            name === 'warning'
              ? 'M12 2.5 22.5 21.5h-21z'
              : name === 'danger'
                ? 'M12 1 23 12 12 23 1 12z'
                : 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z'
          }
        />
      )}
      <path
        class="alm-icon__line"
        d={paths[name]}
        fill="none"
        stroke-width="2.2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
