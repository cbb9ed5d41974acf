import { encode } from 'uqr';

/** A QR code as one path over a square of `size` units, including its quiet zone of four units. */
export interface QrGeometry {
  size: number;
  path: string;
  version: number;
}

/** Light modules around the code, as ISO 18004 requires. */
const quietZone = 4;
/** The largest version that a phone reads well from paper. */
const maxVersion = 10;

/** Draws a text as a QR code with medium error correction; null if that takes a version above 10. */
export function qrGeometry(text: string): QrGeometry | null {
  try {
    const { data, size, version } = encode(text, { ecc: 'M', border: quietZone, maxVersion });
    const path = data.flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1]) return [];
        const runEnd = row.indexOf(false, x);
        return [`M${x} ${y}h${(runEnd < 0 ? size : runEnd) - x}v1H${x}z`];
      }),
    );
    return { size, path: path.join(''), version };
  } catch {
    return null;
  }
}
