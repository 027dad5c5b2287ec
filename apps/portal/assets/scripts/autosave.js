// Keeps a draft on the server while a person writes: `<form data-autosave="/kk/…">` with a
// `[data-draft-note]` that carries the words. Files are left to the ordinary sending.

const PAUSE_MS = 1200;

for (const form of document.querySelectorAll('form[data-autosave]')) keep(form);

function keep(form) {
  const note = form.querySelector('[data-draft-note]');
  let timer;
  let unsaved = false;
  const save = async () => {
    say(note, 'saving');
    const state = await store(form);
    unsaved = state === 'lost';
    say(note, state);
  };
  form.addEventListener('input', (event) => {
    if (event.target.type === 'file') return;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_MS);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
  addEventListener('online', () => unsaved && save());
}

async function store(form) {
  const written = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
  const body = new URLSearchParams(written);
  try {
    const answer = await fetch(form.dataset.autosave, {
      method: 'POST',
      body,
      credentials: 'same-origin',
    });
    // What does not fit yet is said when the form is sent, not between two words.
    return answer.ok ? 'saved' : answer.status === 422 ? 'unfinished' : 'lost';
  } catch {
    return 'lost';
  }
}

function say(note, state) {
  if (note) note.textContent = note.dataset[state] ?? '';
}
