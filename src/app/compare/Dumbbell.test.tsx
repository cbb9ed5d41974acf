import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { ifIntended } from '../../../tests/support/if-intended.ts';
import type { VariableId } from '../../core/model/ids.ts';
import { formatAnswerNumber } from '../../core/text/format.ts';
import { Dumbbell } from './Dumbbell.tsx';

const rows: [string, VariableId | undefined, before: number, now: number][] = [
  ['a practice, better by 2', 'velocity', 1, 3],
  ['a practice, worse by 1', 'validation', 4, 3],
  ['from one end to the other', 'versioning', 0, 4],
  ['a symptom, worse by 3', undefined, 0, 3],
];
const style = `text{font:13px sans-serif;stroke:#fff;stroke-width:5;paint-order:stroke}.scale,.tick{fill:none;stroke:#8a8374}.change-line{fill:none;stroke-width:2.5}
path.v-velocity{stroke:#aa3377}path.v-validation{stroke:#5280ff}path.v-versioning{stroke:#126821}path.v-none{stroke:#1e1b16}
.mark-of{stroke-width:2}.mark-of.hollow{fill:#fff}.mark-of.v-velocity:not(.hollow){fill:#aa3377}
.mark-of.v-validation:not(.hollow){fill:#5280ff}.mark-of.v-versioning:not(.hollow){fill:#126821}`;

test('dumbbells match the reviewed drawing', async () => {
  const drawn = rows.map(([name, variable, before, now], index) => {
    const row = renderToString(
      <Dumbbell
        variable={variable}
        before={before}
        now={now}
        ticks={variable ? [0, 1, 2, 3, 4] : [4, 3, 2, 1, 0]}
        format={formatAnswerNumber}
        alt={name}
      />,
    );
    return `<g transform="translate(10 ${10 + index * 30})">${row}<text x="236" y="16">${name}</text></g>`;
  });
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="440" height="140"><style>${style}</style>\n${drawn.join('\n')}\n</svg>\n`;
  await expect(sheet).toMatchFileSnapshot(
    '../../../tests/snapshots/dumbbells.svg',
    ifIntended('src/app/compare/Dumbbell.test.tsx'),
  );
});
