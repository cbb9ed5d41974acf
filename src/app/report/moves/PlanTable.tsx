import { Component } from 'preact';
import { moveTitle } from '../../../core/render/move-texts.ts';
import type { Move } from '../../../core/report/plan.ts';
import { type PartProps, signalsTextOf } from '../report-parts.tsx';

type Column = 'place' | 'eases' | 'weeks';
interface Sorting {
  by: Column;
  /** Largest first. */
  isDescending: boolean;
}

const planOrder: Sorting = { by: 'place', isDescending: false };

interface PlanProps {
  props: PartProps;
  /** Whether a script is there to sort. */
  isSortable: boolean;
}

/** Every move on one line, in the order of the plan or sorted by what it eases or by effort. */
export class PlanTable extends Component<PlanProps, Sorting> {
  override state = planOrder;

  readonly #sort = (by: Column): void =>
    this.setState((current) =>
      current.by === by ? { by, isDescending: !current.isDescending } : { by, isDescending: by === 'eases' },
    );

  #sortedRows(): { move: Move; place: number }[] {
    const { by, isDescending } = this.state;
    const value = (each: { move: Move; place: number }) =>
      by === 'eases' ? each.move.eases.length : by === 'weeks' ? each.move.personWeeks : each.place;
    const rows = this.props.props.report.moves.map((move, index) => ({ move, place: index + 1 }));
    return rows.toSorted((a, b) => (value(a) - value(b)) * (isDescending ? -1 : 1) || a.place - b.place);
  }

  #columnHead(by: Column, label: string) {
    const { by: sortedBy, isDescending } = this.state;
    const { t } = this.props.props.site;
    const order = sortedBy === by ? (isDescending ? 'descending' : 'ascending') : undefined;
    return (
      <th scope="col" aria-sort={order} class={by === 'eases' ? undefined : 'number'}>
        {this.props.isSortable ? (
          <button type="button" class="sort" onClick={() => this.#sort(by)}>
            <span class="visually-hidden">{t('report.plan-sort', { column: label })}</span>
            <span aria-hidden="true">
              {label} {order === undefined ? '↕' : isDescending ? '↓' : '↑'}
            </span>
          </button>
        ) : (
          label
        )}
      </th>
    );
  }

  override render() {
    const { props } = this.props;
    const { t } = props.site;
    return (
      <div class="plan scroll" role="region" aria-label={t('report.plan-table')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {this.#columnHead('place', t('report.plan-place'))}
              <th scope="col">{t('report.plan-move')}</th>
              {this.#columnHead('eases', t('report.plan-eases'))}
              {this.#columnHead('weeks', t('report.plan-weeks'))}
            </tr>
          </thead>
          <tbody>
            {this.#sortedRows().map(({ move, place }) => (
              <tr key={move.practice}>
                <td class="number">{place}</td>
                <th scope="row">
                  <a href={`#move-${move.practice}`}>{moveTitle(move, props.report.context, props.data.pack, t)}</a>
                </th>
                <td>{signalsTextOf(props, move.eases) || '–'}</td>
                <td class="number">{move.kind === 'find-out' ? t('report.an-hour') : move.personWeeks}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  }
}
