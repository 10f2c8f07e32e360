// The secret stands after the #, so that it reaches neither a server's log nor a proxy's. It is taken out of the address before anything
// else and travels in the form.
const secret = location.hash.slice(1);
history.replaceState(null, '', location.pathname);

const field = document.querySelector('input[name="Input.Secret"]');
if (field) {
  if (secret) field.value = secret;
  if (!field.value) {
    document.getElementById('link-gone').hidden = false;
    field.form.hidden = true;
  }
}
