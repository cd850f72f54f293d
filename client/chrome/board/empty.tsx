import { Building2 } from 'lucide-react'
import { templates } from '../../../shared/templates/list.ts'
import { organisation } from '../../../shared/objects/organisation.ts'
import { t } from '../../words/t.ts'
import { TemplatePicture } from '../look/template-picture.tsx'
import { Button } from '../ui/button.tsx'
import { useCanEdit, useUi, useWorkspace } from './context.ts'
import styles from './empty.module.css'

/** What stands on a board that holds nothing yet: the first step, and what a template would bring. */
export function EmptyBoard() {
  const { ui } = useWorkspace()
  const waiting = useUi((state) => state.tool === 'select' || state.tool === 'hand')
  const canEdit = useCanEdit()
  if (!waiting) return null
  return (
    <section className={styles.empty} aria-labelledby="empty">
      <div className={styles.card}>
        <h2 id="empty">{canEdit ? t('Draw the organisations') : t('Nothing here yet')}</h2>
        <p className={styles.lead}>
          {canEdit
            ? t(
                'Place each organisation at the table, then drag from one to another to draw the tie between them.',
              )
            : t('As soon as somebody draws, you will see it here.')}
        </p>
        {canEdit && (
          <>
            <Button icon={Building2} onClick={() => ui.setState({ tool: organisation.type })}>
              {t('Place an organisation')}
            </Button>
            <h3>{t('Or start a new board from a template')}</h3>
            <ul className={styles.templates}>
              {templates
                .filter(({ id, group }) => group === 'core' && id !== 'blank')
                .map(({ id, name, description }) => (
                  <li key={id}>
                    <TemplatePicture id={id} />
                    <span>
                      <strong>{t(name)}</strong>
                      {t(description)}
                    </span>
                  </li>
                ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}
