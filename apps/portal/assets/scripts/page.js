// What every page gains from a script: nothing here is needed to finish a task.

document.documentElement.classList.add('with-script');
focusFaults();
document.addEventListener('submit', sendOnce);
for (const area of document.querySelectorAll('textarea[data-max]')) countLetters(area);

function focusFaults() {
  const summary = document.querySelector('[data-part="error-summary"]');
  if (!summary) return;
  summary.focus();
  summary.addEventListener('click', (event) => {
    const target = event.target.closest('a[href^="#"]')?.hash.slice(1);
    const control = target && document.getElementById(target);
    if (!control) return;
    event.preventDefault();
    const field = control.matches('input, textarea, select')
      ? control
      : control.querySelector('input');
    (field?.closest('.govuk-form-group') ?? control).scrollIntoView();
    field?.focus({ preventScroll: true });
  });
}

// A second click on the same button within a second is a slip of the finger.
function sendOnce(event) {
  const form = event.target;
  if (event.defaultPrevented) return;
  const now = Date.now();
  if (now - Number(form.dataset.sentAt ?? 0) < 1000) event.preventDefault();
  form.dataset.sentAt = now;
}

// The words come from the server; the browser adds only a bare number.
function countLetters(area) {
  const message = document.getElementById(`${area.id}-info`);
  if (!message) return;
  const status = document.createElement('div');
  status.className = message.className;
  status.setAttribute('aria-hidden', 'true');
  message.classList.add('govuk-visually-hidden');
  message.after(status);
  const show = () => {
    const left = Number(area.dataset.max) - area.value.length;
    status.textContent = `${left < 0 ? message.dataset.over : message.dataset.left} ${Math.abs(left)}`;
    status.classList.toggle('govuk-error-message', left < 0);
  };
  area.addEventListener('input', show);
  show();
}
