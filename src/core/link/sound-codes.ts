import { unseal } from './envelope.ts';
import { extractCodes } from './extract-code.ts';

/** The different codes in a text whose checksum is right. */
export const soundCodes = (text: string): string[] => extractCodes(text).filter((code) => unseal(code).ok);
