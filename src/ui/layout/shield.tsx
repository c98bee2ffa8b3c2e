/** Stands for the arms of an administration that has not set its own. */
export const Shield = () => (
  <svg class="alm-shield" viewBox="0 0 36 42" width="36" height="42" aria-hidden="true" focusable="false">
    <path class="alm-shield__ground" d="M1 1h34v22c0 9-7 14.5-17 18C8 37.5 1 32 1 23z" />
    <path class="alm-shield__mark" d="M6 16c8-4 16-4 24 0M5 23c9-5 17-5 26 0M8 30c7-4 13-4 20 0" fill="none" stroke-width="2.6" />
  </svg>
)
