import {
  addFinding,
  addTheme,
  changeFinding,
  changeTheme,
  listFindings,
  listThemes,
  publishFinding,
  readFinding,
  readFindingVersion,
  readTheme,
  withdrawFinding,
} from '@consultation/shared/findings.ts'
import { codePassage, listSources, removeCode, setAside, takeUpAgain } from '@consultation/shared/links.ts'
import { streams } from '@consultation/shared/live.ts'
import { may } from '@consultation/shared/rules/access.ts'
import type { FastifyInstance } from 'fastify'
import { consultationOf } from '../consultations/consultations.ts'
import { answer } from '../http.ts'
import { citationsOf, link, setAside as putAside, takeUpAgain as takeUp, unlink } from '../links/links.ts'
import { search } from '../links/search.ts'
import type { Parts } from '../work.ts'
import { add, change, findingOf, findingsIn, presentFinding, publish, withdraw } from './findings.ts'
import { addTheme as addOne, changeTheme as changeOne, presentThemes, themeOf, themesIn } from './themes.ts'
import { readVersion } from './versions.ts'

const writes = (caller: Parameters<typeof may>[0]) => ({ write: may(caller, 'finding.write') })

export function findingRoutes(app: FastifyInstance, parts: Parts): void {
  answer(app, parts, listThemes, ({ params, caller, read }) =>
    read(async (tx) => {
      await consultationOf(tx, caller, params.consultationId)
      const rows = await themesIn(tx, params.consultationId)
      return { themes: await presentThemes(tx, caller, rows), may: writes(caller) }
    }),
  )
  answer(app, parts, readTheme, ({ params, caller, read }) =>
    read(async (tx) => {
      const theme = await themeOf(tx, params.themeId)
      const [view] = await presentThemes(tx, caller, [theme])
      const cited = await citationsOf(tx, caller, [{ kind: 'theme', id: theme.id }])
      return { ...view!, citations: cited.get(theme.id) ?? [], may: writes(caller) }
    }),
  )
  answer(app, parts, addTheme, ({ params, body, caller, work }) =>
    work(async (w) => {
      const [view] = await presentThemes(w.tx, caller, [await addOne(w, params.consultationId, body.title)])
      return view!
    }),
  )
  answer(app, parts, changeTheme, ({ params, body, caller, work }) =>
    work(async (w) => {
      const [view] = await presentThemes(w.tx, caller, [await changeOne(w, params.themeId, body.title)])
      return view!
    }),
  )

  answer(app, parts, listSources, ({ params, query, caller, read }) =>
    read(async (tx) => {
      await consultationOf(tx, caller, params.consultationId)
      return search(tx, caller, params.consultationId, query)
    }),
  )
  answer(app, parts, codePassage, ({ params, body, caller, work }) =>
    work(async (w) => {
      const theme = await themeOf(w.tx, params.themeId)
      const to = { kind: 'theme', id: theme.id } as const
      const { source, passage } = body
      const added = await link(w, theme.consultationId, to, { source, passage })
      await w.write(streams.consultation(theme.consultationId), 'link.added', theme.id, { source, passage })
      const cited = await citationsOf(w.tx, caller, [to])
      return cited.get(theme.id)!.find(({ id }) => id === added.id)!
    }),
  )
  answer(app, parts, removeCode, ({ params, work }) =>
    work(async (w) => {
      const theme = await themeOf(w.tx, params.themeId)
      await unlink(w, { kind: 'theme', id: theme.id }, params.linkId)
      await w.write(streams.consultation(theme.consultationId), 'link.removed', theme.id, { link: params.linkId })
      return { done: true } as const
    }),
  )
  answer(app, parts, setAside, ({ params, body, caller, work }) =>
    work(async (w) => {
      await consultationOf(w.tx, caller, params.consultationId)
      await putAside(w, params.consultationId, body.source, body.reason)
      await w.write(streams.consultation(params.consultationId), 'contribution.set_aside', body.source.id, body.reason)
      return { done: true } as const
    }),
  )
  answer(app, parts, takeUpAgain, ({ params, body, caller, work }) =>
    work(async (w) => {
      await consultationOf(w.tx, caller, params.consultationId)
      await takeUp(w, body.source)
      await w.write(streams.consultation(params.consultationId), 'contribution.taken_up_again', body.source.id)
      return { done: true } as const
    }),
  )

  answer(app, parts, listFindings, ({ params, caller, read }) =>
    read(async (tx) => ({
      findings: await findingsIn(tx, caller, params.consultationId),
      may: { ...writes(caller), publish: may(caller, 'finding.publish') },
    })),
  )
  answer(app, parts, readFinding, ({ params, caller, read }) =>
    read(async (tx, now) => presentFinding(tx, caller, await findingOf(tx, caller, params.findingId), now)),
  )
  answer(app, parts, addFinding, ({ params, body: { commandId: _, ...body }, caller, work }) =>
    work(async (w) => presentFinding(w.tx, caller, await add(w, params.consultationId, body), w.now)),
  )
  answer(app, parts, changeFinding, ({ params, body, ifMatch, caller, work }) =>
    work(async (w) => presentFinding(w.tx, caller, await change(w, params.findingId, ifMatch, body), w.now)),
  )
  answer(app, parts, publishFinding, ({ params, body, caller, work }) =>
    work(async (w) => presentFinding(w.tx, caller, await publish(w, params.findingId, body.revision), w.now)),
  )
  answer(app, parts, withdrawFinding, ({ params, caller, work }) =>
    work(async (w) => presentFinding(w.tx, caller, await withdraw(w, params.findingId), w.now)),
  )
  answer(app, parts, readFindingVersion, ({ params, caller, read }) =>
    read((tx, now) => readVersion(tx, caller, params.versionId, now)),
  )
}
