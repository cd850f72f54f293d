import { useEffect, useState } from 'react'
import { createUi } from '../../model/ui.ts'
import { keepRecent, type Credentials } from '../../session/credentials.ts'
import { openBoard, type OpenBoard } from '../../session/open.ts'
import { t } from '../../words/t.ts'
import { themeStore } from '../look/theme.ts'
import { late } from '../ui/late.tsx'
import { Board } from './board.tsx'
import styles from './board.module.css'
import { OpenProvider, useLive } from './context.ts'
import { keepsSingleKeys } from './single-keys.ts'

const ended = late(() => import('./ended.tsx').then((m) => m.Ended))

/** Opens the board for as long as it is on screen. */
export function BoardPage({ credentials }: { credentials: Credentials }) {
  const [open, setOpen] = useState<OpenBoard>()
  const [failure, setFailure] = useState<{ error: unknown }>()
  useEffect(() => {
    let left = false
    let opened: OpenBoard | undefined
    const ui = createUi(themeStore.getState().theme)
    ui.setState({ singleKeys: keepsSingleKeys() })
    const stopTheme = themeStore.subscribe(({ theme }) => ui.setState({ theme }))
    keepRecent(credentials)
    openBoard(credentials, ui).then(
      (board) => {
        opened = board
        if (left) board.close()
        else setOpen(board)
      },
      (error: unknown) => setFailure({ error }),
    )
    return () => {
      left = true
      stopTheme()
      setOpen(undefined)
      opened?.close()
    }
  }, [credentials])

  // The boundary around the pages shows it.
  if (failure) throw failure.error
  if (!open)
    return <div className={styles.opening} role="status" aria-label={t('Opening the board')} />
  return (
    <OpenProvider value={open}>
      <Board />
      <End />
    </OpenProvider>
  )
}

function End() {
  const needed = useLive((live) => live.ended !== null || live.stale.length > 0)
  return needed ? <ended.Show /> : null
}
