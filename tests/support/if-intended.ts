/** What a test says where a text or a picture is not as it is kept. `file` is the test. */
export const ifIntended = (file: string): string =>
  `if this is intended, run: npm run unit -- ${file} --update, and read the difference`;
