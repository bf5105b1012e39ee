import { type ReactNode, useEffect, useRef } from 'react'
import type { RefusalError } from '../api.ts'
import { useWords } from '../words/index.ts'
import { type Form, nameIn } from './use-form.ts'

type Props = {
  form: Form
  /** The label of each field, by its name in the form. */
  labels: Record<string, ReactNode>
  refusal: RefusalError | null
}

/** What is to be corrected, in one place that takes the focus; each line leads to its field. */
export function ErrorSummary({ form, labels, refusal }: Props) {
  const t = useWords()
  const box = useRef<HTMLDivElement>(null)
  const { errors, id } = form
  const whole = refusal && refusal.errors.length === 0 ? refusal : null
  const shown = errors.length > 0 || whole !== null
  // A further attempt with the same mistakes is another refusal, and takes the focus again.
  useEffect(() => {
    if (refusal) box.current?.focus()
  }, [refusal])
  if (!shown) return null
  return (
    <div className="error-summary" ref={box} tabIndex={-1} role="alert">
      {whole ? <p>{t(whole.code)}</p> : <h2>{t('to_correct', { count: errors.length })}</h2>}
      {errors.length > 0 && (
        <ul>
          {errors.map(({ field, code }) => {
            const name = nameIn(field)
            return (
              <li key={`${field} ${code}`}>
                <a href={`#${id}-${name}`} onClick={(event) => goToField(event, `${id}-${name}`)}>
                  {labels[name] ?? field}
                </a>
                {': '}
                {t(code)}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

function goToField(event: { preventDefault: () => void }, id: string) {
  event.preventDefault()
  document.getElementById(id)?.focus()
}
