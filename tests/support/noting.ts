import type http from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request, as a server could log it. */
export interface Asked {
  method: string;
  url: string;
  headers: http.IncomingHttpHeaders;
  from: string | undefined;
  body: string;
}
/** Starts a server that notes what it is asked. Gives its notes, its address and a function that ends it. */
export async function noting(server: http.Server) {
  const asked: Asked[] = [];
  server.on('request', (request: http.IncomingMessage) => {
    const { method = '', url = '', headers, socket } = request;
    const entry: Asked = { method, url, headers, from: socket.remoteAddress, body: '' };
    asked.push(entry);
    request.on('data', (part) => {
      entry.body += part;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { asked, close, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
