import { heirOf } from '../../../shared/objects/heir.ts'
import { organisation } from '../../../shared/objects/organisation.ts'
import { wholeTitleOf } from '../../../shared/objects/title.ts'
import { roundNames, type RoundKind } from '../../../shared/session/round.ts'
import { t } from '../../words/t.ts'
import { useBoard } from '../board/context.ts'
import { faceOf } from '../board/organisations.ts'

/** How each kind of round is called, and what it is for. */
export const kindWords = (): Record<
  RoundKind,
  { name: string; help: string; question: string }
> => ({
  trust: {
    name: t(roundNames.trust),
    help: t('Each side says how far it trusts the other'),
    question: t('How far do you trust each other?'),
  },
  vote: {
    name: t(roundNames.vote),
    help: t('Everyone places dots on what you selected'),
    question: t('What matters most?'),
  },
  scale: {
    name: t(roundNames.scale),
    help: t('One answer from 1 to 5'),
    question: t('How ready are we?'),
  },
  placement: {
    name: t(roundNames.placement),
    help: t('Everyone places their organisation between two axes'),
    question: t('Where does your organisation stand?'),
  },
  truth: {
    name: t(roundNames.truth),
    help: t('True, partly or false, for each card you selected, or for every assumption'),
    question: t('Is it true?'),
  },
  words: {
    name: t(roundNames.words),
    help: t('One short answer each'),
    question: t('What do you hope for?'),
  },
})

/** Names of objects by id, in words for people and whole; the same function until the board changes one of them. */
export function useNames(ids: readonly string[]): (id: string) => string {
  const text = useBoard((board) =>
    JSON.stringify(ids.map((id) => wholeTitleOf(board.object(id), t))),
  )
  const names = JSON.parse(text) as string[]
  return (id) => names[ids.indexOf(id)] ?? t('something that is gone')
}

/** The name of the organisation that was asked, or of the one that it was made a part of; in words where there is none. */
export function useOrganisationName(id: string | null): string {
  const name = useBoard((board) => {
    const heir = id === null ? undefined : heirOf(id, board.ofType(organisation.type))
    return heir && faceOf(heir).name
  })
  return name ?? (id === null ? t('No organisation') : t('An organisation that is gone'))
}
