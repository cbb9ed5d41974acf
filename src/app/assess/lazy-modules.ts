import type { Depth } from '../../core/model/ids.ts';
import { fetchData, loadStyles } from '../platform/data-files.ts';
import type { QuestionnaireData } from '../shared/view-data.ts';

// The parts of the assessment that are loaded when they are first needed.

/**
 * A part of the site, loaded when it is first needed. It is kept, since asking the browser for the module again takes a
 * moment, in which a quick hand would still meet the question before. A failed load is tried again.
 */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    loaded.catch(() => {
      loaded = undefined;
    });
    return loaded;
  };
}
/** Questions; a report does without them. */
export const screens = once(() => import('./question/question-screen.ts'));
/** The check page; it comes with the last question, where it is next. */
export const check = once(() => import('./check/check-screen.ts'));
/** A part of the site, with the file of its sentences. */
export const withFile = <T>(part: Promise<T>, file: string): Promise<T> =>
  Promise.all([part, fetchData(file)]).then(([loaded]) => loaded);
/** What both other ways to fill in an assessment need beside their scripts. */
const withFilling = <T>(part: Promise<T>): Promise<T> =>
  Promise.all([withFile(part, 'filling'), loadStyles('filling')]).then(([loaded]) => loaded);
/** A stage on one page. */
export const stageWay = once(() => withFilling(import('./stage/stage-screen.ts')));
/** A meeting. */
export const meetingWay = once(() => withFilling(import('./meeting/meeting-screen.ts')));
/** What stands beside answers: former ones, and those of another tab. */
export const besideAnswers = () => withFile(import('./question/previous-answers.ts'), 'keep');
/** The rest of keeping: files and earlier states. */
export const keeping = () => withFile(import('./start/import-panel.ts'), 'keep');
export const questionnaireData = (depth: Depth) => fetchData<QuestionnaireData>(depth);
