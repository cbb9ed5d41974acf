import { appRoot } from '../platform/data-files.ts';
import { openSharedPage } from './open-page.ts';

if (appRoot) void openSharedPage(appRoot);
