import type { ComponentChild } from 'preact';
import { ImportCounts, ImportList, type ImportListProps } from './ImportList.tsx';

interface Props {
  importList: ImportListProps;
  /** What the page makes of the imports; undefined until there is enough. */
  result: ComponentChild | undefined;
  /** What else there is besides files and links, next to their fields. */
  children?: ComponentChild;
}

/** The fields below the result, folded; open while something was not read, so that the reason is seen. */
function FoldedImports({ importList, children }: Omit<Props, 'result'>) {
  const { site, rejections } = importList;
  return (
    <details class="aside" id="intake" open={rejections.length > 0}>
      <summary>{site.t('intake.more')}</summary>
      <ImportList {...importList} />
      {children}
    </details>
  );
}

/** Files and links, and what comes of them. Their fields come first while they are all there is; then the result does. */
export function ImportsAndResult({ importList, result, children }: Props) {
  const counts = importList.actions ? <ImportCounts {...importList} isFolded={result !== undefined} /> : null;
  if (result)
    return (
      <>
        {counts}
        {result}
        <FoldedImports importList={importList}>{children}</FoldedImports>
      </>
    );
  return (
    <>
      {counts}
      <ImportList {...importList} />
      {children}
    </>
  );
}
