import type { PaperBlock } from '#platform/paper/paper.js';
import type { Wording } from '#platform/views/wording.js';

// Parts of a paper of the assemblies, by the names of their texts.

export function labelled(name: string, text: string, say: Wording): PaperBlock {
  return { kind: 'labelled', label: say.t(`assemblies.labels.${name}`), text };
}

export function heading(name: string, say: Wording, params = {}): PaperBlock {
  return { kind: 'heading', text: say.t(`assemblies.headings.${name}`, params) };
}

export function subheading(name: string, say: Wording): PaperBlock {
  return { kind: 'subheading', text: say.t(`assemblies.headings.${name}`) };
}

export function plain(text: string): PaperBlock {
  return { kind: 'text', text };
}
