import { agreement, signaturesOn } from '../objects/agreement.ts'
import { commitment } from '../objects/commitment.ts'
import { image } from '../objects/image.ts'
import { objective } from '../objects/objective.ts'
import { obligation } from '../objects/obligation.ts'
import { organisation } from '../objects/organisation.ts'
import { modes, relationship } from '../objects/relationship.ts'
import { risk } from '../objects/risk.ts'
import { signersOf } from '../objects/signers.ts'
import { titleOf } from '../objects/title.ts'
import { cultureDifferences } from './culture.ts'
import { each, nameAt, simple, type Finding } from './finding.ts'
import { leaningSides } from './levels.ts'
import { oneWay } from './one-way.ts'
import { overdueSince } from './overdue.ts'
import { reachOf } from './people.ts'
import { sameNames } from './same-names.ts'
import type { MapSource } from './source.ts'

/** Something that a chair can act on. */
export interface Flag {
  id: string
  title: string
  /** why it matters, or what to do about it */
  why: string
  findings: readonly Finding[]
}

interface Check {
  id: string
  title: string
  why: string
  find(source: MapSource, today: string): Finding[]
}

/** The whole of a risk as held, with whole numbers of per cent in mind. */
const offBy = (shares: readonly { share: number }[]): number =>
  Math.round((shares.reduce((sum, { share }) => sum + share, 0) - 100) * 10) / 10

const modeWord = (mode: string): string => modes.find(({ value }) => value === mode)?.label ?? ''

const empty = (list: readonly string[]): boolean => list.every((item) => item.trim() === '')

const checks: readonly Check[] = [
  {
    id: 'public-value',
    title: 'Objectives without public value',
    why: 'If working together does not get people more, there is no point in it.',
    find: (source) =>
      simple(
        source,
        each(objective, 'objective', source).filter(({ values }) => !values.publicValue.trim()),
      ),
  },
  {
    id: 'sharp-end',
    title: 'Objectives that reach nobody at the sharp end',
    why: 'Those who need it most get it least, unless somebody draws the line to them.',
    find: (source) =>
      simple(
        source,
        [...reachOf(source)].flatMap(([id, reached]) => {
          const object = source.object(id)
          return object && reached.length === 0 ? [object] : []
        }),
      ),
  },
  {
    id: 'risk-alone',
    title: 'Risks held by one alone',
    why: 'A risk that is passed on is not shared.',
    find: (source) =>
      each(risk, 'risk', source).flatMap((one): Finding[] => {
        const [holder, ...others] = one.values.heldBy
        return holder && others.length === 0
          ? [
              {
                says: '{what}: held by {who}',
                values: { what: titleOf(one, source.say), who: nameAt(source, holder.id) },
                ids: [one.id, holder.id],
              },
            ]
          : []
      }),
  },
  {
    id: 'risk-total',
    title: 'Risks whose shares do not total 100%',
    why: 'What nobody holds falls on whoever stands nearest.',
    find: (source) =>
      each(risk, 'risk', source).flatMap((one): Finding[] => {
        const { heldBy, wanted } = one.values
        return (
          [
            { says: '{what}, today: {sum}%', shares: heldBy },
            { says: '{what}, wanted: {sum}%', shares: wanted },
          ] as const
        ).flatMap(({ says, shares }): Finding[] =>
          shares.length === 0 || offBy(shares) === 0
            ? []
            : [
                {
                  says,
                  values: { what: titleOf(one, source.say), sum: 100 + offBy(shares) },
                  ids: [one.id],
                },
              ],
        )
      }),
  },
  {
    id: 'one-way',
    title: 'Obligations that run one way',
    why: 'Ask what the other side owes in return, or why it owes nothing.',
    find: oneWay,
  },
  {
    id: 'no-fallback',
    title: 'What cannot fail, with nobody to step in',
    why: 'Too essential to fail means that somebody else must be ready.',
    find: (source) =>
      simple(
        source,
        each(obligation, 'obligation', source).filter(
          ({ values }) =>
            values.cannotFail && (values.fallback === undefined || !source.object(values.fallback)),
        ),
      ),
  },
  {
    id: 'imposed',
    title: 'Imposed commitments',
    why: 'Forcing organisations to share fails. What would make it an offer?',
    find: (source) =>
      simple(
        source,
        each(commitment, 'commitment', source).filter(({ values }) => values.state === 'imposed'),
      ),
  },
  {
    id: 'unowned',
    title: 'Commitments without an owner or a date',
    why: 'Without both it cannot be marked as made.',
    find: (source) =>
      each(commitment, 'commitment', source).flatMap((one): Finding[] => {
        const [owned, dated] = [one.values.owner.trim() !== '', one.values.due !== undefined]
        if (owned && dated) return []
        const says = owned
          ? '{what}: no date'
          : dated
            ? '{what}: no owner'
            : '{what}: no owner, no date'
        return [{ says, values: { what: titleOf(one, source.say) }, ids: [one.id] }]
      }),
  },
  {
    id: 'unsigned',
    title: 'Agreements that are not signed by all',
    why: 'An agreement holds for those who signed it.',
    find: (source) =>
      each(agreement, 'agreement', source).flatMap((one) => {
        const signed = signaturesOn(one)
        const wanted = signersOf(agreement.fields.signatures, one, source.all)
        const found = [
          {
            says: '{what}: not signed by {who}',
            by: wanted.filter((id) => !signed.some((signature) => signature.id === id)),
          },
          {
            says: '{what}: changed since it was signed by {who}',
            by: signed.flatMap(({ id, stands }) => (stands || !source.object(id) ? [] : [id])),
          },
        ]
        return found.flatMap(({ says, by }): Finding[] => {
          const who = by.map((id) => nameAt(source, id)).join(', ')
          const what = titleOf(one, source.say)
          return by.length > 0 ? [{ says, values: { what, who }, ids: [one.id, ...by] }] : []
        })
      }),
  },
  {
    id: 'overdue',
    title: 'Reviews and dates that have passed',
    why: 'Look at them before anything new is promised.',
    find: (source, today) =>
      source.all
        .flatMap((one): (Finding & { day: string })[] => {
          const since = overdueSince(one, today)
          if (!since) return []
          return [
            {
              says: '{what}: {day}',
              values: { what: titleOf(one, source.say) },
              days: { day: since.day },
              ids: [one.id],
              day: since.day,
            },
          ]
        })
        .sort((a, b) => (a.day < b.day ? -1 : 1)),
  },
  {
    id: 'culture',
    title: 'Widest differences in culture',
    why: 'Name them before they are taken for bad will.',
    find: (source) =>
      cultureDifferences(source).map(({ label, low, high }) => ({
        says: '{scale}: {a} ({low}), {b} ({high})',
        words: { scale: label, low: low.word, high: high.word },
        values: { a: nameAt(source, low.id), b: nameAt(source, high.id) },
        ids: [low.id, high.id],
      })),
  },
  {
    id: 'modes',
    title: 'Ties that the two sides see differently',
    why: 'Two modes of partnership on one tie: hear both before anything is settled.',
    find: (source) =>
      each(relationship, 'relationship', source).flatMap((one): Finding[] => {
        const { from, to, ends } = one.values
        const [mine, theirs] = [ends.from.mode, ends.to.mode]
        const differ = mine !== theirs && mine !== 'unsaid' && theirs !== 'unsaid'
        if (!differ || from === undefined || to === undefined) return []
        if (!source.object(from) || !source.object(to)) return []
        return [
          {
            says: '{a} ({mine}), {b} ({theirs})',
            values: { a: nameAt(source, from), b: nameAt(source, to) },
            words: { mine: modeWord(mine), theirs: modeWord(theirs) },
            ids: [one.id, from, to],
          },
        ]
      }),
  },
  {
    id: 'deal',
    title: 'Ties that lean on the deal',
    why: 'Little trust, and the contract has to hold it: what would build some?',
    find: (source) =>
      leaningSides(source).map(({ tie, by, about }) => ({
        says: '{who}, of {whom}',
        values: { who: nameAt(source, by), whom: nameAt(source, about) },
        ids: [tie.id, by, about],
      })),
  },
  {
    id: 'brings-wants',
    title: 'Organisations with an empty side',
    why: 'Who brings nothing, or wants nothing, is not taken at full value.',
    find: (source) =>
      each(organisation, 'organisation', source).flatMap((one): Finding[] => {
        const [brings, wants] = [!empty(one.values.brings), !empty(one.values.wants)]
        if (brings && wants) return []
        const says = brings
          ? '{what}: nothing under “Wants”'
          : wants
            ? '{what}: nothing under “Brings”'
            : '{what}: nothing under “Brings” and “Wants”'
        return [{ says, values: { what: titleOf(one, source.say) }, ids: [one.id] }]
      }),
  },
  {
    id: 'same-name',
    title: 'Organisations of the same name',
    why: 'Each has its own ties and people: if they are one body, make them one.',
    find: sameNames,
  },
  {
    id: 'described',
    title: 'Images that are not described',
    why: 'Who does not see them learns nothing of them, on screen or in the paper.',
    find: (source) =>
      simple(
        source,
        each(image, 'image', source).filter(({ values }) => !values.alt.trim()),
      ),
  },
]

/** Everything on the board that a chair can act on, in plain words; `today` is `YYYY-MM-DD`. Checks that find nothing are left out. */
export const flagsOf = (source: MapSource, today: string): Flag[] =>
  checks.flatMap(({ id, title, why, find }): Flag[] => {
    const findings = find(source, today)
    return findings.length > 0 ? [{ id, title, why, findings }] : []
  })
