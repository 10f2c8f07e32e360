'use strict';

const api = '/simulator/api';
const steps = { OnScene: 'On scene' };
const byId = id => document.getElementById(id);
const say = text => { if (byId('status').textContent !== text) byId('status').textContent = text; };
const word = step => steps[step] ?? step;
const place = callout => callout.reference ? `${callout.reference} ${callout.site ?? ''}` : callout.customer ?? '';
const time = text => new Date(text).toLocaleTimeString(undefined, { hour12: false });

async function call(path, method = 'GET', body = undefined) {
  const response = await fetch(api + path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message ?? `Answered ${response.status}`);
  return answer;
}

async function act(done, path, method, body) {
  try {
    const answer = await call(path, method, body);
    say(done(answer));
  } catch (error) {
    say(error.message);
  }
  await refresh();
}

function newRow(callout) {
  const row = document.createElement('tr');
  row.dataset.id = callout.id;
  for (let cell = 0; cell < 6; cell++) row.append(document.createElement('td'));
  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', () => act(
    answer => `Callout ${answer.id}: ${word(answer.step)}`, `/callouts/${callout.id}/step`, 'POST'));
  row.cells[5].append(button);
  return row;
}

function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

// rows are changed in place and keep their order, so that the focus stays on its button
function showCallouts(callouts) {
  const table = byId('callouts');
  const rows = new Map([...table.rows].map(row => [row.dataset.id, row]));
  for (const callout of callouts.toSorted((left, right) => left.id - right.id)) {
    const known = rows.get(String(callout.id));
    const row = known ?? newRow(callout);
    rows.delete(String(callout.id));
    const texts = [String(callout.id), place(callout), `${callout.status} (${word(callout.step)})${callout.duress ? ', duress' : ''}`,
      callout.responder ?? '', time(callout.createdAt)];
    texts.forEach((text, index) => setText(row.cells[index], text));
    const button = row.cells[5].firstChild;
    button.hidden = !callout.next;
    setText(button, callout.next ? word(callout.next) : '');
    button.setAttribute('aria-label', callout.next ? `Move callout ${callout.id} on: ${word(callout.next)}` : 'Closed');
    if (!known) table.prepend(row);
  }
  for (const row of rows.values()) row.remove();
  byId('empty').hidden = callouts.length > 0;
}

function showForm(form, values) {
  for (const field of form.elements) {
    if (!field.name || field === document.activeElement) continue;
    if (field.type === 'checkbox') field.checked = values[field.name] === true;
    else field.value = values[field.name] ?? '';
  }
}

function showLog(list, lines) {
  const shown = lines.join('\n');
  if (list.dataset.shown === shown) return;
  list.dataset.shown = shown;
  list.replaceChildren(...lines.map(line => {
    const item = document.createElement('li');
    item.textContent = line;
    return item;
  }));
}

async function refresh() {
  if (document.hidden) return;
  try {
    const [callouts, options, faults, webhook, requests] = await Promise.all(
      ['/callouts', '/options', '/faults', '/webhook', '/requests'].map(path => call(path)));
    showCallouts(callouts);
    showForm(byId('options'), options);
    showForm(byId('faults'), faults);
    setText(byId('webhook'), webhook.url ? `${webhook.url}, ${webhook.events.length} events` : 'None is registered.');
    showLog(byId('deliveries'), webhook.deliveries.toReversed().slice(0, 50).map(
      entry => `${time(entry.at)} ${entry.event} ${entry.entityId} ${entry.error ?? entry.status}`));
    showLog(byId('requests'), requests.toReversed().slice(0, 50).map(
      entry => `${time(entry.at)} ${entry.method} ${entry.path} ${entry.status || 'dropped'}`));
    if (byId('status').textContent === 'The simulator does not answer.') say('');
  } catch {
    say('The simulator does not answer.');
  }
}

function bindForm(id, path) {
  byId(id).addEventListener('submit', event => event.preventDefault());
  byId(id).addEventListener('change', event => {
    const field = event.target;
    if (!field.reportValidity()) return;
    const value = field.type === 'checkbox' ? field.checked : field.type === 'number' ? field.valueAsNumber : field.value;
    if (!Number.isNaN(value)) act(() => 'Changed', path, 'PUT', { [field.name]: value });
  });
}

async function start() {
  bindForm('options', '/options');
  bindForm('faults', '/faults');
  byId('expire').addEventListener('click', () => act(() => 'All tokens are expired', '/faults', 'PUT', { expireTokens: true }));
  byId('clear').addEventListener('click', () => act(() => 'No faults', '/faults', 'PUT', { clear: true }));
  byId('raise').addEventListener('submit', event => {
    event.preventDefault();
    act(answer => `Callout ${answer.id} at ${answer.reference}`, '/callouts', 'POST', { reference: byId('site').value });
  });
  await refresh();
  for (const site of await call('/sites')) byId('site').add(new Option(`${site.reference} ${site.name ?? ''}`, site.reference));
  setInterval(refresh, 1000);
  document.addEventListener('visibilitychange', refresh);
}

start();
