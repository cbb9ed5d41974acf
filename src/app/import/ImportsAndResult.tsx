import type { ComponentChild } from 'preact';
import { ImportCounts, ImportList, type ImportListProps } from './ImportList.tsx';

interface Props {
  importList: ImportListProps;
  /** What the page makes of the imports; undefined until there are enough. */
  result: ComponentChild | undefined;
  /** Other inputs besides files and links, next to their fields. */
  children?: ComponentChild;
}

/** The fields, folded below the result; open if something could not be read, so that the reason is visible. */
function FoldedImports({ importList, children }: Omit<Props, 'result'>) {
  const { site, rejections } = importList;
  return (
    <details class="aside" id="import-panel" open={rejections.length > 0}>
      <summary>{site.t('import.more')}</summary>
      <ImportList {...importList} />
      {children}
    </details>
  );
}

/** Files and links, and their result. The fields come first until there is a result; then the result does. */
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
