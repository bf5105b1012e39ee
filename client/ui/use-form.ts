import type { Refusal } from '@consultation/shared/refusals.ts'
import { useId, useState } from 'react'
import type { RefusalError } from '../api.ts'
import { useWords } from '../words/index.ts'

export type FieldError = { field: string; code: Refusal }

/**
 * A form whose mistakes the server names, field by field. What was typed is kept whatever happens.
 *
 *   const { send, refusal } = useCall(signIn)
 *   const form = useForm({ email: '', password: '' }, refusal)
 *   <form onSubmit={form.onSubmit((body) => send({ body }))} noValidate>
 *     <ErrorSummary form={form} labels={{ email: t('email'), password: t('password') }} refusal={refusal} />
 *     <TextInput label={t('email')} {...form.field('email')} />
 */
export function useForm<V extends Record<string, unknown>>(initial: V, refusal: RefusalError | null = null) {
  const t = useWords()
  const id = useId()
  const [values, setValues] = useState(initial)
  // What the server refused holds until the field is touched again.
  const [touched, setTouched] = useState<{ refusal: RefusalError | null; fields: string[] }>({ refusal, fields: [] })
  const answered = touched.refusal === refusal ? touched.fields : []
  const errors: FieldError[] = (refusal?.errors ?? []).filter(({ field }) => !answered.includes(nameIn(field)))

  function set<K extends keyof V & string>(name: K, value: V[K]) {
    setValues((now) => ({ ...now, [name]: value }))
    setTouched({ refusal, fields: [...answered, name] })
  }

  return {
    id,
    values,
    errors,
    set,
    /** Spread into a TextInput, TextArea or Select. */
    field<K extends keyof V & string>(name: K) {
      const error = errors.find(({ field }) => nameIn(field) === name)
      return {
        id: `${id}-${name}`,
        name,
        value: values[name],
        onChange: (value: V[K]) => set(name, value),
        error: error && t(error.code),
      }
    },
    onSubmit(go: (values: V) => unknown) {
      return (event: { preventDefault: () => void }) => {
        event.preventDefault()
        void go(values)
      }
    },
  }
}

/** `answers.2.text` is a mistake in the field `answers`. */
export const nameIn = (field: string) => field.split('.')[0] ?? field

export type Form = Pick<ReturnType<typeof useForm>, 'id' | 'errors'>
