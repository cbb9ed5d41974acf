import { appRoot } from '../platform/data-files.ts';
import { openComparePage } from './compare-page.ts';

if (appRoot) void openComparePage(appRoot);
