import {
  addComment,
  align as alignCall,
  attachLetter,
  checkReceipt,
  clearResponse,
  downloadVersion,
  LETTER_TYPES,
  listComments,
  listGroupStatements,
  listResponses,
  moveResponse,
  openResponse,
  readAnswerHistory,
  readLetter,
  readResponse,
  readSubmission,
  readSubmittedLetter,
  readVersion,
  removeComment as removeCommentCall,
  removeLetter,
  returnResponse,
  saveAnswer,
  submitResponse,
  withdrawAlignment,
} from '@consultation/shared/responses.ts'
import { dayIn } from '@consultation/shared/rules/deadlines.ts'
import { NEW_YORK } from '@consultation/shared/wire.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { MEDIA_TYPES } from '../exports/document.ts'
import { fileNameOf } from '../exports/file-name.ts'
import { renderDocument } from '../exports/render.ts'
import { answer } from '../http.ts'
import { groupsSpokenFor } from '../people/groups.ts'
import { listOf } from '../question-lists/loaded.ts'
import { Refused } from '../refused.ts'
import { signedIn } from '../sign-in/sign-ins.ts'
import { checkingReceipts, countTry } from '../sign-in/throttle.ts'
import type { Parts } from '../work.ts'
import { align, presentStatement, statementsTo, withdraw } from './alignment.ts'
import { clear, giveBack, move } from './clearance.ts'
import {
  begun,
  checked,
  comment,
  commentsOf,
  goOn,
  notInList,
  open,
  ownResponses,
  removeComment,
  saved,
  saving,
  settleSave,
  wordingsOf,
} from './drafts.ts'
import { attach, detach, draftLetter, submittedLetter } from './letters.ts'
import { responseDocument } from './response-document.ts'
import { actingOf, presentResponse, presentResponses, responseOf } from './responses.ts'
import { check, presentSubmission, submissionOf, submit, versionOf } from './submission.ts'

export function responseRoutes(app: FastifyInstance, parts: Parts): void {
  draftRoutes(app, parts)
  letterRoutes(app, parts)
  clearanceRoutes(app, parts)
  submissionRoutes(app, parts)
  alignmentRoutes(app, parts)
}

function draftRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, listResponses, ({ params, caller, read }) =>
    read(async (tx, now) => {
      const acting = actingOf(caller)
      const list = await listOf(tx, caller, params.listId, now)
      return {
        responses: await presentResponses(tx, list, acting, await ownResponses(tx, caller, list.id)),
        speaksFor: await groupsSpokenFor(tx, acting.delegationId, dayIn(now, NEW_YORK)),
      }
    }),
  )
  answer(app, parts, openResponse, async ({ params, body, caller, read, work }) => {
    // Already begun: nothing happens, and nothing is written into the journal.
    const found = await read(async (tx, now) => {
      const row = await begun(tx, caller, params.listId, body.capacity)
      if (!row) return undefined
      const list = await listOf(tx, caller, params.listId, now)
      return presentResponse(tx, { ...row, list, acting: actingOf(caller) })
    })
    return found ?? work(async (w) => presentResponse(w.tx, await open(w, params.listId, body.capacity)))
  })
  answer(app, parts, readResponse, ({ params, caller, read }) =>
    read(async (tx, now) => presentResponse(tx, await responseOf(tx, caller, params.responseId, now))),
  )
  answer(app, parts, saveAnswer, async ({ params: { responseId, questionId }, body, ifMatch, caller, read, work }) => {
    const wanted = checked(body)
    try {
      const gone = await goOn(parts, caller, responseId, questionId, ifMatch, wanted)
      if (gone) return gone
      return await work(
        (w, rows) => saved(w, rows, responseId, questionId, wanted),
        saving(caller, responseId, questionId, ifMatch, wanted),
      )
    } catch (error) {
      if (!(error instanceof Refused)) throw notInList(error) ?? error
      if (error.code !== 'changed_meanwhile') throw error
      return read((tx, now) => settleSave(tx, caller, responseId, questionId, wanted, now))
    }
  })
  answer(app, parts, readAnswerHistory, ({ params, caller, read }) =>
    read(async (tx, now) => {
      const response = await responseOf(tx, caller, params.responseId, now)
      return { wordings: await wordingsOf(tx, response, params.questionId) }
    }),
  )
  answer(app, parts, listComments, ({ params, caller, read }) =>
    read(async (tx, now) => ({
      comments: await commentsOf(tx, await responseOf(tx, caller, params.responseId, now), caller),
    })),
  )
  answer(app, parts, addComment, ({ params, body, work }) =>
    work((w) => comment(w, params.responseId, body.questionId, body.text)),
  )
  answer(app, parts, removeCommentCall, ({ params, work }) =>
    work(async (w) => {
      await removeComment(w, params.responseId, params.commentId)
      return { done: true }
    }),
  )
}

function letterRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, attachLetter, ({ params, query, upload, request, work }) =>
    work(async (w) => {
      const type = LETTER_TYPES.find((one) => one === request.headers['content-type'])
      if (!type) throw new Refused('wrong_media_type')
      return presentResponse(w.tx, await attach(w, params.responseId, { name: query.name, type, content: upload }))
    }),
  )
  answer(app, parts, removeLetter, ({ params, work }) =>
    work(async (w) => presentResponse(w.tx, await detach(w, params.responseId))),
  )
  answer(app, parts, readLetter, ({ params, caller, read }) =>
    read(async (tx, now) => draftLetter(tx, await responseOf(tx, caller, params.responseId, now))),
  )
  answer(app, parts, readSubmittedLetter, ({ params, caller, read }) =>
    read((tx) => submittedLetter(tx, caller, params.submissionId)),
  )
}

function clearanceRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, moveResponse, ({ params, body, work }) =>
    work(async (w) => presentResponse(w.tx, await move(w, params.responseId, body.move))),
  )
  answer(app, parts, returnResponse, ({ params, body, work }) =>
    work(async (w) => presentResponse(w.tx, await giveBack(w, params.responseId, body.note))),
  )
  answer(app, parts, clearResponse, ({ params, body, work }) =>
    work(async (w) => presentResponse(w.tx, await clear(w, params.responseId, body.digest))),
  )
}

function submissionRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, submitResponse, ({ params, body, work }) => work((w) => submit(w, params.responseId, body)))
  answer(app, parts, readVersion, ({ params, caller, read }) =>
    read(async (tx, now) => {
      const row = await versionOf(tx, caller, params.responseId, params.version)
      return (await presentSubmission(tx, caller, row, now)).view
    }),
  )
  answer(app, parts, readSubmission, ({ params, caller, read }) =>
    read(async (tx, now) => {
      const row = await submissionOf(tx, caller, params.submissionId)
      return (await presentSubmission(tx, caller, row, now)).view
    }),
  )
  answer(app, parts, downloadVersion, async ({ params, query: { format, language }, caller, read, reply }) => {
    const document = await read(async (tx, now) => {
      const row = await versionOf(tx, caller, params.responseId, params.version)
      const submission = await presentSubmission(tx, caller, row, now)
      return responseDocument(tx, { ...submission, language, sample: parts.config.SAMPLE })
    })
    const content = await renderDocument(document, format, { signal: untilGone(reply) })
    return { name: fileNameOf(document.reference, format).full, type: MEDIA_TYPES[format], content }
  })
  answer(app, parts, checkReceipt, async ({ caller, body, read }) => {
    await countTry(parts.database, checkingReceipts(signedIn(caller).personId))
    return read((tx) => check(tx, body.reference, body.digest))
  })
}

/** Aborts when whoever asked for the file has left. */
function untilGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  return gone.signal
}

function alignmentRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, listGroupStatements, ({ params, caller, read }) =>
    read(async (tx, now) => {
      const list = await listOf(tx, caller, params.listId, now)
      const statements = await statementsTo(tx, caller, list.id)
      return { statements: statements.map((one) => presentStatement(one, actingOf(caller), list)) }
    }),
  )
  answer(app, parts, alignCall, ({ params, body, work }) => work((w) => align(w, params.submissionId, body)))
  answer(app, parts, withdrawAlignment, ({ params, work }) => work((w) => withdraw(w, params.submissionId)))
}
