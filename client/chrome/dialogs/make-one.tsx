import { useState } from 'react'
import { can } from '../../../shared/access.ts'
import { makeThemOne, toMakeOne } from '../../actions/make-one.ts'
import { endsOf, isLink } from '../../model/kinds.ts'
import type { SessionParticipant } from '../../../shared/protocol/session.ts'
import { roundUnderWay } from '../../../shared/session/state.ts'
import { t, tn } from '../../words/t.ts'
import { useBoardList, useCanEdit, useLive, useWorkspace } from '../board/context.ts'
import { faceOf, type OrganisationFace } from '../board/organisations.ts'
import { useCommand, useRun } from '../facilitation/use-session.ts'
import { Initials } from '../look/initials.tsx'
import picker from '../pages/organisation-picker.module.css'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Group } from '../ui/field.tsx'
import { say } from '../ui/toasts.tsx'
import styles from './make-one.module.css'

const nobody: readonly SessionParticipant[] = []

/** Makes one organisation of several that were added for the same body; who speaks for the others speaks for it then. */
export function MakeOne({ onClose }: { onClose(): void }) {
  const workspace = useWorkspace()
  const command = useCommand()
  const canEdit = useCanEdit()
  const { rounds } = useRun()
  const people = useLive((live) => live.session?.participants ?? nobody)
  const [ids] = useState(() => toMakeOne(workspace).map(({ id }) => id))
  const faces = useBoardList((board) =>
    ids.flatMap((id) => {
      const object = board.object(id)
      return object && !board.isHeld(object) ? [faceOf(object)] : []
    }),
  )
  const ties = useBoardList((board) => [...board.objects()].filter(isLink))
  const tiesOf = (id: string): number => ties.filter((tie) => endsOf(tie).includes(id)).length
  const speakersOf = (id: string): SessionParticipant[] =>
    people.filter(({ organisation, role }) => organisation === id && can(role, 'edit'))
  const [chosen, setChosen] = useState(
    () => [...ids].sort((a, b) => tiesOf(b) - tiesOf(a))[0] ?? '',
  )
  const [busy, setBusy] = useState(false)
  const stays = faces.find(({ id }) => id === chosen) ?? faces[0]
  const goes = faces.filter((face) => face !== stays)
  const speakers = goes.flatMap(({ id }) => speakersOf(id))
  const why = !canEdit
    ? t('The board can’t be changed now.')
    : goes.length === 0
      ? t('There is only one of them left.')
      : roundUnderWay({ rounds })
        ? t(
            'A question is under way, and its answers are given for organisations: reveal or discard it first.',
          )
        : undefined

  const make = async (face: OrganisationFace): Promise<void> => {
    setBusy(true)
    for (const { id } of speakers) {
      const wish = { type: 'speak-for', participant: id, organisation: face.id } as const
      if (!(await command(wish))) {
        setBusy(false)
        return
      }
    }
    makeThemOne(
      workspace,
      face.id,
      goes.map(({ id }) => id),
    )
    say({
      text: t('They are one now: {name}', { name: face.name }),
      action: { label: t('Undo'), run: workspace.undo.wayBack() },
    })
    onClose()
  }
  return (
    <Dialog title={t('Make them one')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (stays && why === undefined) void make(stays)
        }}
      >
        <Group
          label={t('Which one stays?')}
          help={t(
            'What the others say is added to it, and whatever refers to them refers to it. What joins them among themselves goes.',
          )}
        >
          <div className={picker.list}>
            {faces.map((face) => (
              <label key={face.id} className={picker.item}>
                <input
                  type="radio"
                  name="stays"
                  checked={face === stays}
                  disabled={busy}
                  onChange={() => setChosen(face.id)}
                />
                <Initials initials={face.initials} token={face.token} />
                <span className={picker.name}>{face.name}</span>
                <span className={picker.sector}>
                  {tn(tiesOf(face.id), 'One tie', '{n} ties')}
                  {', '}
                  {tn(speakersOf(face.id).length, '1 person', '{n} people')}
                </span>
              </label>
            ))}
          </div>
        </Group>
        <p role="status">
          {why ??
            (speakers.length > 0 &&
              t('{who} will speak for {name}; undo does not take that back.', {
                who: speakers.map(({ name }) => name).join(', '),
                name: stays?.name ?? '',
              }))}
        </p>
        <div className={styles.actions}>
          <Button type="submit" look="primary" disabled={busy || why !== undefined}>
            {t('Make them one')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('Cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
