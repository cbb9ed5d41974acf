/** The name of a field and a hint, which screen readers read after the field rather than as part of its name. */
export function FieldLabel({ id, name, hint }: { id: string; name: string; hint: string }) {
  return (
    <>
      <span id={id}>{name}</span>{' '}
      <span class="muted" id={`${id}-hint`}>
        {hint}
      </span>
    </>
  );
}

/** The attributes that connect a field with the `FieldLabel` of an id. */
export const namedBy = (id: string) => ({ 'aria-labelledby': id, 'aria-describedby': `${id}-hint` });
