/** The name of a field and a hint. The hint is read after the field; it is no part of the name. */
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

/** What ties a field to the name and hint of an id. */
export const namedBy = (id: string) => ({ 'aria-labelledby': id, 'aria-describedby': `${id}-hint` });
