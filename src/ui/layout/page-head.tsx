import { scriptJson } from './document.ts'
import type { PageMeta } from './page-meta.ts'

const fonts = ['FiraSans-Regular.woff2', 'FiraSans-SemiBold.woff2']

/** The head element: what browsers, search machines, feeds and other programs read. */
export function PageHead({ meta, siteName }: { readonly meta: PageMeta; readonly siteName: string }) {
  const title = meta.title ? `${meta.title} – ${siteName}` : siteName
  const { asset } = meta
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {meta.description && <meta name="description" content={meta.description} />}
      {meta.robots && <meta name="robots" content={meta.robots} />}
      {fonts.map((name) => (
        <link key={name} rel="preload" as="font" type="font/woff2" crossorigin="anonymous" href={asset(name)} />
      ))}
      <link rel="stylesheet" href={asset('allmende.css')} />
      {meta.themeUrl && <link rel="stylesheet" href={meta.themeUrl} />}
      {meta.styles?.map((name) => (
        <link key={name} rel="stylesheet" href={asset(name)} />
      ))}
      <link rel="icon" type="image/svg+xml" href={meta.iconUrl ?? asset('favicon.svg')} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f3f6f4" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#181f1a" />
      {meta.canonical && <link rel="canonical" href={meta.canonical} />}
      {meta.hreflangs?.map((one) => (
        <link key={one.lang} rel="alternate" hreflang={one.lang} href={one.href} />
      ))}
      {meta.alternates?.map((one) => (
        <link key={one.href} rel="alternate" type={one.type} href={one.href} {...(one.title ? { title: one.title } : {})} />
      ))}
      {meta.links?.map((one) => (
        <link key={one.rel + one.href} rel={one.rel} href={one.href} />
      ))}
      <meta property="og:title" content={meta.title || siteName} />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:type" content={meta.og?.type ?? 'website'} />
      <meta property="og:locale" content={meta.lang === 'de' ? 'de_DE' : meta.lang} />
      {meta.description && <meta property="og:description" content={meta.description} />}
      {meta.canonical && <meta property="og:url" content={meta.canonical} />}
      {meta.og?.image && <meta property="og:image" content={meta.og.image} />}
      {meta.jsonLd?.map((data, i) => (
        // A data block is never run, so the script rules of the content policy do not concern it; scriptJson leaves no character that could end the element.
        <script key={`ld${i}`} type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(data) }} />
      ))}
      {meta.islands?.map((name) => (
        <script key={name} type="module" src={asset(name.endsWith('.js') ? name : `${name}.js`)} />
      ))}
    </head>
  )
}
