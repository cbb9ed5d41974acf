import { appRoot } from '../platform/data-files.ts';
import { openTeamsPage } from './teams-page.ts';

if (appRoot) void openTeamsPage(appRoot);
