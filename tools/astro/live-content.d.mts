interface Environment {
  moduleGraph: { invalidateAll(): void };
  hot: { send(message: { type: string }): void };
}
interface Server {
  watcher: { add(folders: string[]): void; on(event: string, listener: (file: string) => unknown): void };
  ssrLoadModule(file: string): Promise<Record<string, unknown>>;
  environments: Record<string, Environment>;
}
export function watchContent(server: Server, root: string): void;
