import { Component } from 'preact';
import { type Answers, answerMap, levelOf } from '../../core/answers/answers.ts';
import { nextAnchors, tryLevels } from '../../core/assessment/explain.ts';
import { scoreVariables } from '../../core/assessment/rating.ts';
import { sayOf } from '../../core/assessment/readings.ts';
import { formatPoints, practicesOf } from '../../core/assessment/score.ts';
import { targetOf } from '../../core/assessment/target.ts';
import type { PackItem } from '../../core/model/pack.ts';
import { type PartProps, variableNameOf } from './report-parts.tsx';

export interface WhatIfProps extends PartProps {
  answers: Answers;
  /** Saves the team's own target; null returns to the proposed one. */
  setTarget(item: string, level: number | null, reason: string): void;
}

interface State {
  /** The levels being tried, by item; never saved. */
  tried: ReadonlyMap<string, number>;
}

/** Tries other answers and targets: shows what they would change without changing the saved answers. */
export class WhatIf extends Component<WhatIfProps, State> {
  override state: State = { tried: new Map() };

  private attempt(item: string, value: string): void {
    const tried = new Map(this.state.tried);
    if (value === '') tried.delete(item);
    else tried.set(item, Number(value));
    this.setState({ tried });
  }

  /** What the Vs would be, next to what they are. */
  private results() {
    const { site, data, report, answers } = this.props;
    const map = tryLevels(answerMap(answers), this.state.tried, data.pack);
    return scoreVariables(map, data.pack, report.depth).map(({ id, point }) => {
      const before = report.variables.find((each) => each.id === id)?.point ?? null;
      const variable = variableNameOf(this.props, id);
      return {
        id,
        text:
          point === null
            ? site.t('workings.try-none', { variable })
            : site.t('workings.try-result', {
                variable,
                before: before === null ? '–' : formatPoints(before),
                after: formatPoints(point),
              }),
      };
    });
  }

  private row(item: PackItem, next: string) {
    const { site, data, answers, setTarget } = this.props;
    const { t } = site;
    const map = answerMap(answers);
    const says = item.says.map((_, at) => sayOf(item, at, answers.context));
    const level = levelOf(map, item.id);
    const own = answers.targets.find((target) => target.item === item.id);
    const proposed = targetOf(item.id, data.pack, { context: answers.context, targets: [] }).level;
    return (
      <tr key={item.id}>
        <th scope="row">{item.title}</th>
        <td>
          <select
            aria-label={t('workings.try-level', { practice: item.title })}
            onChange={(event) => this.attempt(item.id, event.currentTarget.value)}
          >
            <option value="" selected={!this.state.tried.has(item.id)}>
              {level === null ? t('workings.try-unknown') : t('workings.try-as-answered', { say: says[level] ?? '' })}
            </option>
            {says.map((say, at) => (
              <option key={say} value={String(at)} selected={this.state.tried.get(item.id) === at}>
                {say}
              </option>
            ))}
          </select>
        </td>
        <td class="number">{next}</td>
        <td>
          <select
            aria-label={t('workings.try-target', { practice: item.title })}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTarget(item.id, value === '' ? null : Number(value), own?.reason ?? '');
            }}
          >
            <option value="" selected={!own}>
              {t('workings.try-target-pack', { say: says[proposed] ?? '' })}
            </option>
            {says.map((say, at) => (
              <option key={say} value={String(at)} selected={own?.level === at}>
                {say}
              </option>
            ))}
          </select>
          {own ? (
            <label>
              {t('workings.try-reason')}
              <input
                type="text"
                maxLength={200}
                value={own.reason ?? ''}
                onInput={(event) => setTarget(item.id, own.level, event.currentTarget.value)}
              />
            </label>
          ) : null}
        </td>
      </tr>
    );
  }

  override render() {
    const { site, data, report, answers } = this.props;
    const { t } = site;
    const effects = new Map(nextAnchors(answerMap(answers), data.pack, report.depth).map((each) => [each.item, each]));
    const nextOf = (id: string) => {
      const effect = effects.get(id);
      if (!effect) return '–';
      const { variable, before, after } = effect;
      return t('workings.try-next', {
        variable: variableNameOf(this.props, variable),
        before: formatPoints(before),
        after: formatPoints(after),
      });
    };
    const practices = practicesOf(data.pack, report.depth);
    return (
      <div class="try-out">
        <p>{t('workings.try-lead')}</p>
        <div class="try-results" role="status">
          {this.results().map(({ id, text }) => (
            <p key={id}>
              <span class={`key v-${id}`} aria-hidden="true" />
              {text}
            </p>
          ))}
          {this.state.tried.size > 0 ? (
            <button type="button" class="link" onClick={() => this.setState({ tried: new Map() })}>
              {t('workings.try-reset')}
            </button>
          ) : null}
        </div>
        <div class="scroll" role="region" aria-label={t('workings.try-title')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {(['practice', 'try-column', 'try-effect', 'try-goal'] as const).map((key) => (
                  <th scope="col" key={key}>
                    {t(`workings.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            {data.pack.variables.map(({ id, name }) => (
              <tbody key={id}>
                <tr>
                  <th scope="colgroup" colSpan={4}>
                    <span class={`key v-${id}`} aria-hidden="true" />
                    {name}
                  </th>
                </tr>
                {practices.filter(({ variable }) => variable === id).map((item) => this.row(item, nextOf(item.id)))}
              </tbody>
            ))}
          </table>
        </div>
      </div>
    );
  }
}
