import type { QuestionnaireData } from '../../shared/view-data.ts';

/** The path of a question in the meeting; without one, of the agenda. */
export const meetingPath = ({ depth }: QuestionnaireData, item?: string): string =>
  `/assess/${depth}/meeting/${item === undefined ? '' : `${item}/`}`;
