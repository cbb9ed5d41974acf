import { readFileSync } from 'node:fs';
import { RelaxNGValidator, XmlDocument, XmlLibError, XsdValidator } from 'libxml2-wasm';

/** The kinds of schemas that libxml2 knows, by how their files end. */
const validators = { rng: RelaxNGValidator, xsd: XsdValidator };

/** Parses an XML text, gives the document to a function, and frees it. */
function withDocument<Result>(text: string, use: (document: XmlDocument) => Result): Result {
  const document = XmlDocument.fromString(text);
  try {
    return use(document);
  } finally {
    document.dispose();
  }
}

/**
 * What libxml2 finds wrong with an XML text that has to be valid against a schema of tests/fixtures/schemas; empty if
 * nothing is.
 * @param schema the name of the schema's file
 */
export function xmlProblems(text: string, schema: `${string}.${keyof typeof validators}`): string[] {
  const kind = schema.endsWith('.rng') ? validators.rng : validators.xsd;
  return withDocument(readFileSync(`tests/fixtures/schemas/${schema}`, 'utf8'), (source) => {
    const validator = kind.fromDoc(source);
    try {
      withDocument(text, (document) => validator.validate(document));
      return [];
    } catch (error) {
      if (!(error instanceof XmlLibError)) throw error;
      return error.details.map(({ message }) => message.trim());
    } finally {
      validator.dispose();
    }
  });
}
