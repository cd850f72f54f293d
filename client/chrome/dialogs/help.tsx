import { useStore } from 'zustand'
import { keyLabel } from '../../actions/keys.ts'
import { actions } from '../../actions/list.ts'
import { t } from '../../words/t.ts'
import { useUi, useWorkspace } from '../board/context.ts'
import { chooseSingleKeys } from '../board/single-keys.ts'
import { isMac } from '../board/is-mac.ts'
import { chooseSayings, saysChanges } from '../spoken/choice.ts'
import { Dialog } from '../ui/dialog.tsx'
import styles from './help.module.css'
import { ToolKeys } from './help-tool-keys.tsx'

interface Row {
  label: string
  keys: readonly string[]
}

function Table({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <dl className={styles.rows}>
        {rows.map(({ label, keys }) => (
          <div key={label} className={styles.row}>
            <dt>{label}</dt>
            <dd>
              {keys.slice(0, 2).map((combination, i) => (
                <span key={combination}>
                  {i > 0 && <span className={styles.or}>{t('or')}</span>}
                  <kbd>{keyLabel(combination, isMac)}</kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Every shortcut there is, from the same lists that run them. */
export function Help({ onClose }: { onClose(): void }) {
  const { ui } = useWorkspace()
  const singleKeys = useUi((state) => state.singleKeys)
  const says = useStore(saysChanges, (state) => state.on)
  const actionRows = actions
    .filter(({ keys }) => keys.length > 0)
    .map(({ label, keys }) => ({ label: t(label), keys }))
  return (
    <Dialog title={t('Keyboard shortcuts')} onClose={onClose} wide>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => chooseSingleKeys(ui, event.target.checked)}
        />
        <span>
          {t('Single-key shortcuts')}
          <small>
            {t(
              'Off: keys without Ctrl, ⌘ or Alt do nothing on the map, for speech control and unsteady hands.',
            )}
          </small>
        </span>
      </label>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={says}
          onChange={(event) => chooseSayings(event.target.checked)}
        />
        <span>
          {t('Say what others change')}
          <small>
            {t('For screen readers: a short message now and then, never about your own changes.')}
          </small>
        </span>
      </label>
      <div className={styles.sheet}>
        <ToolKeys />
        <Table title={t('On the map')} rows={actionRows} />
      </div>
    </Dialog>
  )
}
