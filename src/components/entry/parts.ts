import Cite from './Cite.astro';
import EntryLink from './EntryLink.astro';
import Heading from './Heading.astro';
import Ours from './Ours.astro';
import Side from './Side.astro';
import Sides from './Sides.astro';

/** What the parts of an entry's text become on a page. */
export const parts = { Cite, Ours, Sides, Side, a: EntryLink, h2: Heading };
