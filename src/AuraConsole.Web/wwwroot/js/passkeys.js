// A form with data-passkey asks the browser for a passkey before it is sent: "create" makes one, "get" signs in with one.
const supported = typeof PublicKeyCredential === 'function'
  && typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function';

const ask = async form => {
  const token = form.querySelector('input[name="__RequestVerificationToken"]').value;
  const answer = await fetch(form.dataset.passkeyOptions, {
    method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token }), signal: AbortSignal.timeout(10000),
  });
  if (!answer.ok) throw new Error(`asked for a passkey: ${answer.status}`);
  const options = await answer.json();
  return form.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
};

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!supported) {
    form.hidden = true;
    continue;
  }
  form.dataset.ready = 'true';
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const button = form.querySelector('button[type="submit"]');
    const failure = form.querySelector('[data-passkey-failure]');
    failure.hidden = true;
    button.disabled = true;
    try {
      const credential = await ask(form);
      form.querySelector('input[name="Credential"]').value = JSON.stringify(credential);
      form.submit();
    } catch (error) {
      console.debug('No passkey.', error);
      failure.hidden = false;
      button.disabled = false;
    }
  });
}
