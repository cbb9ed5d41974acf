import { appRoot } from '../platform/data-files.ts';
import { openTogetherPage } from './together-page.ts';

if (appRoot) void openTogetherPage(appRoot);
