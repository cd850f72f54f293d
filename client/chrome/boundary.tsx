import { Component, type ReactNode } from 'react'
import { t } from '../words/t.ts'

interface Props {
  /** what is shown once something below has thrown */
  fallback: ReactNode
  children: ReactNode
}

/** Catches what a broken assumption throws while drawing, so that nobody is left with a blank page. */
export class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children
  }
}

/** What stands there when even the pages can't be drawn: no styles, no libraries, only words and a way on. */
export function Broken() {
  return (
    <main role="alert" style={{ maxWidth: '32em', margin: '10vh auto', padding: '0 1em' }}>
      <h1>{t('This page has stopped working')}</h1>
      <p style={{ margin: '1em 0' }}>
        {t(
          'What was saved is safe on the server, and unsaved changes are kept in this browser. Loading the page again brings both back.',
        )}
      </p>
      <button
        type="button"
        style={{ textDecoration: 'underline', minHeight: 44 }}
        onClick={() => location.reload()}
      >
        {t('Load the page again')}
      </button>
    </main>
  )
}
