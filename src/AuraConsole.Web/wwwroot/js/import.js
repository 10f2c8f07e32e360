// What stands in a text field, as bytes, so that it can be streamed: it may be longer than one message of the circuit.
export function text(element) {
  return new TextEncoder().encode(element.value);
}
