import { useState } from 'react'
import { definitionOf } from '../../../shared/objects/index.ts'
import { linkFrom } from '../../model/kinds.ts'
import { t } from '../../words/t.ts'
import { useUi, useWorkspace } from '../board/context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { HandsProvider, type OutlineHands } from './context.ts'
import styles from './outline.module.css'
import { Relate } from './relate.tsx'

const none: OutlineHands = {
  picking: false,
  announce: () => {},
  goTo: () => {},
  takeWish: () => undefined,
}

/** Ties the selected object, or any, to another by choosing both from lists: drawing a tie, without a pointer. */
export function RelateDialog({ onClose }: { onClose(): void }) {
  const { board, ui } = useWorkspace()
  const [selected] = useState(() => {
    const { selection } = ui.getState()
    return selection.size === 1 ? board.object([...selection][0] ?? '') : undefined
  })
  const tool = useUi((state) => state.tool)
  const chosen = definitionOf(tool)
  const drawn = chosen?.place === 'link' ? chosen : undefined
  const likely = drawn ?? (selected && linkFrom(selected))
  const from = selected && linkFrom(selected) && !drawn ? selected.id : ''
  const close = (): void => {
    if (drawn) ui.setState({ tool: 'select' })
    onClose()
  }
  return (
    <Dialog title={t('Join two')} onClose={close}>
      <HandsProvider value={none}>
        <div className={styles.joining}>
          <Relate {...(likely && { kind: likely.type })} from={from} onDone={close} />
        </div>
      </HandsProvider>
    </Dialog>
  )
}
