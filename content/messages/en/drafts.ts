// Why a stored text is not read as a draft.

export const notReadYet = 'It has not been read yet.';
export const notJson = 'It is not valid JSON.';
