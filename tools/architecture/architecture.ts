// Draws docs/architecture.svg from the imports of src: npm run architecture
import { writeFileSync } from 'node:fs';
import { drawArchitecture } from './drawing.ts';

writeFileSync('docs/architecture.svg', drawArchitecture());
