/** Gives every citation field a button that copies it, and says so to everyone. Without a script the field is selectable. */
for (const field of document.querySelectorAll<HTMLTextAreaElement>('.cite textarea')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '复制';
  button.setAttribute('aria-describedby', field.id);
  button.addEventListener('click', async () => {
    field.select();
    const copied = await navigator.clipboard?.writeText(field.value).then(
      () => true,
      () => false,
    );
    // Where the page may not write to the clipboard (plain http), the selected text is copied by hand.
    button.textContent = copied ? '已复制' : '已选中，请复制';
    setTimeout(() => {
      button.textContent = '复制';
    }, 2000);
  });
  field.after(button);
}
