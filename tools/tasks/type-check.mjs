// Checks all types, and ends with 0 if they are sound: node tools/tasks/type-check.mjs
import process from 'node:process';
import { typeCheck } from './toolchain.mjs';

process.exit((await typeCheck()) ? 0 : 1);
