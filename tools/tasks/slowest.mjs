// Finds the slowest tests in the JSON reports of Vitest and Playwright.
import path from 'node:path';
import process from 'node:process';

/** A path relative to the project root. */
const shortName = (file) => path.relative(process.cwd(), path.resolve(file));

/** The tests of a Vitest report, each as `{ file, title, milliseconds }`. */
export const vitestDurations = ({ testResults }) =>
  testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      file: shortName(name),
      title: fullName,
      milliseconds: duration ?? 0,
    })),
  );

/** The tests of a Playwright report in the same form. Sums the runs of a test with retries or several projects. */
export function playwrightDurations({ suites, config }) {
  const specsOf = ({ specs = [], suites: inner = [] }) => [...specs, ...inner.flatMap(specsOf)];
  return suites.flatMap(specsOf).map(({ file, title, tests }) => ({
    file: shortName(path.join(config?.rootDir ?? '.', file)),
    title,
    milliseconds: tests.flatMap(({ results }) => results).reduce((total, { duration }) => total + duration, 0),
  }));
}

/** Lists the slowest tests as lines, slowest first; empty if no test was timed. */
export function slowestLines(durations, count = 10) {
  const slowest = durations
    .filter(({ milliseconds }) => milliseconds > 0)
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, count);
  if (slowest.length === 0) return [];
  const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1).padStart(7)} s`;
  const lines = slowest.map(({ file, title, milliseconds }) => `${seconds(milliseconds)}  ${file}: ${title}`);
  return [`The ${slowest.length} slowest tests:`, ...lines];
}
