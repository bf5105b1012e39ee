import * as answers from './answers.ts'
import * as board from './board.ts'
import * as consultations from './consultations.ts'
import type { Endpoint } from './contract.ts'
import * as exports from './exports.ts'
import * as feedback from './feedback.ts'
import * as findings from './findings.ts'
import * as floor from './floor.ts'
import * as health from './health.ts'
import * as home from './home.ts'
import * as links from './links.ts'
import * as measures from './measures.ts'
import * as notices from './notices.ts'
import * as papers from './papers.ts'
import * as people from './people.ts'
import * as questionLists from './question-lists.ts'
import * as records from './records.ts'
import * as reports from './reports.ts'
import * as responses from './responses.ts'
import * as retreats from './retreats.ts'
import * as sessions from './sessions.ts'
import * as signIn from './sign-in.ts'
import * as temperatures from './temperatures.ts'
import * as threads from './threads.ts'
import * as topics from './topics.ts'
import * as traces from './traces.ts'

const DOMAINS = {
  health,
  'sign-in': signIn,
  people,
  consultations,
  'question-lists': questionLists,
  home,
  responses,
  answers,
  threads,
  sessions,
  floor,
  board,
  temperatures,
  topics,
  records,
  links,
  findings,
  feedback,
  measures,
  reports,
  traces,
  retreats,
  exports,
  papers,
  notices,
}

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value

/** Every call there is, by domain: for the API reference and for the tests that walk them all. */
export const CONTRACTS: { domain: string; name: string; endpoint: Endpoint }[] = Object.entries(DOMAINS).flatMap(
  ([domain, module]) =>
    Object.entries(module).flatMap(([name, value]) => (isEndpoint(value) ? [{ domain, name, endpoint: value }] : [])),
)
