import { loadKnowledgeBase } from '../../build/knowledge-base.ts';
import { joinParts, list, ours, section } from '../../build/markdown-parts.ts';
import { variableName } from '../../build/pack.ts';
import { howToOf } from '../../build/page-data/report.ts';
import { t } from '../../build/strings.ts';
import type { PracticeQuestion, SymptomQuestion } from '../../core/model/pack-schema.ts';
import { sourceOf } from '../../core/render/entry-markdown.ts';
import { formatAnswerNumber } from '../../core/text/format.ts';

/** The statements behind a question or a move, each with its source. */
const claimLines = (claims: readonly string[]): string[] =>
  claims.flatMap((id) => {
    const claim = loadKnowledgeBase().claims.get(id);
    return claim ? [`${claim.statement} (${sourceOf(claim)}; ${id})`] : [];
  });

/** A question in full: its answers, how it reads for some systems, where to look, and the evidence behind it. */
export function questionText(question: PracticeQuestion | SymptomQuestion, id: string): string {
  const { title, question: text, anchors, readings, why, claims } = question;
  const variable = 'variable' in question ? variableName(question.variable) : t('report.sheet-symptoms');
  const look = [question.look].flat();
  return joinParts([
    `# ${text}`,
    `${title} · ${variable} · ${question.stage} · id: ${id}, rev ${question.rev}`,
    anchors.map((anchor, level) => `${formatAnswerNumber(level)}. ${anchor} (level ${level})`).join('\n'),
    section(t('mcp.reads-differently'), ours(list(readings.flatMap((each) => each.question ?? [])))),
    section(t('mcp.where-to-look'), ours(list(look))),
    section(t('question.why'), [why, ours(question.ours ?? '')].filter(Boolean).join('\n\n')),
    section(t('mcp.study-says'), list(claimLines(claims))),
  ]);
}

/** How to make the two moves of a practice: both are ours, the evidence that waiting costs is the study's. */
export function moveText({ title, moves, claims }: PracticeQuestion, id: string): string {
  const how = howToOf(id);
  const parts = (['start', 'deepen'] as const).map((kind) =>
    section(
      moves[kind].title,
      ours(
        [
          moves[kind].goal,
          list(how[kind].steps),
          `${t('entry.done-when')}: ${how[kind].doneWhen}`,
          `${t('report.leads')}: ${how[kind].leads}`,
          `${t('report.measure')}: ${how[kind].measure}`,
          `${t('report.goes-wrong')}: ${how[kind].risk}`,
        ].join('\n\n'),
      ),
    ),
  );
  return joinParts([`# ${title}`, `id: ${id}`, ...parts, section(t('mcp.study-says'), list(claimLines(claims)))]);
}
