import type { Finding } from '../measures/finding.ts'
import { groupBy } from '../measures/group.ts'
import type { Speech } from '../words/speech.ts'

/** Whether a finding says something of one thing, and nothing else that could differ: “{what}: no owner”. */
const isOfOne = ({ says, values = {}, words, days }: Finding): boolean =>
  says !== '{what}' && Object.keys(values).join(' ') === 'what' && !words && !days

/** Findings for paper: what is said of several things in the same words is said once, of all of them; of more than `most`, those are named and the others counted. */
export function together(findings: readonly Finding[], speech: Speech, most: number): Finding[] {
  const alike = groupBy(findings, (finding) => (isOfOne(finding) ? finding.says : finding))
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    if (!first || group.length === 1) return group
    const names = group.map(({ values }) => String(values?.['what']))
    return [
      {
        ...first,
        values: { what: speech.list(names, most) },
        ids: group.flatMap(({ ids }) => ids),
      },
    ]
  })
}
