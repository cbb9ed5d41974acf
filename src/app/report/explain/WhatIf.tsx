import { Component } from 'preact';
import { type Answers, answerMap, levelOf } from '../../../core/answers/answers.ts';
import { fieldLimits } from '../../../core/answers/limits.ts';
import { nextAnchors } from '../../../core/assessment/explain.ts';
import { sayOf } from '../../../core/assessment/readings.ts';
import { formatPoints, practicesOf } from '../../../core/assessment/score.ts';
import { targetOf } from '../../../core/assessment/target.ts';
import type { PackItem } from '../../../core/model/pack.ts';
import { packIndex } from '../../../core/model/pack-index.ts';
import type { Report } from '../../../core/report/report.ts';
import { levelAt } from '../../../core/report/sheet-lines.ts';
import { tryReport } from '../../../core/report/try-report.ts';
import { nextPaint } from '../../platform/scheduling.ts';
import { TextField } from '../../shared/TextField.tsx';
import { type PartProps, variableNameOf } from '../report-parts.tsx';
import { SheetDrawings } from '../sheet/PracticeSheet.tsx';

export interface WhatIfProps extends PartProps {
  answers: Answers;
  /** Saves the team's own target; null returns to the proposed one. */
  setTarget(item: string, level: number | null, reason: string): void;
  /** Returns to the sheet with the saved answers. */
  close(): void;
}

interface State {
  /** The levels being tried, by item; never saved. */
  tried: ReadonlyMap<string, number>;
}

/** Tries other answers on the practice sheet without saving them, shows what they would change, and sets targets. */
export class WhatIf extends Component<WhatIfProps, State> {
  override state: State = { tried: new Map() };
  #element: HTMLElement | null = null;

  override componentDidMount(): void {
    this.#focusFirst();
  }

  /** Moves the focus back to the button that leads here, which the sheet then has again. */
  override componentWillUnmount(): void {
    void nextPaint().then(() => document.querySelector<HTMLElement>('#sheet + button')?.focus({ preventScroll: true }));
  }

  /** Moves the focus to the first answer that can be tried. */
  #focusFirst(): void {
    const sliders = [...(this.#element?.querySelectorAll<SVGElement>('[role=slider]') ?? [])];
    sliders.find((slider) => slider.checkVisibility())?.focus({ preventScroll: true });
  }

  readonly #setPosition = (id: string, position: number): void => {
    const item = packIndex(this.props.data.pack).item(id);
    if (item) this.setState({ tried: new Map([...this.state.tried, [id, levelAt(item, position)]]) });
  };

  /** The current and the resulting score of each V. */
  #results(variables: Report['variables']): string[] {
    const { site, report } = this.props;
    return variables.map(({ id, point }) => {
      const before = report.variables.find((each) => each.id === id)?.point ?? null;
      const variable = variableNameOf(this.props, id);
      if (point === null) return site.t('workings.try-none', { variable });
      return site.t('workings.try-result', {
        variable,
        before: before === null ? '–' : formatPoints(before),
        after: formatPoints(point),
      });
    });
  }

  #targetRow(item: PackItem, next: string) {
    const { site, data, answers, setTarget } = this.props;
    const { t } = site;
    const says = item.says.map((_, level) => sayOf(item, level, answers.context));
    const ownTarget = answers.targets.find((target) => target.item === item.id);
    const proposedLevel = targetOf(item.id, data.pack, { context: answers.context, targets: [] }).level;
    const level = levelOf(answerMap(answers), item.id);
    return (
      <tr key={item.id}>
        <th scope="row">{item.title}</th>
        <td>{level === null ? t('workings.try-unknown') : says[level]}</td>
        <td class="number">{next}</td>
        <td>
          <select
            aria-label={t('workings.try-target', { practice: item.title })}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTarget(item.id, value === '' ? null : Number(value), ownTarget?.reason ?? '');
            }}
          >
            <option value="" selected={!ownTarget}>
              {t('workings.try-target-pack', { say: says[proposedLevel] ?? '' })}
            </option>
            {says.map((say, level) => (
              <option key={say} value={String(level)} selected={ownTarget?.level === level}>
                {say}
              </option>
            ))}
          </select>
          {ownTarget ? (
            <TextField
              label={t('workings.try-reason')}
              maxLength={fieldLimits.line}
              value={ownTarget.reason}
              onText={(reason) => setTarget(item.id, ownTarget.level, reason)}
            />
          ) : null}
        </td>
      </tr>
    );
  }

  /** What raising one practice to its next level would change. */
  #nextText(effect: ReturnType<typeof nextAnchors>[number] | undefined): string {
    if (!effect) return '–';
    const { variable, before, after } = effect;
    return this.props.site.t('workings.try-next', {
      variable: variableNameOf(this.props, variable),
      before: formatPoints(before),
      after: formatPoints(after),
    });
  }

  #targets() {
    const { site, data, report, answers } = this.props;
    const { t } = site;
    const effects = new Map(nextAnchors(answerMap(answers), data.pack, report.depth).map((each) => [each.item, each]));
    const practices = practicesOf(data.pack, report.depth);
    return (
      <details class="aside">
        <summary>{t('workings.try-targets')}</summary>
        <div class="scroll" role="region" aria-label={t('workings.try-targets')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {(['practice', 'answer', 'try-effect', 'try-goal'] as const).map((key) => (
                  <th scope="col" key={key}>
                    {t(`workings.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{practices.map((item) => this.#targetRow(item, this.#nextText(effects.get(item.id))))}</tbody>
          </table>
        </div>
      </details>
    );
  }

  override render() {
    const { close, ...props } = this.props;
    const { t } = props.site;
    const triedReport = tryReport(props.report, props.answers, this.state.tried, props.data.pack);
    return (
      <div
        class="try-out"
        ref={(element) => {
          this.#element = element;
        }}
      >
        <p>{t('workings.try-lead')}</p>
        <p class="visually-hidden" role="status">
          {this.#results(triedReport.variables).join('. ')}
        </p>
        <SheetDrawings props={{ ...props, report: triedReport }} setPosition={this.#setPosition} />
        <div class="button-row">
          {this.state.tried.size > 0 ? (
            <button
              type="button"
              class="secondary"
              onClick={() => this.setState({ tried: new Map() }, () => this.#focusFirst())}
            >
              {t('workings.try-reset')}
            </button>
          ) : null}
          <button type="button" class="secondary" onClick={close}>
            {t('workings.try-close')}
          </button>
        </div>
        {this.#targets()}
      </div>
    );
  }
}
