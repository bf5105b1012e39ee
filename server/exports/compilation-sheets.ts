import { inLanguage, plainText } from '@consultation/shared/text.ts'
import type { Count } from './compilation.ts'
import type { Book } from './compilation-book.ts'
import type { Sheet } from './document.ts'
import { LANGUAGES_NAMED } from './words.ts'

/** The compilation as rows; the answers come first, for they alone go into the CSV. */
export const sheetsOf = (book: Book): Sheet[] => [answersSheet(book), delegationsSheet(book), figuresSheet(book)]

function answersSheet(book: Book): Sheet {
  const { list, questions } = book.compilation
  const section = (id: string) =>
    inLanguage(list.sections.find((one) => one.id === id)?.title ?? {}, book.language).text
  const rows = questions.flatMap((compiled) => {
    const { question } = compiled
    const about = [section(question.sectionId), question.number, inLanguage(question.text, book.language).text]
    return [
      ...book
        .ordered(compiled.named)
        .map(({ reply, statement }) => [
          ...about,
          book.delegation(statement.delegationId),
          book.groupOf(statement),
          LANGUAGES_NAMED[book.language][reply.language],
          book.choice(compiled, reply.choice),
          plainText(book.words(reply).blocks),
          book.say('attributed'),
          statement.version,
          statement.receivedLate ? book.say('yes') : book.say('no'),
        ]),
      ...(typeof compiled.unnamed === 'string' ? [] : compiled.unnamed).map((reply) => [
        ...about,
        null,
        null,
        null,
        null,
        plainText(book.unnamedWords(reply)),
        book.say('not_for_attribution'),
        null,
        null,
      ]),
    ]
  })
  return {
    name: book.say('answers'),
    columns: [
      { key: 'section', title: book.say('section'), width: 24 },
      { key: 'number', title: book.say('number'), width: 6 },
      { key: 'question', title: book.say('question'), width: 40 },
      { key: 'delegation', title: book.say('delegation'), width: 24 },
      { key: 'group', title: book.say('group'), width: 24 },
      { key: 'language', title: book.say('language'), width: 12 },
      { key: 'choice', title: book.say('choice'), width: 20 },
      { key: 'answer', title: book.say('answer'), width: 90 },
      { key: 'attribution', title: book.say('attribution'), width: 18 },
      { key: 'version', title: book.say('version'), width: 8 },
      { key: 'late', title: book.say('received_late'), width: 12 },
    ],
    rows,
  }
}

/** SN5 Those who replied by name. How many questions each answered is left out: it would count their unnamed replies. */
function delegationsSheet(book: Book): Sheet {
  const { statements, delegations, regions } = book.compilation
  const region = (id: string) => {
    const names = regions.find((one) => one.region === (delegations.get(id)?.region ?? null))?.names
    return names ? inLanguage(names, book.language).text : null
  }
  return {
    name: book.say('delegations'),
    columns: [
      { key: 'delegation', title: book.say('delegation'), width: 28 },
      { key: 'group', title: book.say('group'), width: 28 },
      { key: 'region', title: book.say('regional_group'), width: 28 },
      { key: 'received', title: book.say('received'), width: 22 },
      { key: 'version', title: book.say('version'), width: 8 },
      { key: 'late', title: book.say('received_late'), width: 12 },
      { key: 'letter', title: book.say('letter'), width: 8 },
      { key: 'except', title: book.say('except', { delegations: '' }).replace(/[\s:：]+$/u, ''), width: 24 },
      { key: 'joined', title: book.say('joined', { delegations: '' }).replace(/[\s:：]+$/u, ''), width: 24 },
      { key: 'aligned', title: book.say('aligned_states'), width: 24 },
    ],
    rows: book
      .inOrder(statements.values())
      .map((one) => [
        book.delegation(one.delegationId),
        book.groupOf(one),
        one.groupName ? null : region(one.delegationId),
        one.submittedAt,
        one.version,
        one.receivedLate ? book.say('yes') : book.say('no'),
        one.letter ? book.say('yes') : book.say('no'),
        book.delegations(one.excepted),
        book.delegations(one.joined),
        book.delegations(one.aligned),
      ]),
  }
}

function figuresSheet(book: Book): Sheet {
  const { compilation, language } = book
  const figures = ({ statements, groupStatements, states }: Count) => [
    statements,
    groupStatements,
    states.all,
    states.own,
    states.aligned,
    states.covered,
  ]
  return {
    name: book.say('figures'),
    columns: [
      { key: 'of', title: book.say('question'), width: 40 },
      { key: 'statements', title: book.say('statements'), width: 12 },
      { key: 'groupStatements', title: book.say('group'), width: 12 },
      { key: 'states', title: book.say('states'), width: 12 },
      { key: 'own', title: book.say('own_reply'), width: 12 },
      { key: 'aligned', title: book.say('aligned_states'), width: 12 },
      { key: 'covered', title: book.say('covered_states'), width: 12 },
    ],
    rows: [
      ...compilation.questions.map(({ question, count }) => [
        `${question.number}. ${inLanguage(question.text, language).text}`,
        ...figures(count),
      ]),
      [book.say('total'), ...figures(compilation.count)],
    ],
  }
}
