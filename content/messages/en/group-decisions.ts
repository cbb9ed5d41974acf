// Why a group decision, or all of them, cannot be read from storage.

export const noDecisions = 'It holds no decisions that this Trivium can read.';
export const noSystems = 'It does not say which systems these decisions are about.';
export const unreadableFields = (fields: string): string => `This cannot be read: ${fields}.`;
