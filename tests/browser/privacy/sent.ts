import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Proofs } from '../../support/privacy-setting.ts';
import { question, tells } from '../../support/privacy-team.ts';

/** Proves what the page states about what is never sent. */
export const sentProofs: Proofs = {
  'No answer, note or name is sent to any server.': async ({ site }) => {
    expect(site.asked.some(({ url }) => url === question)).toBe(true);
    expect(site.asked.filter(({ method, body }) => method !== 'GET' || body !== '')).toEqual([]);
    expect(site.asked.flatMap(({ url, headers }) => [...tells(url), ...tells(headers.referer ?? '')])).toEqual([]);
  },
  'This site sets no cookie and asks no other site for anything.': async ({ site, context, made }) => {
    expect(await context.cookies()).toEqual([]);
    expect(made.requests.length).toBeGreaterThan(20);
    expect(made.requests.filter((url) => !url.startsWith(`${site.origin}/`) && !/^(blob|data):/.test(url))).toEqual([]);
  },
  'Nobody is counted or watched; every request asks for a file of this site.': async ({ site }) => {
    const files = site.asked.map(({ url }) => new URL(url, site.origin).pathname);
    const file = (name: string) => path.join('dist', name.endsWith('/') ? `${name}index.html` : name);
    expect([...new Set(files)].filter((name) => !existsSync(file(name)))).toEqual([]);
    expect(site.asked.filter(({ url }) => url.includes('?')).map(({ url }) => url)).toEqual([]);
  },
  'A content security policy forbids these pages from sending anything to another site.': async ({
    site,
    elsewhere,
    page,
  }) => {
    await page.goto('/privacy/');
    const before = elsewhere.asked.length;
    const blocked = await page.evaluate(async (origin) => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.push(effectiveDirective));
      await fetch(`${origin}/fetch`, { method: 'POST', mode: 'no-cors', body: 'x' }).catch(() => undefined);
      navigator.sendBeacon(`${origin}/beacon`, 'x');
      const image = new Image();
      const failed = new Promise((resolve) => image.addEventListener('error', resolve));
      image.src = `${origin}/image`;
      await failed;
      const form = document.createElement('form');
      Object.assign(form, { action: `${origin}/form`, method: 'post' });
      document.body.append(form);
      const refused = new Promise<void>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          if (effectiveDirective === 'form-action') resolve();
        });
      });
      form.submit();
      await refused;
      return seen;
    }, elsewhere.origin);
    expect(blocked).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'form-action']));
    expect(page.url()).toBe(`${site.origin}/privacy/`);
    expect(elsewhere.asked.slice(before)).toEqual([]);
  },
  'A site that you go to from here is not told where you came from.': async ({ elsewhere, page }) => {
    await page.goto(question);
    await page.evaluate((origin) => {
      const link = document.createElement('a');
      link.href = `${origin}/landing`;
      document.body.append(link);
      link.click();
    }, elsewhere.origin);
    await page.waitForURL(`${elsewhere.origin}/landing`);
    expect(elsewhere.asked.find(({ url }) => url === '/landing')?.headers.referer).toBeUndefined();
  },
};
