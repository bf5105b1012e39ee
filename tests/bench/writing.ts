import { randomUUID } from 'node:crypto'
import { deadlineIn, reformConsultation, reformList } from '../../server/seed/sample-lists.ts'
import { addConsultation } from '../../shared/consultations.ts'
import type { Language } from '../../shared/languages.ts'
import { LANGUAGES } from '../../shared/languages.ts'
import { acknowledgeList, addList, circulateList, type ListView, readList } from '../../shared/question-lists.ts'
import { moveResponse, openResponse, readResponse, saveAnswer, submitResponse } from '../../shared/responses.ts'
import type { Block } from '../../shared/text.ts'
import { sampleText } from '../support/sample-texts.ts'
import type { Caller } from './client.ts'
import { atOnce, interleaved, type Line } from './measure.ts'
import type { Delegation, Place } from './place.ts'

export const LANES = 16
const ROUNDS = 3

export const questionIds = (list: ListView) =>
  list.sections.flatMap((section) => section.questions.map((one) => one.id))
const languageOf = (index: number): Language => LANGUAGES[index % LANGUAGES.length] ?? 'en'

let made = 0
/** A list of the thirteen questions, circulated to everybody. */
export async function circulated(place: Place): Promise<ListView> {
  const reference = `BENCH-${++made}`
  const consultation = await place.staff.ask(addConsultation, {
    body: { commandId: randomUUID(), ...reformConsultation(), reference },
  })
  const body = reformList({
    deadline: deadlineIn(20, new Date()),
    addresseeIds: place.delegations.map((one) => one.id),
  })
  const draft = await place.staff.ask(addList, {
    params: { consultationId: consultation.reply.id },
    body: { commandId: randomUUID(), ...body },
  })
  const { reply } = await place.staff.ask(circulateList, {
    params: { listId: draft.reply.id },
    body: { commandId: randomUUID(), revision: draft.reply.revision },
  })
  return reply
}

const openedBy = async (head: Caller, list: ListView) =>
  (
    await head.ask(openResponse, {
      params: { listId: list.id },
      body: { commandId: randomUUID(), capacity: { kind: 'national' } },
    })
  ).reply

async function writes(
  head: Caller,
  responseId: string,
  questionId: string,
  revision: number,
  language: Language,
  seed: number,
  words: number,
) {
  const { reply } = await head.ask(saveAnswer, {
    params: { responseId, questionId },
    ifMatch: revision,
    body: { stance: 'answered', language, attribution: 'attributed', blocks: sampleText(language, words, seed) },
  })
  return reply
}

async function submitsAll(head: Caller, responseId: string): Promise<void> {
  const { reply } = await head.ask(readResponse, { params: { responseId } })
  await head.ask(submitResponse, {
    params: { responseId },
    body: { commandId: randomUUID(), digest: reply.digest, signatory: { name: 'Head of delegation' } },
  })
}

/** 195 x 13 answers of 150-400 words in six scripts, in so many submitted versions, all through the front door. */
export async function fill(place: Place, list: ListView, versions: number): Promise<void> {
  const questions = questionIds(list)
  await atOnce(place.delegations.length, 8, async (index) => {
    const { head } = place.delegations[index] as Delegation
    await head.ask(acknowledgeList, { params: { listId: list.id }, body: {} })
    const response = await openedBy(head, list)
    for (let version = 1; version <= versions; version++) {
      if (version > 1)
        await head.ask(moveResponse, {
          params: { responseId: response.id },
          body: { commandId: randomUUID(), move: 'amend' },
        })
      // An amended version changes three answers, as amended versions do.
      const changed = version === 1 ? questions : questions.slice(0, 3)
      for (const [at, questionId] of changed.entries()) {
        const words = 150 + ((index * 13 + at * 7 + version) % 251)
        await writes(
          head,
          response.id,
          questionId,
          version - 1,
          languageOf(index),
          index * 100 + at + version * 7,
          words,
        )
      }
      await submitsAll(head, response.id)
    }
  })
}

/** Saving at 16 at once, submitting thirteen answers, and the delegate’s list page, each beside the bare limit. */
export async function writingLines(place: Place): Promise<Line[]> {
  return [await saving(place), await submitting(place), await readingPage(place)]
}

const answerOf = (blocks: Block[]) =>
  ({ stance: 'answered', language: 'en', attribution: 'attributed', blocks }) as const

export const perOperation = ({ server, postgres }: { server: number; postgres: number }, count: number) =>
  (server + postgres) / count

export async function bareInsert(place: Place, count: number, body: unknown): Promise<number> {
  const sent = JSON.stringify({ owner: 7, body })
  const used = await place.reference.during(() =>
    atOnce(count, LANES, async () => {
      const answer = await place.bare.send('POST', '/rows', {}, sent)
      if (answer.status !== 200) throw new Error(answer.text)
    }),
  )
  return perOperation(used, count)
}

export async function bareRead(place: Place, count: number): Promise<number> {
  const used = await place.reference.during(() =>
    atOnce(count, LANES, async (index) => {
      await place.bare.send('GET', `/rows/${index % 50}`)
    }),
  )
  return perOperation(used, count)
}

async function saving(place: Place): Promise<Line> {
  const list = await circulated(place)
  const questions = questionIds(list)
  const lanes = await Promise.all(
    place.delegations.slice(0, LANES).map(async ({ head }) => ({
      head,
      responseId: (await openedBy(head, list)).id,
      revisions: questions.map(() => 0),
    })),
  )
  const texts = Array.from({ length: 40 }, (_, seed) => sampleText('en', 200, seed))
  const count = 1_600
  let turn = 0
  const ours = async () => {
    const used = await place.ours.during(() =>
      atOnce(count, LANES, async (index, lane) => {
        const at = lanes[lane]
        if (!at) throw new Error('no lane')
        const question = index % questions.length
        const { reply } = await at.head.ask(saveAnswer, {
          params: { responseId: at.responseId, questionId: questions[question] ?? '' },
          ifMatch: at.revisions[question] ?? 0,
          body: answerOf(texts[turn++ % texts.length] ?? []),
        })
        at.revisions[question] = reply.answer.revision
      }),
    )
    return perOperation(used, count)
  }
  const figures = await interleaved(ROUNDS, ours, () => bareInsert(place, count, [answerOf(texts[0] ?? [])]))
  // None lost: every lane reads back the last revision it was told.
  for (const { head, responseId, revisions } of lanes) {
    const { reply } = await head.ask(readResponse, { params: { responseId } })
    const kept = questions.map((id) => reply.answers.find((answer) => answer.questionId === id)?.revision ?? 0)
    if (kept.some((revision, at) => revision !== revisions[at])) throw new Error('an acknowledged answer was lost')
  }
  return {
    name: 'Saving an answer, 16 at once',
    unit: 'ms CPU, server and PostgreSQL',
    ours: figures.ours,
    reference: { name: 'Fastify + zod + one INSERT', value: figures.reference },
    goal: 4,
  }
}

async function submitting(place: Place): Promise<Line> {
  const list = await circulated(place)
  const questions = questionIds(list)
  const count = 40
  const texts = Array.from({ length: 13 }, (_, seed) => sampleText('en', 200, seed))
  let from = 0
  const ours = async () => {
    const chosen = place.delegations.slice(from, from + count)
    from += count
    const ready = await Promise.all(
      chosen.map(async ({ head }, index) => {
        const response = await openedBy(head, list)
        for (const [at, questionId] of questions.entries())
          await writes(head, response.id, questionId, 0, 'en', index * 13 + at, 200)
        const { reply } = await head.ask(readResponse, { params: { responseId: response.id } })
        return { head, reply }
      }),
    )
    const used = await place.ours.during(() =>
      atOnce(count, LANES, async (index) => {
        const one = ready[index]
        await one?.head.ask(submitResponse, {
          params: { responseId: one.reply.id },
          body: { commandId: randomUUID(), digest: one.reply.digest, signatory: { name: 'Head of delegation' } },
        })
      }),
    )
    return perOperation(used, count)
  }
  const figures = await interleaved(ROUNDS, ours, () => bareInsert(place, 1_600, texts.map(answerOf)))
  return {
    name: 'Submitting a response of 13 answers, 16 at once',
    unit: 'ms CPU, server and PostgreSQL',
    ours: figures.ours,
    reference: { name: 'Fastify + zod + one INSERT', value: figures.reference },
    goal: 8,
  }
}

async function readingPage(place: Place): Promise<Line> {
  const list = await circulated(place)
  const count = 1_600
  const heads = place.delegations.slice(0, LANES).map((one) => one.head)
  const ours = async () =>
    perOperation(
      await place.ours.during(() =>
        atOnce(count, LANES, async (_index, lane) => {
          await heads[lane]?.ask(readList, { params: { listId: list.id } })
        }),
      ),
      count,
    )
  const figures = await interleaved(ROUNDS, ours, () => bareRead(place, count))
  return {
    name: 'The delegate’s list page, 16 at once',
    unit: 'ms CPU, server and PostgreSQL',
    ours: figures.ours,
    reference: { name: 'Fastify, indexed read of 20 rows', value: figures.reference },
    goal: 5,
  }
}
