import { troubleTexts } from '../../../core/render/wording.ts';
import { Fold } from '../Fold.tsx';
import type { PartProps } from '../report-parts.tsx';

/** How many facts are named at once; the rest, which only a team in much trouble has, is named under "Where to look". */
const namedAtOnce = 3;

/** Plain facts, and trouble that no signal explains, with advice on where to look. */
export function PlainTrouble(props: PartProps) {
  const { t } = props.site;
  const { unexplained } = props.report;
  const texts = troubleTexts(props.report);
  if (texts.length === 0 && unexplained.length === 0) return null;
  return (
    <section class="unexplained-trouble" aria-labelledby="unexplained">
      <h2 id="unexplained">{t('report.unexplained')}</h2>
      {texts.length > 0 ? (
        <ul class="plain-trouble">
          {texts.slice(0, namedAtOnce).map((text) => (
            <li key={text}>{text}</li>
          ))}
          {texts.length > namedAtOnce ? (
            <li>{t('report.unexplained-more', { count: texts.length - namedAtOnce })}</li>
          ) : null}
        </ul>
      ) : null}
      {unexplained.length > 0 ? (
        <Fold props={props} summary={t('report.look')}>
          {({ WhereToLook }) => <WhereToLook {...props} />}
        </Fold>
      ) : null}
    </section>
  );
}
