import { describe, expect, it } from '@jest/globals';
import { buildElection } from '../build-election.js';
import type { ReadingMode } from './findings.js';
import { LONGEST_LINE } from './lines.js';
import { readPabulib, readPabulibText } from './read-pabulib.js';
import { writePabulib, type PabulibDraft } from './write-pabulib.js';

const META = [
  'META',
  'key;value',
  'description;A village',
  'country;Kazakhstan',
  'unit;Aqbulaq',
  'instance;2026',
  'num_projects;2',
  'num_votes;3',
  'budget;1000',
  'vote_type;approval',
  'rule;greedy',
  'date_begin;2026-04-06',
  'date_end;2026-04-24',
];
const PROJECTS = ['PROJECTS', 'project_id;cost;name', '7;600;"Well; ""new"""', '9;500.50;Bench'];
const VOTES = ['VOTES', 'voter_id;vote', 'a;7', 'b;9,7', 'c;7,9'];
const WHOLE = [...META, ...PROJECTS, ...VOTES];

describe('Reading a Pabulib file', () => {
  it('takes sums exactly, names unquoted, equal ballots merged', () => {
    const file = read(WHOLE, 'strict');
    expect(file).toMatchObject({
      kind: 'read',
      oddities: [],
      election: { voteType: 'approval', budget: 10000n, scale: 1 },
    });
    if (file.kind !== 'read') return;
    expect(file.election.projects).toEqual([
      { id: '7', cost: 6000n, name: 'Well; "new"' },
      { id: '9', cost: 5005n, name: 'Bench' },
    ]);
    expect(file.election.ballots).toEqual([
      { choices: [0], voters: 1 },
      { choices: [0, 1], voters: 2 },
    ]);
  });

  it('does not care for BOM, CRLF, the sequence of columns or the size of pieces', async () => {
    const shuffled = WHOLE.map((line) => line.replace('voter_id;vote', 'vote;voter_id'));
    const votes = shuffled.map((line) => line.replace(/^([abc]);(.*)$/, '$2;$1'));
    const text = `\uFEFF${votes.join('\r\n')}\r\n`;
    const byLetter = await readPabulib([...text], { mode: 'strict' });
    expect(byLetter).toEqual(read(WHOLE, 'strict'));
  });

  it.each([
    ['a project twice counts once', 'a;7', 'a;7,7', 'pabulib.vote_repeated_project'],
    ['an unknown project is left out', 'a;7', 'a;7,8', 'pabulib.vote_unknown_project'],
    ['a decimal comma', '9;500.50;', '9;500,50;', 'pabulib.amount_unusual'],
    ['wrong counts', 'num_votes;3', 'num_votes;4', 'pabulib.vote_count_differs'],
    ['a missing key', 'country;Kazakhstan', 'region;North', 'pabulib.meta_missing'],
    ['a stray quote', 'Bench', 'Ben"ch', 'pabulib.quote_stray'],
    ['an open quote', 'Bench', '"Bench', 'pabulib.quote_open'],
    ['a blank line', 'a;7', '\na;7', 'pabulib.blank_line'],
    ['a section word in small letters', 'VOTES', 'votes', 'pabulib.section_word'],
    ['too many fields', 'a;7', 'a;7;x', 'pabulib.fields_left_over'],
    ['an open quote before a choice', 'a;7', 'a;"7', 'pabulib.quote_open'],
    ['an open quote before a voter', 'a;7', '"a;7', 'pabulib.quote_open'],
  ])('tells an oddity and keeps what is meant: %s', (_, from, to, code) => {
    const text = WHOLE.join('\n').replace(from, to);
    const lenient = readPabulibText(text, { mode: 'lenient' });
    expect(lenient).toMatchObject({ kind: 'read', oddities: [{ code }] });
    if (lenient.kind === 'read') expect(lenient.election).toMatchObject(electionButNames());
    expect(readPabulibText(text, { mode: 'strict' })).toMatchObject({
      kind: 'unreadable',
      faults: [{ code }],
    });
  });

  it.each([
    ['vote_type;approval', 'vote_type;quadratic', 'pabulib.vote_type_unknown', 10],
    ['budget;1000', 'budget;0', 'pabulib.budget_invalid', 9],
    ['budget;1000', 'budget;-5', 'pabulib.budget_invalid', 9],
    ['budget;1000', 'budget;12,000', 'pabulib.budget_invalid', 9],
    ['9;500.50', '9;-1', 'pabulib.cost_invalid', 17],
    ['9;500.50', '9;', 'pabulib.cost_invalid', 17],
    ['9;500.50', '7;500.50', 'pabulib.project_repeated', 17],
    ['project_id;cost', 'project_id;price', 'pabulib.column_missing', 15],
    ['Bench', 'Ben\0ch', 'pabulib.nul_byte', 17],
    ['Bench', 'B'.repeat(LONGEST_LINE * 10), 'pabulib.line_too_long', 17],
    ['VOTES', 'VOTE', 'pabulib.section_missing', 0],
    ['VOTES', 'META', 'pabulib.section_repeated', 18],
  ])('refuses %s → %s with its line', (from, to, code, line) => {
    const file = readPabulibText(WHOLE.join('\n').replace(from, to), { mode: 'lenient' });
    expect(file.kind).toBe('unreadable');
    if (file.kind === 'unreadable') {
      expect(file.faults).toContainEqual(expect.objectContaining({ code, line }));
    }
  });

  it.each([
    ['nothing', '', ['META', 'PROJECTS', 'VOTES']],
    ['carriage returns alone', WHOLE.join('\r'), ['META', 'PROJECTS', 'VOTES']],
    ['no projects', [...META, ...PROJECTS.slice(0, 2), ...VOTES].join('\n'), ['PROJECTS']],
    ['META alone', META.join('\n'), ['PROJECTS', 'VOTES']],
  ])('names each missing section of %s', (_, text, sections) => {
    expect(readPabulibText(text, { mode: 'lenient' })).toMatchObject({
      kind: 'unreadable',
      faults: sections.map((section) => ({
        code: 'pabulib.section_missing',
        details: { section },
      })),
    });
  });

  it('refuses sections in another sequence', () => {
    const text = [...META, ...VOTES, ...PROJECTS].join('\n');
    const file = readPabulibText(text, { mode: 'lenient' });
    const faults = [14, 19].map((line) => ({ code: 'pabulib.section_out_of_place', line }));
    expect(file).toMatchObject({ kind: 'unreadable', faults });
  });

  it.each([
    ['a;7;', 'pabulib.points_missing'],
    ['a;7;3,4', 'pabulib.points_without_votes'],
    ['a;;3', 'pabulib.points_without_votes'],
    ['a;7;x', 'pabulib.points_invalid'],
    ['a;7;-1', 'pabulib.points_invalid'],
    ['a;7;1000000001', 'pabulib.points_too_large'],
  ])('refuses points that do not fit the choices: %s', (ballot, code) => {
    const meta = META.map((line) =>
      line.replace('approval', 'cumulative').replace('votes;3', 'votes;1'),
    );
    const file = read([...meta, ...PROJECTS, 'VOTES', 'voter_id;vote;points', ballot], 'lenient');
    expect(file).toMatchObject({ kind: 'unreadable', faults: [{ code, line: 20 }] });
  });

  it('joins a name that runs over two lines and does not swallow the file after an open quote', () => {
    const joined = readPabulibText(WHOLE.join('\n').replace('Bench', '"Ben\nch"'), {
      mode: 'strict',
    });
    expect(joined).toMatchObject({ election: { projects: [{}, { name: 'Ben\nch' }] } });
  });

  it('does not let open quotes join two ballots into one', () => {
    const text = WHOLE.join('\n').replace('a;7', '"a;7').replace('b;9,7', '"b;9,7');
    const file = readPabulibText(text, { mode: 'lenient' });
    const oddities = [20, 21].map((line) => ({ code: 'pabulib.quote_open', line }));
    expect(file).toMatchObject({ kind: 'read', election: electionButNames(), oddities });
  });

  it('keeps a thousand findings and counts the rest', () => {
    const ballots = Array.from({ length: 1500 }, (_, voter) => `${voter};8,7`);
    const file = read([...META, ...PROJECTS, 'VOTES', 'voter_id;vote', ...ballots], 'lenient');
    expect(file.oddities).toHaveLength(1000);
    expect(file.omitted).toBe(501);
  });
});

describe('Writing a Pabulib file', () => {
  it('passes strict reading and gives back the election', () => {
    const file = readPabulibText([...writePabulib(aDraft())].join(''), { mode: 'strict' });
    expect(file).toMatchObject({ kind: 'read', election: { budget: 100050n, scale: 2 } });
    if (file.kind !== 'read') return;
    expect(file.election.projects.map(({ selected }) => selected)).toEqual([1, 0]);
    expect(file.election.projects[0]!.name).toBe('Well; "META" new');
    expect(file.election.ballots).toEqual(aDraft().election.ballots.toReversed());
  });

  it('names projects that exclude each other, where there are any', () => {
    const draft = aDraft();
    const projects = draft.election.projects.map((project) => ({ ...project, group: 'yard' }));
    const grouped = { ...draft, election: { ...draft.election, projects } };
    const file = readPabulibText([...writePabulib(grouped)].join(''), { mode: 'strict' });
    expect(file).toMatchObject({ election: { projects: [{ group: 'yard' }, { group: 'yard' }] } });
    expect([...writePabulib(draft)].join('')).not.toContain('exclusive_group');
  });

  it('leaves out age and sex in groups below the smallest one', () => {
    const text = [...writePabulib(aDraft())].join('');
    expect(text).toContain('v1;2;;\n');
    expect(text).toContain('v2;1;30-39;F\n');
  });

  it('refuses to leave out a required key', () => {
    expect(() => [...writePabulib({ ...aDraft(), meta: {} })]).toThrow('META needs description');
  });
});

function read(lines: readonly string[], mode: ReadingMode) {
  return readPabulibText(lines.join('\n'), { mode });
}

function electionButNames() {
  const file = read(WHOLE, 'strict');
  if (file.kind !== 'read') throw new Error('unreadable');
  return { ...file.election, projects: [{ id: '7' }, { id: '9', cost: 5005n }] };
}

function aDraft(): PabulibDraft {
  const ballots = [
    { voterId: 'v3', votes: [{ project: '1' }], age: '30-39', sex: 'F' },
    { voterId: 'v2', votes: [{ project: '1' }], age: '30-39', sex: 'F' },
    { voterId: 'v1', votes: [{ project: '2' }], age: '70-79', sex: 'M' },
  ];
  const projects = [
    { id: '1', cost: 60000n, name: 'Well; "META"\nnew' },
    { id: '2', cost: 50025n },
  ];
  const meta = Object.fromEntries(
    META.slice(2).flatMap((line) => {
      const [key, value] = line.split(';') as [string, string];
      return /^num_|^budget|^vote_type/.test(key) ? [] : [[key, value]];
    }),
  );
  const election = buildElection({
    voteType: 'approval',
    budget: 100050n,
    scale: 2,
    projects,
    ballots,
  });
  return { meta, election, ballots, winners: ['1'], smallestGroup: 2 };
}
