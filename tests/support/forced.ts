import type { Page } from '@playwright/test';

/** Where colours are forced: texts and marks that keep a colour of their own, and marks that can no longer be seen. */
export const ownColours = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const system = [
      'Canvas',
      'CanvasText',
      'LinkText',
      'VisitedText',
      'ActiveText',
      'ButtonFace',
      'ButtonText',
      'ButtonBorder',
      'Field',
      'FieldText',
      'Highlight',
      'HighlightText',
      'SelectedItem',
      'SelectedItemText',
      'Mark',
      'MarkText',
      'GrayText',
      'AccentColor',
      'AccentColorText',
    ];
    const probe = document.createElement('span');
    document.body.append(probe);
    const known = new Map(
      system.map((name) => {
        probe.style.color = name;
        return [getComputedStyle(probe).color, name] as const;
      }),
    );
    probe.remove();
    const canvas = [...known].find(([, name]) => name === 'Canvas')?.[0] ?? '';
    const clear = (colour: string) => colour === 'none' || /rgba\(.*, 0\)|transparent/.test(colour);
    const found = new Map<string, string>();
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (!element.checkVisibility() || element.closest('.visually-hidden, defs')) continue;
      const style = getComputedStyle(element);
      const inPicture = element instanceof SVGElement;
      const shape = inPicture && /^(path|rect|circle|line|text)$/.test(element.tagName);
      const says = `${element.tagName}.${element.getAttribute('class') ?? ''}`;
      const looked = shape ? (['fill', 'stroke'] as const) : inPicture ? [] : (['color', 'backgroundColor'] as const);
      for (const part of looked)
        if (!clear(style[part]) && !known.has(style[part])) found.set(says, `${says} keeps its ${part} ${style[part]}`);
      // Behind text the browser lays a plate of the page's colour: text of that colour is gone.
      const writes = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (!inPicture && writes && style.color === canvas && style.getPropertyValue('forced-color-adjust') !== 'none')
        found.set(says, `${says} writes in the colour of the page`);
      const isMark = element.matches(
        `.dot, .band, .mark-of, .slope, .change-line, .edge, .dot-strip circle, .key, .theme-swatch, .radar-area,
          .mark path, .box`,
      );
      const drawn = shape
        ? [style.fill, style.stroke]
        : [style.backgroundColor, style.borderTopWidth === '0px' ? canvas : style.borderTopColor];
      if (isMark && !element.matches('.box') && drawn.every((colour) => clear(colour) || colour === canvas))
        found.set(says, `${says} cannot be seen`);
    }
    return [...found.values()].slice(0, 8);
  });
