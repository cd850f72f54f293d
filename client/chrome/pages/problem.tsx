import type { ReactNode } from 'react'
import type { ApiError } from '../../session/api.ts'
import { t } from '../../words/t.ts'
import { Page } from './page.tsx'
import styles from './page.module.css'

/** A page that says what happened, what is safe, and what to do. */
export function ProblemPage({
  title,
  happened,
  safe,
  children,
}: {
  title: string
  happened: string
  /** what is not lost */
  safe: string
  /** what to do: buttons and links */
  children?: ReactNode
}) {
  return (
    <Page title={title}>
      <div className={`${styles.card} ${styles.narrow}`}>
        <h1>{title}</h1>
        <p>{happened}</p>
        <p className={styles.lead}>{safe}</p>
        {children}
      </div>
    </Page>
  )
}

/** What a refused link or token means, by what the server answered. */
export function refusal({ status, type }: ApiError): {
  title: string
  happened: string
  safe: string
} {
  if (status === 0) {
    return {
      title: t('The server can’t be reached'),
      happened: t('This page loaded, but the server that keeps the boards doesn’t answer.'),
      safe: t('Everything that was saved is still there. Check the network, then try again.'),
    }
  }
  if (status === 404) {
    return {
      title: t('There is no such board'),
      happened: t('The address is mistyped, or the board was deleted.'),
      safe: t('Nothing was changed. Ask the facilitator for the link again.'),
    }
  }
  if (/link-(revoked|expired)$/.test(type)) {
    return {
      title: t('This link has been withdrawn'),
      happened: t('A facilitator withdrew it, or its time ran out.'),
      safe: t('The board is still there. Ask the facilitator for a new link.'),
    }
  }
  if (status === 401 || status === 403) {
    return {
      title: t('This link doesn’t open the board'),
      happened: t(
        'It is incomplete or was withdrawn. Links are long: the part after # matters too.',
      ),
      safe: t('Nothing was changed. Ask the facilitator for the link again.'),
    }
  }
  return {
    title: t('Something went wrong'),
    happened: t('The server answered in a way that this page doesn’t understand.'),
    safe: t('Everything that was saved is still there. Try again in a minute.'),
  }
}
