/** `/` goes to the search: to the field in the bar where there is one to see, else to the page of the search, ready to type. */
addEventListener('keydown', (event) => {
  const field = document.querySelector<HTMLInputElement>('.bar input[name=q]');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !field) return;
  // A key is pressed on an element, the body at least.
  if ((event.target as Element).closest('input,textarea,select,[contenteditable]')) return;
  event.preventDefault();
  if (field.offsetParent) field.focus();
  else field.form?.requestSubmit();
});

export {};
