interface Output {
  write(text: string): boolean;
}
export function buildLog(out: Output, err: Output): { write(event: { level: string; message: string }): void };
