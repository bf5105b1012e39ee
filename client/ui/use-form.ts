import { isRefusal, type Refusal } from '@consultation/shared/refusals.ts'
import { useId, useState } from 'react'
import type { z } from 'zod'
import type { RefusalError } from '../api.ts'
import { useWords } from '../words/index.ts'

export type FieldError = { field: string; code: Refusal }

/** The code of a zod issue: our schemas put it in the message; what zod found by itself is `required` or `invalid`. */
function codeOf(issue: z.core.$ZodIssue): Refusal {
  if (isRefusal(issue.message)) return issue.message
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required'
  if (issue.code === 'too_big') return 'too_long'
  return 'invalid'
}

/**
 * A form checked by the schema the server checks with. What was typed is kept whatever happens.
 *
 *   const form = useForm({ email: '', password: '' }, refusal)
 *   <form onSubmit={form.onSubmit(signIn.body, (body) => send({ body }))} noValidate>
 *     <ErrorSummary form={form} labels={{ email: t('email'), password: t('password') }} refusal={refusal} />
 *     <TextInput label={t('email')} {...form.field('email')} />
 */
export function useForm<V extends Record<string, unknown>>(initial: V, refusal: RefusalError | null = null) {
  const t = useWords()
  const id = useId()
  const [values, setValues] = useState(initial)
  const [found, setFound] = useState<FieldError[]>([])
  /** Grows with every attempt, so that the summary takes the focus again. */
  const [attempt, setAttempt] = useState(0)
  // What the server refused holds until the field is touched again.
  const [touched, setTouched] = useState<{ refusal: RefusalError | null; fields: string[] }>({ refusal, fields: [] })
  const answered = touched.refusal === refusal ? touched.fields : []

  const errors: FieldError[] = [...found, ...(refusal?.errors ?? []).filter(({ field }) => !answered.includes(field))]
  const errorAt = (name: string) => errors.find(({ field }) => field === name || field.startsWith(`${name}.`))

  function set<K extends keyof V & string>(name: K, value: V[K]) {
    setValues((now) => ({ ...now, [name]: value }))
    setFound((now) => now.filter(({ field }) => field !== name))
    setTouched({ refusal, fields: [...answered, name] })
  }

  return {
    id,
    values,
    errors,
    attempt,
    set,
    /** Spread into a TextInput, TextArea or Select. */
    field<K extends keyof V & string>(name: K) {
      const error = errorAt(name)
      return {
        id: `${id}-${name}`,
        name,
        value: values[name],
        onChange: (value: V[K]) => set(name, value),
        error: error && t(error.code),
      }
    },
    onSubmit<S extends z.ZodType>(schema: S | undefined, go: (checked: z.output<S>) => unknown) {
      return (event: { preventDefault: () => void }) => {
        event.preventDefault()
        setAttempt((count) => count + 1)
        if (!schema) return void go(values as z.output<S>)
        const checked = schema.safeParse(values, { reportInput: true })
        setFound(
          checked.success
            ? []
            : checked.error.issues.map((issue) => ({ field: issue.path.join('.'), code: codeOf(issue) })),
        )
        if (checked.success) go(checked.data)
      }
    },
  }
}

export type Form = Pick<ReturnType<typeof useForm>, 'id' | 'errors' | 'attempt'>
