import { newId } from '../../shared/ids.ts'
import type { Given } from '../../shared/session/applied.ts'
import type { Command } from '../../shared/session/commands.ts'
import { resultsOf, type Results } from '../../shared/session/results.ts'
import type { Round, SessionState } from '../../shared/session/state.ts'
import type { Clock } from '../clock.ts'
import type { BoardStore, ParticipantRow } from '../store/store.ts'
import { makeCode } from './codes.ts'
import { isOrganisation, onlyIssueIn, tiesIn } from './document.ts'
import { readSealed } from './sealed.ts'

/** Where what a command needs is looked up. */
export interface SourceOfGiven {
  board: string
  store: BoardStore
  clock: Clock
  /** everyone who ever joined, the removed ones and those who wait too */
  participants(): Iterable<ParticipantRow>
  /** the whole document as one update */
  document(): Promise<Uint8Array>
}

/** Who has a place on the board. */
const presentOn = (host: SourceOfGiven): ParticipantRow[] =>
  [...host.participants()].filter(
    ({ removedAt, waiting }) => removedAt === null && waiting === null,
  )

async function results(round: Round, host: SourceOfGiven): Promise<Results> {
  const answers = await host.store.answers(host.board, round.id)
  const organisations = new Set<string>()
  for (const { organisation } of presentOn(host)) {
    if (organisation !== null) organisations.add(organisation)
  }
  return resultsOf(round, answers.map(readSealed), [...organisations])
}

/** What `command` needs, with the session in `state`, that only the server knows. */
export async function givenFor(
  command: Command,
  state: SessionState,
  host: SourceOfGiven,
): Promise<Given> {
  const now = host.clock.now()
  const given: Given = {
    now,
    id: newId(),
    ties: [],
    issue: null,
    speaker: null,
    hasOrganisation: false,
    results: null,
    code: null,
  }
  switch (command.type) {
    case 'code':
      if (command.role === null || state.ended) return given
      return { ...given, code: await makeCode(host.store, host.board, command.role, now) }
    case 'stage':
      if (command.frame === null) return given
      return { ...given, issue: onlyIssueIn(await host.document(), command.frame) }
    case 'speak-for': {
      const { participant, organisation } = command
      const speaker = presentOn(host).find(({ id }) => id === participant)?.role ?? null
      const hasOrganisation =
        organisation !== null && isOrganisation(await host.document(), organisation)
      return { ...given, speaker, hasOrganisation }
    }
    case 'open-round': {
      if (command.spec.kind !== 'trust') return given
      const { relationships } = command.spec
      const ties = tiesIn(await host.document())
      return {
        ...given,
        ties: relationships ? ties.filter(({ id }) => relationships.includes(id)) : ties,
      }
    }
    case 'reveal-round': {
      const round = state.rounds.find(({ id }) => id === command.round)
      if (round?.state !== 'closed') return given
      return { ...given, results: await results(round, host) }
    }
    default:
      return given
  }
}
