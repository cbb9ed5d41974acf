import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
prepareZXingModule({
  overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) as ArrayBuffer },
});

/** Reads the QR code in an image with an independent reader. */
export async function readCode(image: ImageData): Promise<{ text: string; ecLevel: string } | undefined> {
  const [code] = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true });
  return code;
}
