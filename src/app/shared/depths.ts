import type { Depth } from '../../core/model/vocabulary.ts';

export type { Depth };
/** The depths, without the schemas of core/model, which stay out of the browser. */
export const depths = ['quick', 'full'] as const satisfies readonly Depth[];
