import { listAnswers } from '../../shared/answers.ts'
import { type ListView, monitorList } from '../../shared/question-lists.ts'
import { type Line, percentile } from './measure.ts'
import type { Place } from './place.ts'
import { circulated, fill, questionIds } from './writing.ts'

const TIMES = 60

/** Staff’s pages over 2,535 answers, and once more when ten lists hold as many. */
export async function readingLines(place: Place): Promise<Line[]> {
  const list = await circulated(place)
  await fill(place, list, 3)
  const single = await times(place, list)
  for (let more = 0; more < 9; more++) await fill(place, await circulated(place), 1)
  await place.owner.query('vacuum analyze')
  const tenfold = await times(place, list)
  return [
    { name: 'Monitor page, p95', unit: 'ms on the server', ours: single.monitor, reference: null, goal: 50 },
    {
      name: 'Answers by question with filters and text, p95',
      unit: 'ms on the server',
      ours: single.answers,
      reference: null,
      goal: 100,
    },
    {
      name: 'Monitor page with ten times the data, p95',
      unit: 'ms on the server',
      ours: tenfold.monitor,
      reference: { name: 'ours with 2,535 answers', value: single.monitor },
      goal: 1.5,
    },
    {
      name: 'Answers by question with ten times the data, p95',
      unit: 'ms on the server',
      ours: tenfold.answers,
      reference: { name: 'ours with 2,535 answers', value: single.answers },
      goal: 1.5,
    },
  ]
}

async function times(place: Place, list: ListView) {
  const questions = questionIds(list)
  const monitor: number[] = []
  const answers: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    const query = {
      question: turn % 4 === 3 ? undefined : questions[turn % questions.length],
      region: turn % 2 ? ['african' as const, 'weog' as const] : undefined,
      text: ['budget', 'la', '问责', 'المساءلة'][turn % 4],
    }
    const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))
    monitor.push((await place.staff.ask(monitorList, { params: { listId: list.id } })).ms)
    answers.push((await place.staff.ask(listAnswers, { params: { listId: list.id }, query: given })).ms)
  }
  // The first ones find cold caches on both sides of the comparison.
  return { monitor: percentile(monitor.slice(5), 0.95), answers: percentile(answers.slice(5), 0.95) }
}
