import type { Pack } from '../../src/core/model/pack.ts';

/** The table of situations. No two forms or clauses are the same, so that a test sees which one was used. */
export const diagnosis: Pack['diagnosis'] = {
  situations: [
    {
      id: 'not-enough-known',
      headline: ['Too little is known: {missing} of {asked} answers are missing.', 'Too little applies.'],
      clauses: [],
    },
    {
      id: 'some-unknown',
      headline: ['{holds}, but so far {hurts}.', '{holds} so far.', 'Nothing so far.'],
      clauses: [
        { role: 'hurts', text: 'Of what is known, {firm} is clearly lower.' },
        { role: 'hurts', text: 'Of what is known, {leaning} may be lower.' },
      ],
    },
    {
      id: 'all-low',
      headline: ['{hurts}, and {also}.', '{hurts}.', 'Most is missing.'],
      clauses: [{ role: 'hurts', text: 'All three are low.' }],
    },
    {
      id: 'strong-yet-trouble',
      headline: ['{holds}, but still {hurts}.', '{holds}, but not all is well.', 'Strong, but not well.'],
      clauses: [
        { role: 'holds', text: '{flawless} are strong, and yet there is trouble.' },
        { role: 'holds', text: '{excepted} are strong, with an exception, and yet there is trouble.' },
      ],
    },
    {
      id: 'strong-with-exceptions',
      headline: ['{holds}, except that {exception}.', 'Strong, with exceptions.'],
      clauses: [{ role: 'holds', text: '{strong} are strong, with an exception.' }],
    },
    {
      id: 'all-strong',
      headline: ['{holds}, and {holdsToo}.', 'All is strong.'],
      clauses: [{ role: 'holds', text: '{strong} are strong.' }],
      first: 'Nothing needs funding.',
    },
    {
      id: 'one-low',
      headline: ['{holds}, but {hurts}.', '{hurts}, and {also}.', '{lowest} looks lowest.'],
      clauses: [
        { role: 'hurts', text: '{firm} is clearly lowest.' },
        { role: 'hurts', text: '{leaning} may be lowest.' },
        { role: 'hurts', text: '{apart} may be lowest, for many models.' },
      ],
    },
    {
      id: 'two-low',
      headline: ['{holds}, but {hurts}.', '{lowest} look lowest.'],
      clauses: [
        { role: 'hurts', text: '{firm} are clearly lowest.' },
        { role: 'hurts', text: '{leaning} may be lowest.' },
        { role: 'hurts', text: '{apart} may be lowest, for many models.' },
      ],
    },
    {
      id: 'mixed',
      headline: ['{holds}, but {hurts}.', '{hurts}, and {also}.', '{holds}.', 'Nothing stands out.'],
      clauses: [
        { role: 'holds', text: '{strong} are both strong.' },
        { role: 'hurts', text: '{weak} are both low.' },
      ],
    },
  ],
  sentences: {
    unknown: '{variable} lacks {count} answers.',
    'few-apply': 'Too little of {variable} applies.',
    settle: 'Worth knowing: {titles}.',
    'already-known': 'Known already: {text}.',
    'caution-many': 'Many models in one answer.',
    change: 'Since last time: {changes}.',
    agree: '{people} people agree.',
    'few-shared': '{people} people share little.',
    apart: '{people} people, far apart on {stage}.',
    'scores-dropped': 'Personal scores are dropped.',
    'find-out': 'Find out about {title}.',
    'look-first': '{symptom}. Look first: {practice}.',
    'not-explained': '{symptom}. Nothing explains it.',
    'not-known': '{symptom}. Too little is known.',
    numbers: 'zero one two three four',
  },
};
