// Choosing a project without reloading: the same form is sent, and only the bar and the choices
// of the answer are put into the page. Any trouble falls back to the ordinary form.

document.addEventListener('submit', async (event) => {
  const form = event.target.closest('form[data-choice]');
  if (!form || event.defaultPrevented) return;
  event.preventDefault();
  const card = form.closest('.project-card');
  try {
    swap(await send(form, event.submitter));
    card?.querySelector('.project-choice button')?.focus();
  } catch {
    sendPlainly(form, event.submitter);
  }
});

// Points and grades are kept as soon as they are given: nobody must remember the button.
document.addEventListener('change', (event) => {
  event.target.closest('form[data-choice]')?.requestSubmit();
});

async function send(form, button) {
  const body = new URLSearchParams(new FormData(form, button));
  const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`Answer ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!page.getElementById('budget-bar')) throw new Error('No bar in the answer');
  return page;
}

function swap(page) {
  const bar = document.getElementById('budget-bar');
  const fresh = page.getElementById('budget-bar');
  bar.className = fresh.className;
  bar.querySelector('.budget-bar__inner').replaceWith(fresh.querySelector('.budget-bar__inner'));
  for (const card of document.querySelectorAll('.project-card'))
    swapCard(card, page.getElementById(card.id));
  const live = bar.querySelector('[data-live]');
  live.textContent = bar.querySelector('[role="progressbar"]').getAttribute('aria-valuetext');
}

// The photo stays: replacing it would make the page blink on a slow line.
function swapCard(card, fresh) {
  if (!fresh) return;
  card.className = fresh.className;
  card
    .querySelector('.project-card__body')
    ?.replaceWith(fresh.querySelector('.project-card__body'));
}

function sendPlainly(form, button) {
  const chosen = document.createElement('input');
  Object.assign(chosen, { type: 'hidden', name: button?.name ?? '', value: button?.value ?? '' });
  form.append(chosen);
  form.submit();
}
