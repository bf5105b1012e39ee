import type { ListBody, ListView, Question, Section } from '@consultation/shared/question-lists.ts'
import { canonical, type Translated } from '@consultation/shared/text.ts'

/** What of a list staff edit, without what the platform adds to it. */
export function bodyOf(list: ListView): ListBody {
  const { title, note, purpose, outcome, contact, sections, deadline } = list
  const { audience, attributionOffered, lateAnswers, addresseeIds } = list
  return {
    ...{ title, note, purpose, outcome, contact, sections, deadline },
    ...{ audience, attributionOffered, lateAnswers, addresseeIds: addresseeIds ?? [] },
  }
}

/** As it is sent: no spaces around a text, and a language in which nothing is written is not there. */
export function clean(body: ListBody): ListBody {
  return {
    ...body,
    title: written(body.title),
    note: written(body.note),
    purpose: written(body.purpose),
    outcome: written(body.outcome),
    contact: written(body.contact),
    sections: body.sections.map((section) => ({
      ...section,
      title: written(section.title),
      questions: section.questions.map((question) => ({
        ...question,
        text: written(question.text),
        guidance: written(question.guidance),
        choices: question.choices.map((choice) => ({ ...choice, text: written(choice.text) })),
      })),
    })),
  }
}

const written = (text: Translated): Translated =>
  Object.fromEntries(
    Object.entries(text).flatMap(([language, words]) => {
      const kept = words.normalize('NFC').trim()
      return kept === '' ? [] : [[language, kept]]
    }),
  )

export const same = (a: unknown, b: unknown) => canonical(a) === canonical(b)

/** The same but for spaces at the ends and texts left empty, which are not there once sent. */
const alike = (a: unknown, b: unknown) => same(tidy(a), tidy(b))
const tidy = (value: unknown): unknown =>
  value === undefined
    ? null
    : JSON.parse(JSON.stringify(value), (_key, part) => (typeof part === 'string' ? part.trim() || undefined : part))

/** A place that both changed, with what each made of it. The merged list holds ours until somebody chooses. */
export type Clash = {
  /** Where: `title.fr`, `questions.<id>.text.ar`, `addresseeIds`. */
  path: string
  mine: unknown
  theirs: unknown
  /** The list with theirs in that place. */
  take: (body: ListBody) => ListBody
}

type Merged = { body: ListBody; clashes: Clash[] }

/**
 * Brings together what two colleagues made of one list. What only one of them changed is taken from that one; what both
 * changed stays ours and is named, with theirs beside it. Nothing is lost: a question that one removed and the other changed stays.
 */
export function merge(base: ListBody, mine: ListBody, theirs: ListBody): Merged {
  const clashes: Clash[] = []

  function whole<K extends keyof ListBody>(name: K): ListBody[K] {
    if (alike(mine[name], theirs[name]) || alike(base[name], theirs[name])) return mine[name]
    if (alike(base[name], mine[name])) return theirs[name]
    clashes.push({
      path: name,
      mine: mine[name],
      theirs: theirs[name],
      take: (body) => ({ ...body, [name]: theirs[name] }),
    })
    return mine[name]
  }

  function text(
    path: string,
    versions: [base: Translated | undefined, mine: Translated, theirs: Translated],
    put: (body: ListBody, text: (now: Translated) => Translated) => ListBody,
  ): Translated {
    const [before = {}, ours, others] = versions
    const merged: Translated = { ...ours }
    const languages = new Set([...Object.keys(before), ...Object.keys(ours), ...Object.keys(others)])
    for (const language of languages as Set<keyof Translated>) {
      const [was, my, their] = [before[language], ours[language]?.trim() || undefined, others[language]]
      if (my === their || was === their) continue
      if (was === my) {
        if (their === undefined) delete merged[language]
        else merged[language] = their
        continue
      }
      clashes.push({
        path: `${path}.${language}`,
        mine: my ?? '',
        theirs: their ?? '',
        take: (body) => put(body, (now) => ({ ...now, [language]: their ?? '' })),
      })
    }
    return merged
  }

  const named = (name: 'title' | 'note' | 'purpose' | 'outcome' | 'contact') =>
    text(name, [base[name], mine[name], theirs[name]], (body, change) => ({ ...body, [name]: change(body[name]) }))

  const mergeQuestion = (was: Question | undefined, my: Question, their: Question): Question => {
    const put = (change: (question: Question) => Question) => (body: ListBody) => changeQuestion(body, my.id, change)
    const textOf = (name: 'text' | 'guidance') =>
      text(`questions.${my.id}.${name}`, [was?.[name], my[name], their[name]], (body, change) =>
        put((question) => ({ ...question, [name]: change(question[name]) }))(body),
      )
    const choices = alike(was?.choices, my.choices) ? their.choices : my.choices
    if (!alike(was?.choices, my.choices) && !alike(was?.choices, their.choices) && !alike(my.choices, their.choices)) {
      clashes.push({
        path: `questions.${my.id}.choices`,
        mine: my.choices,
        theirs: their.choices,
        take: put((question) => ({ ...question, kind: their.kind, choices: their.choices })),
      })
    }
    const kind = was?.kind === my.kind ? their.kind : my.kind
    return { ...my, kind, text: textOf('text'), guidance: textOf('guidance'), choices }
  }

  const mergeSection = (was: Section | undefined, my: Section, their: Section): Section => ({
    ...my,
    title: text(`sections.${my.id}.title`, [was?.title, my.title, their.title], (body, change) => ({
      ...body,
      sections: body.sections.map((one) => (one.id === my.id ? { ...one, title: change(one.title) } : one)),
    })),
    questions: mergeItems(was?.questions ?? [], my.questions, their.questions, mergeQuestion),
  })

  const body: ListBody = {
    title: named('title'),
    note: named('note'),
    purpose: named('purpose'),
    outcome: named('outcome'),
    contact: named('contact'),
    sections: onceEach(mergeItems(base.sections, mine.sections, theirs.sections, mergeSection)),
    deadline: whole('deadline'),
    audience: whole('audience'),
    attributionOffered: whole('attributionOffered'),
    lateAnswers: whole('lateAnswers'),
    addresseeIds: whole('addresseeIds'),
  }
  return { body, clashes }
}

/** Ours in our order (theirs, where only they moved something), with what they added at the end of what it followed. */
function mergeItems<T extends { id: string }>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  mergeOne: (was: T | undefined, my: T, their: T) => T,
): T[] {
  const of = (items: readonly T[], id: string) => items.find((item) => item.id === id)
  const ids = (items: readonly T[]) => items.map(({ id }) => id)
  const weMoved = !alike(ids(base), ids(mine))
  const [first, second] = weMoved ? [mine, theirs] : [theirs, mine]
  const order = ids(first)
  for (const [index, id] of ids(second).entries()) {
    if (order.includes(id)) continue
    const before = second[index - 1]?.id
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
  }
  return order.flatMap((id) => {
    const [was, my, their] = [of(base, id), of(mine, id), of(theirs, id)]
    if (my && their) return [mergeOne(was, my, their)]
    const kept = my ?? their
    if (!kept) return []
    // Removed by one: it goes, unless the other changed it or has just added it.
    return was && alike(was, kept) ? [] : [kept]
  })
}

/** A question that one moved to another section while the other left it stands in one place. */
function onceEach(sections: Section[]): Section[] {
  const seen = new Set<string>()
  return sections.map((section) => ({
    ...section,
    questions: section.questions.filter(({ id }) => !seen.has(id) && seen.add(id)),
  }))
}

export const changeQuestion = (body: ListBody, id: string, change: (question: Question) => Question): ListBody => ({
  ...body,
  sections: body.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) => (question.id === id ? change(question) : question)),
  })),
})
