import type { JSX } from 'preact';

type TextFieldProps = Pick<JSX.IntrinsicElements['input'], 'autocomplete'> & {
  label: string;
  /** One of `fieldLimits`: what the field takes, a file can hold. */
  maxLength: number;
  value: string | undefined;
  /** Gets the whole text after each change. */
  onText(text: string): void;
  class?: string;
};

/** A line of text in a person's words, in either direction of writing, with its label. */
export function TextField({ label, value, onText, class: name, ...limits }: TextFieldProps) {
  return (
    <label class={name}>
      {label}
      <input
        type="text"
        dir="auto"
        {...limits}
        value={value ?? ''}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </label>
  );
}
