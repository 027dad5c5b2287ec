import { describe, expect, it } from '@jest/globals';
import { Svg, svg } from './svg.js';

describe('svg', () => {
  it('escapes what is put in', () => {
    expect(svg`<text>${'<&"'}</text>`.toString()).toBe('<text>&lt;&amp;&quot;</text>');
  });

  it('leaves out the signs that XML has no place for, and keeps the rest', () => {
    const title = 'a\u0000\u0001\u0008\u000b\u001f\ufffe\ud800b\t\nӘ\u202e🏞';
    expect(svg`<text>${title}</text>`.toString()).toBe('<text>ab\t\nӘ\u202e🏞</text>');
  });

  it('keeps what was drawn, alone and in lists', () => {
    const bars = [1, 2].map((width) => svg`<rect width="${width}"/>`);
    expect(svg`<svg>${bars}${svg`<g/>`}</svg>`.toString()).toBe(
      '<svg><rect width="1"/><rect width="2"/><g/></svg>',
    );
  });

  it('is known by its class, so that no ordinary text passes for a drawing', () => {
    expect(svg`<g/>`).toBeInstanceOf(Svg);
  });
});
