// The columns of the plan as a table. Issue trackers map the first five by name.

export const columns = [
  'Title',
  'Description',
  'Assignee',
  'Due date',
  'Labels',
  'Estimate in person-weeks',
  'Practice',
  'Kind',
  'Level now',
  'Next level',
  'Target level',
  'V',
  'Score before',
  'Score after',
  'Priority',
  'Share among the first three',
  'Decision',
  'Reason',
  'Holds until',
] as const;

/** The columns of what became of promised moves. */
export const promiseColumns = [
  'Title',
  'Status',
  'Owner',
  'Due date',
  'Overdue',
  'Promised in',
  'Checked in',
  'Practice',
  'Kind',
  'Goal',
  'Level then',
  'Level now',
  'Level of the goal',
] as const;
