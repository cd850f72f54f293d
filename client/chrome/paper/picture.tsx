import { FileDown } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { titleOf } from '../../../shared/objects/title.ts'
import type { ExportProgress } from '../../../shared/protocol/export-stream.ts'
import { byName } from '../../../shared/paper/words.ts'
import { exportInSteps } from '../../session/export-steps.ts'
import { language, t, tn } from '../../words/t.ts'
import { useBoardList, useOpen, useUi } from '../board/context.ts'
import { download } from '../board/save-copy.ts'
import { failureText, unforeseenText } from '../failures.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Group, inputLook } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Making } from './making.tsx'
import styles from './picture.module.css'
import { settled } from './use-download.ts'

/** As many as the server takes in one address. */
const MOST_OBJECTS = 200

type Step =
  | { step: 'idle' | 'done' }
  | { step: 'making'; progress: ExportProgress }
  | { step: 'failed'; detail: string }

/** What was selected, what lies in selected frames, and the ties between selected ends. */
function useSelected(): readonly string[] {
  const selection = useUi((state) => state.selection)
  return useBoardList((board) => {
    const isIn = (id: unknown): boolean => typeof id === 'string' && selection.has(id)
    return [...board.objects()].filter(
      ({ id, frame, fields: { from, to } }) =>
        selection.size > 0 && (isIn(id) || isIn(frame) || (isIn(from) && isIn(to))),
    )
  }).map(({ id }) => id)
}

/** The board, a frame or what is selected as a picture: of which kind, how large, on what ground. */
export function Picture({ onClose }: { onClose(): void }) {
  const open = useOpen()
  const { board, participant } = open.credentials
  const selected = useSelected()
  const frames = useBoardList((all) =>
    [...all.objects()]
      .filter(({ type }) => type === 'frame')
      .sort((a, b) => byName(titleOf(a, t), titleOf(b, t))),
  )
  const [what, setWhat] = useState(selected.length > 0 ? 'selection' : 'board')
  const [format, setFormat] = useState<'png' | 'svg'>('png')
  const [scale, setScale] = useState('2')
  const [background, setBackground] = useState('paper')
  const [state, setState] = useState<Step>({ step: 'idle' })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const making = state.step === 'making'
  const tooMany = what === 'selection' && selected.length > MOST_OBJECTS

  const make = async (signal: AbortSignal): Promise<Step> => {
    await settled(open, signal)
    const part =
      what === 'board'
        ? undefined
        : what === 'selection'
          ? { objects: selected.join(',') }
          : { frame: what }
    const query = { ...part, language: language(), background, ...(format === 'png' && { scale }) }
    const answer = await exportInSteps(board.id, participant.token, format, {
      signal,
      query,
      onProgress: (progress) =>
        setState((was) => (was.step === 'making' ? { step: 'making', progress } : was)),
    })
    if (!answer.ok) return { step: 'failed', detail: failureText(answer.error) }
    download(answer.value, board.title, format)
    return { step: 'done' }
  }
  const take = (): void => {
    const controller = new AbortController()
    running.current = controller
    setState({ step: 'making', progress: { step: 'waiting' } })
    void make(controller.signal)
      .catch((error: unknown): Step => {
        if (controller.signal.aborted) return { step: 'idle' }
        return { step: 'failed', detail: unforeseenText(error) }
      })
      .then((next) => {
        if (running.current === controller) setState(next)
      })
  }

  const said =
    state.step === 'failed'
      ? state.detail
      : tooMany
        ? t('More than {most} things are selected. Take a frame or the whole board.', {
            most: MOST_OBJECTS,
          })
        : ''
  return (
    <Dialog title={t('Picture')} onClose={onClose}>
      <form
        className={styles.picture}
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <Field label={t('What it shows')}>
          {(control) => (
            <select
              {...control}
              className={inputLook}
              value={what}
              onChange={(event) => setWhat(event.target.value)}
            >
              <option value="board">{t('The whole board')}</option>
              {selected.length > 0 && (
                <option value="selection">
                  {tn(
                    selected.length,
                    'What is selected (1 thing)',
                    'What is selected ({n} things)',
                  )}
                </option>
              )}
              {frames.map((frame) => (
                <option key={frame.id} value={frame.id}>
                  {t('Frame: {title}', { title: titleOf(frame, t) })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Group label={t('Kind')}>
          <Segmented
            options={[
              { value: 'png', label: t('PNG, for slides and mail') },
              { value: 'svg', label: t('SVG, for drawing programs') },
            ]}
            wrap
            value={format}
            onChange={setFormat}
          />
        </Group>
        {format === 'png' && (
          <Group label={t('Size')} help={t('1× is the size at 100% on screen.')}>
            <Segmented
              options={[
                { value: '1', label: '1×' },
                { value: '2', label: '2×' },
                { value: '4', label: '4×' },
              ]}
              value={scale}
              onChange={setScale}
            />
          </Group>
        )}
        <Group label={t('Background')}>
          <Segmented
            options={[
              { value: 'paper', label: t('Paper') },
              { value: 'white', label: t('White') },
              { value: 'transparent', label: t('Transparent') },
            ]}
            value={background}
            onChange={setBackground}
          />
        </Group>
        {state.step === 'making' && <Making progress={state.progress} seconds={0} />}
        <p
          hidden={making}
          className={styles.status}
          role={said === '' ? 'status' : 'alert'}
          data-failed={said !== ''}
        >
          {said || (state.step === 'done' ? t('The picture is in your downloads.') : '')}
        </p>
        <div className={styles.foot}>
          {making && (
            <Button look="quiet" onClick={() => running.current?.abort()}>
              {t('Cancel')}
            </Button>
          )}
          <Button look="primary" icon={FileDown} type="submit" disabled={making || tooMany}>
            {t('Download picture')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
