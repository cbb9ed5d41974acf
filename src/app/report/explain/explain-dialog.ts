import { type ComponentChild, h } from 'preact';
import { ExplainDialog, type ExplainDialogProps } from './ExplainDialog.tsx';
import { WhatIf, type WhatIfProps } from './WhatIf.tsx';

/** The dialog that explains a number. */
export const explainDialog = (props: ExplainDialogProps): ComponentChild => h(ExplainDialog, props);
/** The table for trying other answers. */
export const whatIf = (props: WhatIfProps): ComponentChild => h(WhatIf, props);
