import { formatBytes, type Lang } from '#kernel/locale.ts'

export interface DownloadProps {
  readonly href: string
  /** The deed: "CSV herunterladen". */
  readonly text: string
  /** Bytes; left out when they are not known. */
  readonly bytes?: number | undefined
  readonly kind?: 'primary' | 'secondary' | undefined
  readonly lang: Lang
}

/** A file to take: what it is and how large, before the finger lifts. */
export const Download = ({ href, text, bytes, kind = 'primary', lang }: DownloadProps) => (
  <a class={`kern-btn ${kind === 'primary' ? 'kern-btn--primary' : 'kern-btn--secondary'}`} href={href} rel="nofollow">
    <span class="kern-label">{bytes === undefined ? text : `${text}, ${formatBytes(bytes, lang).replace(' ', '\u00a0')}`}</span>
  </a>
)
