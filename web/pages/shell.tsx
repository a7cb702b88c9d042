import type { ReactNode } from 'react'
import { sayIn } from '#shared/i18n/say.ts'
import { shellTexts as texts } from '#shared/i18n/shell.ts'
import type { Language } from '#shared/text/bilingual.ts'
import { Icon } from './icons.tsx'

/** The built files that a page links; nothing is ever written into the page itself, as the policy demands. */
export interface PageAssets {
  styles: readonly string[]
  /** Fonts wanted by every page, fetched before the style sheet asks for them. */
  fonts: readonly string[]
  scripts: readonly string[]
  /** What the scripts import: fetched beside them and not after them. */
  imports: readonly string[]
  icon: string | undefined
}

/** What a page knows about its reader and the desk, the same for all pages. */
export interface PageContext {
  language: Language
  isLargeText: boolean
  isHighContrast: boolean
  /** Path and query, without the ones that change language and text size. */
  path: string
  /** Outside production everything is practice, and every page says so; `clock` when its time was moved. */
  demo?: { clock?: string }
  /** The number to call, as the unit publishes it; absent: none is promised. */
  hotline?: string
  assets: PageAssets
}

export interface ShellProps {
  context: PageContext
  title: string
  /** A form came back with something to mend: the title says so first. */
  hasError?: boolean
  children: ReactNode
}

/** The whole document around a page. Works without JavaScript and without a single inline style or script. */
export function Shell({ context, title, hasError = false, children }: ShellProps) {
  const { language, assets } = context
  const say = sayIn(language)

  return (
    <html
      lang={language}
      data-text={context.isLargeText ? 'large' : undefined}
      data-contrast={context.isHighContrast ? 'high' : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${hasError ? `${say(texts.error)}: ` : ''}${title} – Quầy`}</title>
        <meta name="theme-color" content="#a8201a" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="manifest" href="/manifest.webmanifest" />
        {assets.icon && <link rel="icon" type="image/svg+xml" href={assets.icon} />}
        {assets.fonts.map((font) => (
          <link key={font} rel="preload" as="font" type="font/woff2" href={font} crossOrigin="anonymous" />
        ))}
        {assets.styles.map((style) => (
          <link key={style} rel="stylesheet" href={style} />
        ))}
        {assets.imports.map((script) => (
          <link key={script} rel="modulepreload" href={script} />
        ))}
        {assets.scripts.map((script) => (
          <script key={script} type="module" src={script} />
        ))}
      </head>
      <body>
        <a className="skip-link" href="#noi-dung">
          {say(texts.skip)}
        </a>
        <SiteHeader context={context} />
        {children}
        <SiteFooter context={context} />
      </body>
    </html>
  )
}

function SiteHeader({ context }: { context: PageContext }) {
  const say = sayIn(context.language)
  const otherLanguage = context.language === 'vi' ? 'en' : 'vi'

  return (
    <header>
      {context.demo && <DemoNotice language={context.language} clock={context.demo.clock} />}
      <div className="site-header">
        <nav className="site-tools" aria-label={say(texts.preferences)}>
          <div className="wrap" data-read-aloud={say(texts.readAloud)} data-stop-reading={say(texts.stopReading)}>
            <a href={withChoice(context.path, 'nen', context.isHighContrast ? 'thuong' : 'ro')} rel="nofollow">
              {say(context.isHighContrast ? texts.normalContrast : texts.highContrast)}
            </a>
            <a href={withChoice(context.path, 'chu', context.isLargeText ? 'thuong' : 'to')} rel="nofollow">
              {say(context.isLargeText ? texts.normalText : texts.largeText)}
            </a>
            <a href={withChoice(context.path, 'lang', otherLanguage)} lang={otherLanguage} rel="nofollow">
              {say(texts.otherLanguage)}
            </a>
          </div>
        </nav>
        <div className="wrap site-header-row">
          <a className="wordmark" href="/" aria-label={`${say(texts.siteName)}, ${say(texts.home)}`}>
            <span className="wordmark-name">{say(texts.siteName)}</span>
            <span className="wordmark-unit">
              {say(texts.unitLine1)}
              <br />
              {say(texts.unitLine2)}
            </span>
          </a>
          <a className="header-link" href="/tra-cuu">
            {say(texts.track)}
          </a>
        </div>
        <div className="counter-line" />
      </div>
    </header>
  )
}

function DemoNotice({ language, clock }: { language: Language; clock?: string }) {
  const say = sayIn(language)

  return (
    <div className="notice-bar">
      <p className="wrap">
        <strong>{say(texts.demo)}</strong> {say(texts.demoNote)} {clock && say(texts.demoClock(clock))}
      </p>
    </div>
  )
}

function SiteFooter({ context }: { context: PageContext }) {
  const { hotline } = context
  const say = sayIn(context.language)

  return (
    <footer className="site-footer">
      <div className="wrap">
        <div className="help">
          <Icon name="phone" />
          <div>
            <h2 className="help-title">{say(texts.helpTitle)}</h2>
            {hotline && (
              <p>
                {say(texts.helpCall)} <a href={`tel:${hotline.replace(/[^\d+]/g, '')}`}>{hotline}</a>
              </p>
            )}
            <p>{say(texts.helpDesk)}</p>
            <p>{say(texts.urgent)}</p>
          </div>
        </div>
        <ul className="footer-links">
          <li>
            <a href="/thu-tuc">{say(texts.allProcedures)}</a>
          </li>
          <li>
            <a href="/tra-cuu">{say(texts.trackDossier)}</a>
          </li>
          <li>
            <a href="/ho-so">{say(texts.myDossiers)}</a>
          </li>
          <li>
            <a href="/dat-lich">{say(texts.bookVisit)}</a>
          </li>
          <li>
            <a href="/kt">{say(texts.checkPaper)}</a>
          </li>
          <li>
            <a href="/du-lieu-ca-nhan">{say(texts.privacyNotice)}</a>
          </li>
          <li>
            <a href="/tiep-can">{say(texts.accessibility)}</a>
          </li>
        </ul>
        <p className="footer-small">{say(texts.privacy)}</p>
      </div>
    </footer>
  )
}

/** This page again, with the reader's choice; the server remembers it in a cookie. */
function withChoice(path: string, name: 'lang' | 'chu' | 'nen', value: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${name}=${value}`
}
