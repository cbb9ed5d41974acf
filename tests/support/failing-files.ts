/**
 * Arguments for Node that change a function of the file system before anything is loaded.
 * @param call the function, for example `renameSync`
 * @param body JavaScript that runs before each call, with its arguments as `args`; what it throws, the call throws;
 * `fail(code)` throws an error of the system
 */
export function beforeEachCall(call: string, body: string): string[] {
  const hook = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const original = fs[${JSON.stringify(call)}];
    fs[${JSON.stringify(call)}] = (...args) => {
      const fail = (code) => { throw Object.assign(new Error(code), { code, path: String(args[0]) }); };
      ${body}
      return original(...args);
    };
    syncBuiltinESMExports();`;
  return ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
}
