import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CONSULTATION_REFERENCE } from '../../server/seed/data/list-texts.ts'
import { seedDemo } from '../../server/seed/demo.ts'
import { listConsultations, readConsultation } from '../../shared/consultations.ts'
import { listFindings } from '../../shared/findings.ts'
import { readHome } from '../../shared/home.ts'
import { monitorList } from '../../shared/question-lists.ts'
import { listSummaries, readReport } from '../../shared/reports.ts'
import { listRetreats, readRetreat } from '../../shared/retreats.ts'
import { listSessions } from '../../shared/sessions.ts'
import { expectAxeClean, expectOneDirection, startSite, type Tab } from '../support/browser.ts'
import { arrives, picture, Stage } from '../support/journey.ts'

// Photographs of every page in every look take their time.
vi.setConfig({ testTimeout: process.env.SCREENSHOTS ? 900_000 : 400_000, hookTimeout: 120_000 })

let stage: Stage
let addresses: Awaited<ReturnType<typeof everyAddress>>

beforeAll(async () => {
  stage = await Stage.open(startSite({ SAMPLE: 'true' }))
  await seedDemo(stage.site.parts, stage.site.ownerUrl)
  addresses = await everyAddress()
})
afterAll(() => stage?.close())

async function everyAddress() {
  const { staff, headGhana, headChina } = stage.people
  const { consultations } = await staff.does(listConsultations)
  const consultation = consultations.find(({ reference }) => reference === CONSULTATION_REFERENCE)
  const { lists } = await staff.does(readConsultation, { params: { consultationId: consultation?.id ?? '' } })
  const open = lists.find(({ state }) => state !== 'draft')?.id
  const draft = lists.find(({ state }) => state === 'draft')?.id
  const { sessions } = await staff.does(listSessions, { params: { consultationId: consultation?.id ?? '' } })
  const { findings } = await staff.does(listFindings, { params: { consultationId: consultation?.id ?? '' } })
  // The one with most versions has an earlier one to be compared with.
  const [finding] = findings.toSorted((a, b) => b.version - a.version)
  const { retreats } = await staff.does(listRetreats, { params: { consultationId: consultation?.id ?? '' } })
  const retreat = `/retreats/${retreats[0]?.id}`
  const { slots, findings: put } = await staff.does(readRetreat, { params: { retreatId: retreats[0]?.id ?? '' } })
  const said = ['feedback', 'convergence'].flatMap((page) => [
    `${retreat}/${page}`,
    `${retreat}/${page}/${put[0]?.findingId}`,
  ])
  const part = (kind: 'plenary' | 'breakouts') => `${retreat}/slots/${slots.find((slot) => slot.kind === kind)?.id}`
  const session = (state: 'open' | 'closed') => `/sessions/${sessions.find((one) => one.state === state)?.id}`
  const { rows } = await staff.does(monitorList, { params: { listId: open ?? '' } })
  const submission = rows.find(({ submissionId }) => submissionId)?.submissionId
  const home = await headGhana.does(readHome)
  const response = home.lists[0]?.responses[0]?.responseId
  const ofResponse = `/lists/${open}/response/${response}`
  const [done] = (await headChina.does(readHome)).lists
  const ofSubmitted = `/lists/${done?.listId}/response/${done?.responses[0]?.responseId}`
  const { report } = await staff.does(readReport, { params: { consultationId: consultation?.id ?? '' } })
  const paragraph = report?.paragraphs.find(({ rests }) => rests.length > 0)
  const { summaries } = await staff.does(listSummaries, { params: { consultationId: consultation?.id ?? '' } })
  const results = [
    `/consultations/${consultation?.id}/measures`,
    '/tracks',
    `/consultations/${consultation?.id}/report`,
    `/traces/paragraph/${paragraph?.id}`,
    `/summaries/${summaries[0]?.id}`,
  ]
  return {
    strangers: [
      '/sign-in',
      '/forgotten-password',
      `/password-resets/${'x'.repeat(43)}`,
      `/invitations/${'x'.repeat(43)}`,
    ],
    delegates: [
      '/',
      `/lists/${open}`,
      ofResponse,
      `${ofResponse}?question=whole`,
      `${ofResponse}/submission`,
      `/lists/${open}/answers`,
      '/receipt-check',
      session('open'),
      session('closed'),
      `${session('closed')}/own-record`,
      '/consultations',
      `/consultations/${consultation?.id}`,
      `/consultations/${consultation?.id}/findings`,
      `/finding-versions/${finding?.versionId}`,
      ...results,
      '/traces/own',
      retreat,
      `${retreat}/own-paper`,
      ...said,
      '/mission',
      '/account',
      '/help',
      '/no-such-page',
    ],
    /** Of a delegation that has submitted. */
    submitters: ['/', `/lists/${open}`, ofSubmitted, `${ofSubmitted}/receipts/1`, `${ofSubmitted}/versions`],
    staff: [
      '/',
      '/consultations/new',
      `/consultations/${consultation?.id}`,
      `/consultations/${consultation?.id}/edit`,
      `/lists/${draft}/edit`,
      `/lists/${draft}/preview`,
      `/lists/${open}`,
      `/lists/${open}?view=table`,
      `/lists/${open}/answers`,
      `/lists/${open}/submissions/${submission}`,
      `/lists/${open}/exports`,
      `/findings/${finding?.id}`,
      ...results,
      `/consultations/${consultation?.id}/undecided`,
      `/consultations/${consultation?.id}/summaries/new`,
      `/summaries/${summaries[0]?.id}/papers`,
      `/consultations/${consultation?.id}/retreats/new`,
      retreat,
      ...said,
      `${retreat}/convergence/release`,
      `${retreat}/edit`,
      part('breakouts'),
      part('plenary'),
      `${part('breakouts')}/running`,
      `${part('plenary')}/running`,
      `/consultations/${consultation?.id}/sessions/new`,
      session('open'),
      `${session('open')}/edit`,
      `${session('closed')}/record`,
      '/groups',
      '/help',
    ],
    reviewTeam: [
      '/',
      `/consultations/${consultation?.id}`,
      `/consultations/${consultation?.id}/findings`,
      `/findings/${finding?.id}?in=en&beside=ar`,
      `/consultations/${consultation?.id}/themes`,
      retreat,
      `/lists/${open}/answers`,
      '/help',
    ],
    administrators: ['/people', '/outbox', '/help'],
  }
}

const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 360, height: 740 }
type Look = { viewport: typeof WIDE; colorScheme: 'light' | 'dark'; axe: boolean }

// In English each page is come to afresh, in Arabic from the page before, as by a link, which takes a third of the time.
for (const language of ['en', 'ar'] as const) {
  // Between the two languages axe sees each width, each scheme and each direction of writing. No scheme changes a measure.
  const looks: Look[] = [
    { viewport: WIDE, colorScheme: 'light', axe: language === 'en' },
    { viewport: NARROW, colorScheme: 'dark', axe: language === 'ar' },
    ...(process.env.SCREENSHOTS
      ? ([
          { viewport: WIDE, colorScheme: 'dark', axe: false },
          { viewport: NARROW, colorScheme: 'light', axe: false },
        ] as const)
      : []),
  ]

  test(`Every page in ${language}, wide and at 360 px, passes axe and scrolls in one direction only`, async () => {
    await stage.site.sql('update people set language = $1', [language])
    const [stranger, delegate, submitter, staff, reviewer, administrator] = await Promise.all([
      stage.stranger({ locale: language, expected: [/answered (404|410)$/] }),
      stage.signedIn('headGhana', { locale: language, expected: [/answered 404$/] }),
      stage.signedIn('headChina', { locale: language }),
      stage.signedIn('staff', { locale: language }),
      stage.signedIn('irt', { locale: language }),
      stage.signedIn('administrator', { locale: language }),
    ])
    const faults: string[] = []
    await Promise.all([
      walk(stranger, 'stranger', addresses.strangers)
        .then(() => walk(submitter, 'submitter', addresses.submitters))
        .then(() => walk(administrator, 'administrator', addresses.administrators))
        .then(() => walk(reviewer, 'reviewer', addresses.reviewTeam)),
      walk(delegate, 'delegate', addresses.delegates),
      walk(staff, 'staff', addresses.staff),
    ])

    async function walk(tab: Tab, who: string, list: string[]) {
      for (const [index, address] of list.entries()) {
        const name = `${who}-${String(index).padStart(2, '0')}-${language}`
        for (const { viewport, colorScheme, axe } of looks) {
          await tab.setViewportSize(viewport)
          await tab.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          if (viewport === WIDE && colorScheme === 'light') await settles(tab, address, language === 'ar')
          const what = `${who} at ${address} in ${language}, ${viewport.width} px, ${colorScheme}`
          await picture(tab, `${name}-${viewport.width}-${colorScheme}`)
          const note = (error: unknown) => faults.push(`${what}: ${error instanceof Error ? error.message : error}`)
          await expectOneDirection(tab, what).catch(note)
          if (axe) await expectAxeClean(tab, what).catch(note)
        }
        faults.push(...(await looksRight(tab, address, language)))
      }
    }
    expect(faults.join('\n')).toBe('')
    stage.expectQuiet()
    await stage.clear()
  })
}

/**
 * At an address, where nothing is still being fetched, and has not been for a moment: a part may wait for another's words.
 * `within` the platform, where there is a page to leave, as a link leads there; else afresh, as from a letter.
 */
async function settles(tab: Tab, address: string, within: boolean) {
  if (within && tab.url() !== 'about:blank') await followed(tab, address)
  else await arrives(tab, address)
  await tab.waitForFunction((moment) => {
    const still =
      document.querySelector('.skeleton, [aria-busy=true]') === null &&
      document.querySelector('h1')?.checkVisibility() === true &&
      document.fonts.status === 'loaded'
    const since: number | undefined = Reflect.get(window, 'stillSince')
    Reflect.set(window, 'stillSince', still ? (since ?? performance.now()) : undefined)
    return still && since !== undefined && performance.now() - since >= moment
  }, 150)
}

/** As any link of the platform. The page that is left stays, marked as busy, until the next one can be drawn. */
async function followed(tab: Tab, address: string) {
  await tab.evaluate((to) => {
    Reflect.set(window, 'stillSince', undefined)
    history.pushState({ visit: crypto.randomUUID() }, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)
}

/** The page says its language and direction, and no key stands where a sentence should. */
async function looksRight(tab: Tab, address: string, language: 'en' | 'ar'): Promise<string[]> {
  const { lang, dir, title, text, headings } = await tab.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    title: document.title,
    text: document.body.innerText,
    headings: document.querySelectorAll('h1').length,
  }))
  const faults: string[] = []
  if (lang !== language || dir !== (language === 'ar' ? 'rtl' : 'ltr')) faults.push(`${address}: ${lang} ${dir}`)
  if (headings !== 1) faults.push(`${address}: ${headings} first headings`)
  const keys = `${title}\n${text}`.match(/(?<![\w/.@-])[a-z]+(_[a-z]+)+(?![\w/.@-])/g)
  if (keys) faults.push(`${address} shows ${[...new Set(keys)].join(', ')}`)
  if (/\{\w+[,}]|undefined|NaN|\[object/.test(text))
    faults.push(`${address} shows ${text.match(/.*(\{\w+[,}]|undefined|NaN|\[object).*/)?.[0]}`)
  return faults
}
