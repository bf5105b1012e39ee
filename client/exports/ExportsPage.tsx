import { listAnswers } from '@consultation/shared/answers.ts'
import { EXPORT_FORMATS, type ExportFormat, listExports, makeExport } from '@consultation/shared/exports.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@consultation/shared/languages.ts'
import { streams } from '@consultation/shared/live.ts'
import { readList } from '@consultation/shared/question-lists.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { useState } from 'react'
import { queryOf, searchOf, useAnswerFilter, useFilterSentence } from '../answer-filter.tsx'
import { ExportLine, FORMAT } from '../ExportLine.tsx'
import { useStream } from '../live.ts'
import { useMe } from '../me.tsx'
import { Link, useParams } from '../navigation.tsx'
import { announce } from '../ui/Announcer.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { RadioGroup, Select } from '../ui/Field.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice, RefusalNotice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { refresh, useCall, useRead, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'

/** The answers as a file: all, or those of the filter that was in force. */
export function ExportsPage() {
  const t = useWords('reading')
  const { person } = useMe()
  const { listId } = useParams('/lists/:listId/exports')
  const list = useView(readList, { params: { listId } })
  const { exports } = useView(listExports, { params: { listId } })
  const [filter, setFilter] = useAnswerFilter(list)
  const sentence = useFilterSentence(list)
  const counted = useRead(listAnswers, { params: { listId }, query: { ...queryOf(filter), order: 'en', limit: 1 } })
  const [format, setFormat] = useState<ExportFormat>('docx')
  const [language, setLanguage] = useState<Language>(t.language)
  const making = useCall(makeExport)
  const isFiltered = Object.values(filter).some(Boolean)

  useStream(
    streams.person(person.id),
    () => void refresh(listExports, { listId }),
    ({ kind }) => {
      if (kind === 'export.ready') announce(t('file_is_ready'))
      if (kind === 'export.failed') announce(t('file_failed'))
    },
  )

  async function make() {
    const reply = await making.send({ params: { listId }, body: { format, language, filter: queryOf(filter) } })
    if (reply) await refresh(listExports, { listId })
  }

  return (
    <div className="column">
      <PageHead
        title={t('exports_title')}
        within={{
          title: inLanguage(list.title, t.language).text,
          link: (
            <>
              <Link to="/lists/:listId" params={{ listId }}>
                <Name of={list.title} />
              </Link>{' '}
              ·{' '}
              <Link to="/lists/:listId/answers" params={{ listId }} search={searchOf(filter)}>
                {t('reading_title')}
              </Link>
            </>
          ),
        }}
        lead={t('exports_lead')}
      />
      <div className="sections">
        <section className="stack" aria-labelledby="new-export">
          <h2 id="new-export">{t('new_file')}</h2>
          <div className="export-what">
            <p>
              <strong>{t('it_holds')}</strong>{' '}
              {counted.status === 'ready' ? sentence(filter, counted.view.total) : t('counting')}
            </p>
            {isFiltered && (
              <Button
                kind="quiet"
                onClick={() =>
                  setFilter({
                    question: undefined,
                    delegation: undefined,
                    region: undefined,
                    group: undefined,
                    language: undefined,
                    text: undefined,
                  })
                }
              >
                {t('export_all')}
              </Button>
            )}
          </div>
          <Notice>
            <p>{t(unnamedWord(list.state, filter))}</p>
          </Notice>
          <RadioGroup
            label={t('file_format')}
            value={format}
            onChange={setFormat}
            options={EXPORT_FORMATS.map((value) => ({ value, label: t(FORMAT[value][0]), help: t(FORMAT[value][1]) }))}
          />
          <Select
            label={t('file_language')}
            help={t('file_language_help')}
            value={language}
            onChange={setLanguage}
            options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          />
          <RefusalNotice refusal={making.refusal} />
          <div>
            <Button kind="filled" busy={making.status === 'sending'} onClick={() => void make()}>
              {t('make_file')}
            </Button>
          </div>
        </section>
        <section aria-labelledby="my-exports">
          <h2 id="my-exports">{t('my_files')}</h2>
          {exports.length === 0 ? (
            <Empty>
              <p>{t('no_files')}</p>
            </Empty>
          ) : (
            <ul className="export-list">
              {exports.map((one) => (
                <ExportLine key={one.id} of={one} onChanged={() => refresh(listExports, { listId })} />
              ))}
            </ul>
          )}
        </section>
      </div>
    </div>
  )
}

/** What becomes of the replies that must not be attributed, in one sentence that fits this list and this filter. */
function unnamedWord(state: string, filter: ReturnType<typeof useAnswerFilter>[0]) {
  if (filter.delegation || filter.region || filter.group || filter.language) return 'unnamed_filtered' as const
  return state === 'closed' ? ('unnamed_closed' as const) : ('unnamed_open' as const)
}
