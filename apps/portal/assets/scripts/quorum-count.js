// Counts those who are ticked off while the list is filled in; saving tells the same in words.

const line = document.querySelector('[data-quorum]');
const form = line?.parentElement.querySelector('form');
if (form) form.addEventListener('change', count);

function count() {
  const present = form.querySelectorAll('input[name^="present-"]:checked').length;
  const isMet = present >= Number(line.dataset.quorum);
  line.querySelector('[data-present]').textContent = String(present);
  line.querySelector('[data-said]').hidden = true;
  line.classList.toggle('live-quorum--met', isMet);
  line.classList.toggle('quorum-line--met', isMet);
}
