import { Hero } from '../look/hero.tsx'
import { t } from '../../words/t.ts'
import { CreateForm } from './create-form.tsx'
import { HaveCode } from './have-code.tsx'
import { Page } from './page.tsx'
import pageStyles from './page.module.css'
import { Recent } from './recent.tsx'
import styles from './start.module.css'

/** The first page: what Rapport is, making a board, and the boards that this browser knows. */
export function StartPage() {
  return (
    <Page title="Rapport">
      <div className={styles.start}>
        <section className={styles.about}>
          <h1>{t('See how your organisations really work together')}</h1>
          <p className={styles.lead}>
            {t(
              'Rapport is a shared board on which several organisations map their relationships, trust and objectives together, live, and take the map into a board paper.',
            )}
          </p>
          <div className={styles.hero}>
            <Hero />
          </div>
          <HaveCode />
          <Recent />
        </section>
        <section className={`${pageStyles.card} ${styles.make}`} aria-labelledby="make">
          <h2 id="make">{t('Start a board')}</h2>
          <CreateForm />
        </section>
      </div>
    </Page>
  )
}
