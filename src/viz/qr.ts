import { encode } from 'uqr';

/** A QR code as one path over a square of `size` units, its quiet zone of four units included. */
export interface QrGeometry {
  size: number;
  path: string;
  version: number;
}

/** Modules of light around the code, as ISO 18004 asks. */
const quietZone = 4;
/** The largest code that a phone reads well from a sheet of paper. */
const largest = 10;

/** Draws a text as a QR code with medium error correction; null where it needs a code larger than version 10. */
export function qrGeometry(text: string): QrGeometry | null {
  try {
    const { data, size, version } = encode(text, { ecc: 'M', border: quietZone, maxVersion: largest });
    const path = data.flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1]) return [];
        const end = row.indexOf(false, x);
        return [`M${x} ${y}h${(end < 0 ? size : end) - x}v1H${x}z`];
      }),
    );
    return { size, path: path.join(''), version };
  } catch {
    return null;
  }
}
