import { listAnswers } from '@consultation/shared/answers.ts'
import { type ExportFormat, listExports, makeExport } from '@consultation/shared/exports.ts'
import type { Language } from '@consultation/shared/languages.ts'
import { readList } from '@consultation/shared/question-lists.ts'
import { inLanguage } from '@consultation/shared/text.ts'
import { queryOf, searchOf, useAnswerFilter, useFilterSentence } from '../answer-filter.tsx'
import { FileList, FileRequest } from '../FileRequest.tsx'
import { Link, useParams } from '../navigation.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { refresh, useCall, useRead, useView } from '../use-call.ts'
import { useWords } from '../words/index.ts'

/** The answers as a file: all, or those of the filter that was in force. */
export function ExportsPage() {
  const t = useWords('reading')
  const { listId } = useParams('/lists/:listId/exports')
  const list = useView(readList, { params: { listId } })
  const { exports } = useView(listExports, { params: { listId } })
  const [filter, setFilter] = useAnswerFilter(list)
  const sentence = useFilterSentence(list)
  const counted = useRead(listAnswers, { params: { listId }, query: { ...queryOf(filter), order: 'en', limit: 1 } })
  const making = useCall(makeExport)
  const isFiltered = Object.values(filter).some(Boolean)

  async function make(wished: { format: ExportFormat; language: Language }) {
    const reply = await making.send({ params: { listId }, body: { ...wished, filter: queryOf(filter) } })
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
          <FileRequest making={making} onMake={make} help languageHelp={t('file_language_help')} kind="filled" />
        </section>
        <section aria-labelledby="my-exports">
          <h2 id="my-exports">{t('my_files')}</h2>
          {exports.length === 0 ? (
            <Empty>
              <p>{t('no_files')}</p>
            </Empty>
          ) : (
            <FileList exports={exports} onChanged={() => refresh(listExports, { listId })} />
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
