import { encode } from 'uqr'

/** A text as a QR code, drawn on the server. What it holds stands beside it as text too; `label` says what it is for. */
export const Qr = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg class="alm-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path class="alm-qr__ground" d={`M0 0h${size}v${size}H0z`} />
      <path class="alm-qr__dark" d={path} />
    </svg>
  )
}
