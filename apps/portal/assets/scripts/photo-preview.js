// Shows the chosen photos before they are sent: `<input type="file" data-preview="id of a box">`.

for (const input of document.querySelectorAll('input[type="file"][data-preview]')) {
  const box = document.getElementById(input.dataset.preview);
  if (box) input.addEventListener('change', () => show(box, input.files));
}

function show(box, files) {
  for (const old of box.querySelectorAll('img')) URL.revokeObjectURL(old.src);
  const photos = [...files].filter((file) => file.type.startsWith('image/'));
  box.replaceChildren(...photos.map((file) => pictureOf(file, box.dataset.alt)));
  box.hidden = photos.length === 0;
}

function pictureOf(file, words) {
  const picture = document.createElement('img');
  picture.src = URL.createObjectURL(file);
  picture.alt = `${words}: ${file.name}`;
  return picture;
}
