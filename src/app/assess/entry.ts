import { appRoot } from '../platform/data-files.ts';
import { startAssessment } from './assessment-app.ts';

if (appRoot) void startAssessment(appRoot);
