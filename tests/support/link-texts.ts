import { loadKnowledgeBase } from '../../src/build/knowledge-base.ts';
import { writeLink } from '../../src/core/link/write-link.ts';
import { packOf } from '../../src/core/model/pack.ts';
import { groupOf } from './group.ts';
import { randomAnswers } from './random-answers.ts';
import { answersBy } from './teams.ts';

/** The questions of this version. */
export const pack = packOf(loadKnowledgeBase());
/** What comes before the code in a link. */
export const base = `https://${'assessment-of-practices'.padEnd(46, 'x')}.org/open/#`;
/** A link that is cut off; what is left of it does not happen to end like a whole one. */
export const withoutEnd = (link: string) => link.slice(0, -4).replace(/z+$/, '');
/** The choices of a person who shares every text. */
export const everything = { name: true, notes: true, decisions: true };
/** What a keyboard for Japanese writes in its wide mode. */
export const fullWidth = (text: string) =>
  text.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
/** An address as Outlook rewrites it, with all of its parameters. */
export const safeLink = (link: string) =>
  `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05%7C02%7Cann%40example.org%7C08dd0f7c1a2b4c3d5e6f708192a3b4c5%7C0%7C0&sdata=pXq3mB2h1kVtq0N8yZ7bC9dF4gH6jK2lM5nP8qR1sT0%3D&reserved=0`;
/** Links of several kinds: without answers, with every answer, with the name only, with all texts, of a group. */
export const makeLinks = () =>
  Promise.all([
    writeLink({ ...randomAnswers(pack, 1), answers: [], targets: [], decisions: [], overrides: [] }, pack),
    writeLink(
      answersBy(pack, () => 3),
      pack,
    ),
    writeLink(randomAnswers(pack, 11), pack, { name: true }),
    writeLink(randomAnswers(pack, 12), pack, everything),
    writeLink(groupOf(pack, 4), pack),
  ]);
