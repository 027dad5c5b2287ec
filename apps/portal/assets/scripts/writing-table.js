// The secretary's writing table: `[data-writing-table="address"]` holds fields, `[data-field]` with
// `data-item` and `data-version`, whose controls carry `data-part`. What is written is kept in this
// browser at once and sent with an id of its own until the server answers, so that a broken line,
// a lost answer or a reload loses nothing and nothing is applied twice. Without a script the forms
// are sent in the ordinary way.

const PAUSE_MS = 700;
const RETRY_MS = 4000;
const MOST_AT_ONCE = 40;
const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Asia/Almaty' });

const AHEAD_MS = Date.parse(document.querySelector('[data-made-at]')?.dataset.madeAt) - Date.now();

const table = document.querySelector('[data-writing-table]');
if (table) openTable();

function openTable() {
  const shelf = `writing-table:${table.dataset.shelf}`;
  // By field: `sent` waits for its answer and never changes, `next` is what was typed since.
  const kept = readShelf(shelf);
  let pause;
  let isSending = false;

  for (const [key, { sent, next }] of Object.entries(kept)) restore(key, (next ?? sent).value);
  table.addEventListener('input', ({ target }) => note(target.closest('[data-field]')));
  table.addEventListener('click', ({ target }) => press(target.closest('button')));
  for (const form of table.querySelectorAll('form[data-writes]'))
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void send();
    });
  addEventListener('online', () => void send());
  addEventListener('beforeunload', (event) => isKept() && event.preventDefault());
  table.classList.add('writing-table--live');
  show();
  void send();

  function isKept() {
    return Object.keys(kept).length > 0;
  }

  function note(field) {
    if (!field) return;
    const key = keyOf(field);
    noteTheTime(field);
    const next = { op: newId(), value: valueOf(field), at: now().toISOString() };
    kept[key] = { ...kept[key], next, base: kept[key]?.base ?? Number(field.dataset.version) };
    store();
    mark(field, 'kept');
    show();
    clearTimeout(pause);
    pause = setTimeout(send, PAUSE_MS);
  }

  function press(button) {
    if (button?.matches('[data-add-speech]')) addSpeech(button.closest('[data-item]'));
    if (!button?.matches('[data-phrase-kk]')) return;
    const { item, phraseKk, phraseRu } = button.dataset;
    for (const [name, phrase] of [
      ['decision-kk', phraseKk],
      ['decision-ru', phraseRu],
    ]) {
      const field = fieldOf(`${item} ${name}`);
      append(field.querySelector('[data-part]'), phrase);
      note(field);
    }
  }

  async function send() {
    clearTimeout(pause);
    if (isSending || !isKept()) return;
    isSending = true;
    const batch = Object.entries(kept).slice(0, MOST_AT_ONCE).map(toSend);
    store();
    show('sending');
    const answers = await post(table.dataset.writingTable, batch);
    isSending = false;
    for (const answer of answers.list) settle(answer);
    store();
    show(answers.trouble);
    if (isKept()) pause = setTimeout(send, answers.trouble ? RETRY_MS : PAUSE_MS);
  }

  function toSend([key, entry]) {
    if (!entry.sent) {
      entry.sent = entry.next;
      delete entry.next;
    }
    const [item, field] = split(key);
    return { ...entry.sent, item: Number(item), field, base: entry.base };
  }

  function settle({ op, outcome, version, words }) {
    const found = Object.entries(kept).find(([, entry]) => entry.sent?.op === op);
    if (!found) return;
    const [key, entry] = found;
    const field = fieldOf(key);
    if (field) field.dataset.version = version;
    if (entry.next) kept[key] = { next: entry.next, base: version };
    else delete kept[key];
    if (field) mark(field, entry.next ? 'kept' : outcome, words);
  }

  function store() {
    localStorage.setItem(shelf, JSON.stringify(kept));
  }

  function show(trouble) {
    const state = trouble ?? (isKept() ? 'kept' : 'saved');
    for (const place of document.querySelectorAll('[data-writing-note]')) {
      if (state === 'saved' && !place.textContent) continue;
      place.dataset.state = state;
      place.textContent = place.dataset[state];
    }
  }

  function restore(key, value) {
    const field = fieldOf(key) ?? newSpeech(key);
    if (!field) return;
    for (const control of controlsOf(field)) fill(control, value[control.dataset.part]);
    mark(field, 'kept');
  }

  function newSpeech(key) {
    const [item, name] = split(key);
    const list = table.querySelector(`[data-item="${item}"][data-speeches]`);
    return list && name.startsWith('speech') ? addSpeech(list, name) : null;
  }
}

function readShelf(shelf) {
  try {
    return JSON.parse(localStorage.getItem(shelf)) ?? {};
  } catch {
    return {};
  }
}

async function post(address, writings) {
  const sent = { writings };
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(sent),
    });
    if (answer.ok) return { list: (await answer.json()).answers };
    const troubles = { 401: 'signedOut', 403: 'signedOut', 409: 'closed' };
    return { list: [], trouble: troubles[answer.status] ?? 'kept' };
  } catch {
    return { list: [], trouble: 'kept' };
  }
}

function keyOf(field) {
  return `${field.dataset.item} ${field.dataset.field}`;
}

function split(key) {
  const blank = key.indexOf(' ');
  return [key.slice(0, blank), key.slice(blank + 1)];
}

function fieldOf(key) {
  const [item, name] = split(key);
  return document.querySelector(`[data-field="${name}"][data-item="${item}"]`);
}

function controlsOf(field) {
  return field.querySelectorAll('[data-part]');
}

function valueOf(field) {
  const chosen = [...controlsOf(field)].filter(({ type, checked }) => type !== 'radio' || checked);
  return Object.fromEntries(chosen.map((control) => [control.dataset.part, control.value]));
}

function fill(control, value) {
  if (control.type === 'radio') control.checked = control.value === value;
  else if (value !== undefined) control.value = value;
}

function mark(field, state, words) {
  field.dataset.state = state;
  const place = field.querySelector('[data-field-note]');
  if (place) place.textContent = words ?? '';
}

function append(area, phrase) {
  area.value = [area.value.trim(), phrase].filter((part) => part !== '').join(' ');
}

// The moment of a vote is when its first figure is written, unless the secretary says otherwise.
function noteTheTime(field) {
  const clock = field.querySelector('[data-now]');
  if (clock && clock.value === '') clock.value = TIME.format(now());
}

// A new speech has a name of its own, made here, so that it can be written without the network.
function addSpeech(place, name = `speech:${newId()}`) {
  const list = table.querySelector(`[data-speeches][data-item="${place.dataset.item}"]`);
  const speech = list.querySelector('template').content.cloneNode(true).firstElementChild;
  speech.dataset.field = name;
  for (const control of speech.querySelectorAll('[id]')) {
    const label = speech.querySelector(`label[for="${control.id}"]`);
    control.id = `${control.id}-${name.slice(-12)}`;
    if (label) label.htmlFor = control.id;
  }
  list.append(speech);
  speech.querySelector('[data-part]').focus();
  return speech;
}

// Votes are weighed against arrivals by the server's clock; a laptop's may be minutes away from it.
function now() {
  return new Date(Date.now() + AHEAD_MS);
}

// Not crypto.randomUUID(), which a page without TLS does not have.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
