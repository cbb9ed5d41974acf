// Every page, once it has loaded: what it can do without until then.
import './offline.ts';
import './text-limit.ts';
import './press-once.ts';
