// The button for printing works only with a script, so only a script shows it.

for (const part of document.querySelectorAll('[data-print]')) {
  part.hidden = false;
  part.querySelector('button')?.addEventListener('click', () => print());
}
