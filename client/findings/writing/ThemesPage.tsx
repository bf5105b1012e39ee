import { readConsultation } from '@consultation/shared/consultations.ts'
import { addTheme, changeTheme, listThemes, readTheme, type ThemeView } from '@consultation/shared/findings.ts'
import { LANGUAGES } from '@consultation/shared/languages.ts'
import { codePassage, listSources, removeCode } from '@consultation/shared/links.ts'
import { streams } from '@consultation/shared/live.ts'
import { inLanguage, type Translated } from '@consultation/shared/text.ts'
import { Suspense, useState } from 'react'
import { useStream } from '../../live.ts'
import { Link, useParams, useSearch } from '../../navigation.tsx'
import { SourceSearch } from '../../SourceSearch.tsx'
import { Source } from '../../Sources.tsx'
import { announce } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Actions, Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { LanguageTabs } from '../../ui/LanguageTabs.tsx'
import { Name } from '../../ui/Name.tsx'
import { RefusalNotice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TranslatedField } from '../../ui/TranslatedField.tsx'
import { refresh, useCall, useView } from '../../use-call.ts'
import { useWords } from '../../words/index.ts'
import '../findings.css'

/** The themes of a consultation, and passages of what was said put under them. */
export function ThemesPage() {
  const t = useWords('findings-writing')
  const shown = useWords('findings')
  const { consultationId } = useParams('/consultations/:consultationId/themes')
  const params = { consultationId }
  const consultation = useView(readConsultation, { params })
  const { themes } = useView(listThemes, { params })
  const [{ theme: asked }, setSearch] = useSearch('theme')
  const [naming, setNaming] = useState<ThemeView | 'new' | null>(null)
  const current = themes.find(({ id }) => id === asked) ?? themes[0]
  useStream(streams.consultation(consultationId), () => {
    void refresh(listThemes, params)
    if (current) void refresh(readTheme, { themeId: current.id })
  })
  return (
    <>
      <PageHead
        title={t('themes_title')}
        within={{
          title: inLanguage(consultation.title, t.language).text,
          link: (
            <Link to="/consultations/:consultationId/findings" params={params}>
              <Name of={consultation.title} /> · {shown('findings_title')}
            </Link>
          ),
        }}
        lead={t('themes_lead')}
      >
        <Button kind={themes.length === 0 ? 'filled' : 'plain'} onClick={() => setNaming('new')}>
          {t('add_theme')}
        </Button>
      </PageHead>
      {themes.length === 0 || !current ? (
        <Empty>
          <p>{t('no_themes')}</p>
        </Empty>
      ) : (
        <div className="finding-desk">
          <div className="stack">
            <nav aria-label={t('themes_title')}>
              <ul className="theme-choice">
                {themes.map(({ id, number, title, passages }) => (
                  <li key={id}>
                    <button
                      type="button"
                      aria-current={id === current.id ? 'true' : undefined}
                      onClick={() => setSearch({ theme: id })}
                    >
                      <span className="quiet">{number}.</span> <Name of={title} />
                      <span className="theme-count">{t('passages_count', { count: passages ?? 0 })}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </nav>
            <Suspense fallback={<Skeleton lines={4} />}>
              <Under key={current.id} theme={current} onRename={() => setNaming(current)} />
            </Suspense>
          </div>
          <Coding key={current.id} theme={current} />
        </div>
      )}
      {naming && (
        <Naming
          consultationId={consultationId}
          theme={naming === 'new' ? null : naming}
          onNamed={({ id }) => setSearch({ theme: id })}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  )
}

/** What stands under one theme. */
function Under({ theme, onRename }: { theme: ThemeView; onRename: () => void }) {
  const t = useWords('findings-writing')
  const params = { themeId: theme.id }
  const { citations } = useView(readTheme, { params })
  const removing = useCall(removeCode)
  return (
    <section aria-labelledby="theme" className="stack">
      <div className="row spread">
        <h2 id="theme">
          <Name of={theme.title} />
        </h2>
        <Button kind="quiet" onClick={onRename}>
          {t('rename_theme')}
        </Button>
      </div>
      <RefusalNotice refusal={removing.refusal} />
      {citations.length === 0 ? (
        <p className="quiet">{t('no_passages')}</p>
      ) : (
        <ul className="sources">
          {citations.map(({ id, source, passage }) => (
            <li key={id}>
              <Source source={source} passage={passage}>
                <Button
                  kind="quiet"
                  onClick={async () => {
                    if (!(await removing.send({ params: { ...params, linkId: id } }))) return
                    await refresh(readTheme, params)
                    void refresh(listThemes, { consultationId: theme.consultationId })
                    void refresh(listSources, { consultationId: theme.consultationId })
                  }}
                >
                  {t('take_out_of_theme')}
                </Button>
              </Source>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Everything that was said, to be put under the theme. */
function Coding({ theme }: { theme: ThemeView }) {
  const t = useWords('findings-writing')
  const { consultationId } = theme
  const coding = useCall(codePassage)
  return (
    <section aria-labelledby="coding" className="finding-sources stack">
      <h2 id="coding">{t('coding_title')}</h2>
      <RefusalNotice refusal={coding.refusal} />
      <SourceSearch
        consultationId={consultationId}
        take={t('put_under')}
        onTake={async ({ kind, id }, passage) => {
          const params = { themeId: theme.id }
          if (!(await coding.send({ params, body: { source: { kind, id }, passage } }))) return
          announce(t('now_coded', { theme: inLanguage(theme.title, t.language).text }))
          await refresh(readTheme, params)
          void refresh(listThemes, { consultationId })
          void refresh(listSources, { consultationId })
        }}
      />
    </section>
  )
}

type NamingProps = {
  consultationId: string
  theme: ThemeView | null
  onNamed: (theme: ThemeView) => void
  onClose: () => void
}

function Naming({ consultationId, theme, onNamed, onClose }: NamingProps) {
  const t = useWords('findings-writing')
  const [language, setLanguage] = useState(t.language)
  const [title, setTitle] = useState<Translated>(theme?.title ?? {})
  const adding = useCall(addTheme)
  const changing = useCall(changeTheme)

  async function save() {
    const body = { title: Object.fromEntries(Object.entries(title).filter(([, text]) => text?.trim())) }
    const reply = theme
      ? await changing.send({ params: { themeId: theme.id }, body })
      : await adding.send({ params: { consultationId }, body })
    if (!reply) return
    await refresh(listThemes, { consultationId })
    onNamed(reply)
    onClose()
  }

  return (
    <Dialog open wide title={theme ? t('rename_theme') : t('add_theme')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <RefusalNotice refusal={adding.refusal ?? changing.refusal} />
        <LanguageTabs
          label={t('language_written')}
          value={language}
          onChange={setLanguage}
          note={(one) => (title[one]?.trim() ? '✓' : '')}
        />
        <TranslatedField
          label={t('theme_name')}
          value={title}
          onChange={setTitle}
          language={language}
          beside={LANGUAGES.find((one) => one !== language && title[one]) ?? null}
        />
        <Actions>
          <Button kind="filled" type="submit" busy={adding.status === 'sending' || changing.status === 'sending'}>
            {t('save_theme')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </Actions>
      </form>
    </Dialog>
  )
}
