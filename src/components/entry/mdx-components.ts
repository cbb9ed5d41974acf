import Cite from './Cite.astro';
import EntryLink from './EntryLink.astro';
import Heading from './Heading.astro';
import Ours from './Ours.astro';
import Side from './Side.astro';
import Sides from './Sides.astro';

/** The components that render the parts and elements of an MDX text. */
export const mdxComponents = { Cite, Ours, Sides, Side, a: EntryLink, h2: Heading };
