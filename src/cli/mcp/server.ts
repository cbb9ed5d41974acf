import type { McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import * as z from 'zod';
import { entries } from '../../build/entries.ts';
import { entryMarkdown } from '../../build/entry-markdown.ts';
import { pack } from '../../build/pack.ts';
import { firstMinutes, firstMinutesText } from '../../build/page-data/trouble.ts';
import { schemas } from '../../build/schemas.ts';
import { t } from '../../build/strings.ts';
import { templates } from '../../build/templates.ts';
import { lookTool, type McpTool, tools } from './tools.ts';

/** What the server needs of the protocol's library, which is loaded on demand. */
export interface McpLibrary {
  McpServer: typeof McpServer;
  ResourceTemplate: typeof ResourceTemplate;
  ResourceNotFoundError: typeof ResourceNotFoundError;
}

/** Adds a tool that only reads, and answers a problem as an error that names what to do. */
function addTool(server: McpServer, { name, input, answer }: McpTool): void {
  const key = name.replaceAll('_', '-');
  const about = { title: t(`mcp.tool-${key}`), description: t(`mcp.tool-${key}-about`) };
  const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
  server.registerTool(name, { ...about, inputSchema: input, annotations }, async (values) => {
    const result = await answer(input.parse(values));
    const text = result.ok ? result.value : result.problems.join(' ');
    return { content: [{ type: 'text', text }], isError: !result.ok };
  });
}

/** Something to read by address. */
interface Readable {
  id: string;
  title: string;
  mimeType: string;
  text(): string;
}

/** Adds resources of a kind: `trivium://entries/alert-fatigue`. */
function addResources(
  { ResourceTemplate: Template, ResourceNotFoundError: NotFound }: McpLibrary,
  server: McpServer,
  kind: string,
  all: readonly Readable[],
) {
  const addressOf = (id: string) => `trivium://${kind}/${id}`;
  const list = () => ({
    resources: all.map(({ id, title, mimeType }) => ({ uri: addressOf(id), name: id, title, mimeType })),
  });
  const about = { title: t(`mcp.resource-${kind}`) };
  server.registerResource(kind, new Template(addressOf('{id}'), { list }), about, (uri, { id }) => {
    const resource = all.find((each) => each.id === id);
    if (!resource) throw new NotFound(uri.href, t('mcp.unknown-resource', { uri: uri.href }));
    return { contents: [{ uri: uri.href, mimeType: resource.mimeType, text: resource.text() }] };
  });
}

/** Adds a prompt: a message to begin a piece of work with. */
function addPrompt(server: McpServer, name: string, text: (subject: string) => string): void {
  const key = name.replaceAll('_', '-');
  const about = { title: t(`mcp.prompt-${key}`), description: t(`mcp.prompt-${key}-about`) };
  const argsSchema = z.object({
    subject: z
      .string()
      .max(400)
      .default('')
      .describe(t(`mcp.prompt-${key}-subject`)),
  });
  server.registerPrompt(name, { ...about, argsSchema }, ({ subject }) => ({
    messages: [{ role: 'user', content: { type: 'text', text: text(subject) } }],
  }));
}

/**
 * Makes a server with the tools, resources and prompts of Trivium. It reads nothing but its own content and one folder.
 * @param folder the repository that the person named; without one, no tool looks at any
 */
export function createServer(library: McpLibrary, folder: string | undefined): McpServer {
  const info = { name: 'trivium', title: 'Trivium', version: pack.version };
  const server = new library.McpServer(info, { instructions: t('mcp.instructions') });
  for (const each of folder === undefined ? tools : [...tools, lookTool(folder)]) addTool(server, each);
  addResources(
    library,
    server,
    'entries',
    entries.map((entry) => ({
      id: entry.id,
      title: entry.title,
      mimeType: 'text/markdown',
      text: () => entryMarkdown(entry),
    })),
  );
  addResources(
    library,
    server,
    'templates',
    templates.map(({ file, title, text }) => ({ id: file, title, mimeType: 'text/plain', text: () => text })),
  );
  addResources(
    library,
    server,
    'schemas',
    Object.entries(schemas).map(([name, schema]) => ({
      id: `${name}.json`,
      title: name,
      mimeType: 'application/schema+json',
      text: () => JSON.stringify(schema(), null, 1),
    })),
  );
  addPrompt(server, 'assess_repository', (subject) => t('mcp.prompt-assess-repository-text', { subject }));
  addPrompt(server, 'first_fifteen_minutes', (subject) =>
    t('mcp.prompt-first-fifteen-minutes-text', { subject, minutes: firstMinutesText(firstMinutes()) }),
  );
  addPrompt(server, 'review_meeting', (subject) => t('mcp.prompt-review-meeting-text', { subject }));
  return server;
}
