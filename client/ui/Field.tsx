import {
  type ChangeEvent,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
  useState,
} from 'react'
import { useWords } from '../words/index.ts'
import { Button } from './Button.tsx'

/** What every field has. `error` is a sentence; it stands at the field and is read with it. */
export type FieldText = { label: ReactNode; help?: ReactNode; error?: string | undefined; optional?: boolean }
type Wired = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

type FieldProps = FieldText & { id?: string | undefined; children: (wired: Wired) => ReactNode }

/** A control with its label, help and error. The kit's inputs are made with it; so is any other control. */
export function Field({ id: given, label, help, error, optional, children }: FieldProps) {
  const t = useWords()
  const own = useId()
  const id = given ?? own
  const describedBy = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {optional && <span className="optional">({t('optional')})</span>}
      </label>
      <FieldNotes id={id} help={help} error={error} />
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
    </div>
  )
}

function FieldNotes({ id, help, error }: { id: string; help?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {help && (
        <div className="field-help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

type Controlled<E> = FieldText & { value: string; onChange: (value: string) => void } & Omit<E, 'value' | 'onChange'>

export function TextInput({
  label,
  help,
  error,
  optional,
  id,
  onChange,
  ...rest
}: Controlled<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Field {...{ id, label, help, error, optional: optional ?? false }}>
      {(wired) => <input {...rest} {...wired} className="input" onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}

/** A password that can be looked at while it is typed, pasted and filled in by a manager. */
export function PasswordInput({
  label,
  help,
  error,
  id,
  onChange,
  ...rest
}: Controlled<InputHTMLAttributes<HTMLInputElement>>) {
  const t = useWords()
  const [shown, setShown] = useState(false)
  return (
    <Field {...{ id, label, help, error }}>
      {(wired) => (
        <span className="with-action">
          <input
            autoCapitalize="none"
            spellCheck={false}
            {...rest}
            {...wired}
            dir="ltr"
            type={shown ? 'text' : 'password'}
            className="input"
            onChange={(event) => onChange(event.target.value)}
          />
          <Button aria-pressed={shown} aria-label={t('show_password')} onClick={() => setShown(!shown)}>
            {t('show')}
          </Button>
        </span>
      )}
    </Field>
  )
}

export function TextArea({
  label,
  help,
  error,
  optional,
  id,
  onChange,
  ...rest
}: Controlled<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Field {...{ id, label, help, error, optional: optional ?? false }}>
      {(wired) => (
        <textarea
          dir="auto"
          {...rest}
          {...wired}
          className="input"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

export type Option<V extends string = string> = { value: V; label: string; help?: string }

type SelectProps<V extends string> = FieldText & {
  value: V
  onChange: (value: V) => void
  options: readonly Option<V>[]
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'>

export function Select<V extends string>({
  label,
  help,
  error,
  optional,
  id,
  value,
  onChange,
  options,
  ...rest
}: SelectProps<V>) {
  const chosen = (event: ChangeEvent<HTMLSelectElement>) => {
    const option = options.find((one) => one.value === event.target.value)
    if (option) onChange(option.value)
  }
  return (
    <Field {...{ id, label, help, error, optional: optional ?? false }}>
      {(wired) => (
        <select {...rest} {...wired} className="input" value={value} onChange={chosen}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type CheckboxProps = {
  label: ReactNode
  help?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'checked' | 'onChange' | 'type'>

export function Checkbox({ label, help, checked, onChange, ...rest }: CheckboxProps) {
  return (
    <label className="choice">
      <input {...rest} type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {help && <small>{help}</small>}
      </span>
    </label>
  )
}

type RadioGroupProps<V extends string> = FieldText & {
  id?: string
  value: V | null
  onChange: (value: V) => void
  options: readonly Option<V>[]
}

export function RadioGroup<V extends string>({
  id: given,
  label,
  help,
  error,
  value,
  onChange,
  options,
}: RadioGroupProps<V>) {
  const own = useId()
  const id = given ?? own
  return (
    <fieldset className="field" id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{label}</legend>
      <FieldNotes id={id} help={help} error={error} />
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.help && <small>{option.help}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
