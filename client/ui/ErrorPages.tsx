import { Component, type ReactNode } from 'react'
import { RefusalError } from '../api.ts'
import { queries } from '../use-call.ts'
import { useWords } from '../words/index.ts'
import { Button, LinkButton } from './Button.tsx'
import { Actions } from './Dialog.tsx'
import { PageHead } from './PageHead.tsx'

export function NotFound() {
  const t = useWords()
  return (
    <div className="column">
      <PageHead title={t('not_found_title')} lead={t('not_found_text')} />
      <LinkButton to="/" kind="filled">
        {t('go_home')}
      </LinkButton>
    </div>
  )
}

export function Unreachable({ again }: { again: () => void }) {
  const t = useWords()
  return (
    <div className="column">
      <PageHead title={t('unreachable_title')} lead={t('unavailable')} />
      <Button kind="filled" onClick={again}>
        {t('try_again')}
      </Button>
    </div>
  )
}

function Broken({ error, again }: { error: unknown; again: () => void }) {
  const t = useWords()
  const refusal = error instanceof RefusalError ? error : null
  if (refusal?.code === 'not_found') return <NotFound />
  if (refusal?.code === 'unavailable') return <Unreachable again={again} />
  return (
    <div className="column">
      <PageHead title={t('broken_title')} lead={t(refusal?.code ?? 'broken_text')} />
      <Actions>
        {refusal ? (
          <Button kind="filled" onClick={again}>
            {t('try_again')}
          </Button>
        ) : (
          // A page whose file is gone belongs to an older version of the platform: only loading again helps.
          <Button kind="filled" onClick={() => location.reload()}>
            {t('load_again')}
          </Button>
        )}
        <LinkButton to="/">{t('go_home')}</LinkButton>
      </Actions>
    </div>
  )
}

/** Keeps the frame standing when a page cannot be drawn, and says why. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null }
  static getDerivedStateFromError = (error: unknown) => ({ error })

  again = () => {
    void queries.resetQueries({ predicate: ({ state }) => state.status === 'error' })
    this.setState({ error: null })
  }

  override render() {
    return this.state.error ? <Broken error={this.state.error} again={this.again} /> : this.props.children
  }
}
