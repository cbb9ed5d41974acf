import type { PlaceId } from '../core/model/look-schema.ts';
import { globPattern } from '../core/text/glob.ts';

/** Code of others, caches and build results, which say nothing about the team. */
const foreign = globPattern([
  '**/{node_modules,vendor,vendored,third_party,third-party,3rdparty,external,site-packages,.venv,venv,env,.tox,.eggs,.ipynb_checkpoints,__pycache__,target,dist,build,out}/**',
  '**/{fixtures,__fixtures__,testdata,test_data,test-data,mocks,__mocks__,snapshots,__snapshots__,seeder,seeders}/**',
  '**/{archive,archived,deprecated,attic,legacy}/**',
  '**/{benchmark_data,benchmark-data,sample_data,sample-data,sample_docs,sample-docs,corpus}/**',
  '**/*cookiecutter.*/**',
  '**/*.min.{js,css}',
]);

/** Where each place is, by the names of folders and files. */
const patterns: Record<PlaceId, RegExp> = {
  docs: globPattern([
    '**/{doc,docs,documentation,site,website,blog,book,notes,slides}/**',
    '**/*.{md,mdx,rst,adoc,html,tex}',
  ]),
  tests: globPattern([
    '**/{test,tests,testing,e2e,__tests__,test-*,*-tests,*_tests}/**',
    '**/{loadtest,load-test,load_test,cypress,playwright}/**',
    '**/{test_*,*_test,conftest}.py',
    '**/*.{test,spec}.{ts,js}',
  ]),
  examples: globPattern([
    '**/*example*/**',
    '**/{sample,samples,tutorial,tutorials,demo,demos,cookbook,cookbooks,quickstart,templates,template,skeleton,boilerplate}/**',
    '**/*.{example,sample,template,tmpl,tpl}',
    '**/{*.example,*.sample,*-example,*-sample,*_example}.*',
    '**/{example-,example_,sample-,demo_,demo-}*.*',
  ]),
};

/** Prompts are code, although they look like documents. */
const notDocuments = globPattern(['**/prompts/**', '**/*prompt*.md']);

/** Adapters, which offer a package to those who use this code, and do not show that its team uses it. */
const adapters = globPattern(['**/{integrations,*_integrations,connectors,plugins,adapters,instrumentation}/**']);

/** Whether a file is in a folder of adapters to packages of others. */
export const isAdapter = (path: string): boolean => adapters.test(path);

/** Whether a file is somebody else's code or a result of a build. */
export const isForeign = (path: string): boolean => foreign.test(path);

/** The places that a file is in; none for the code itself. */
export const placesOf = (path: string): PlaceId[] =>
  (Object.keys(patterns) as PlaceId[]).filter(
    (place) => patterns[place].test(path) && !(place === 'docs' && notDocuments.test(path)),
  );
