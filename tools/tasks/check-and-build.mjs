// Checks all types, then makes every build that tests need, while the unit tests run. Ends with 0, or with 1 if types are
// not sound, plus 2 if a build failed: node tools/tasks/check-and-build.mjs
import process from 'node:process';
import { build, node, typeCheck } from './toolchain.mjs';

const areTypesSound = await typeCheck();
const isBuilt = (await build()) === 0 && (await node(['tools/tasks/test-builds.mjs'])) === 0;
process.exit(Number(!areTypesSound) + 2 * Number(!isBuilt));
