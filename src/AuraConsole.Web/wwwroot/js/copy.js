// Puts an input's text on the clipboard. Without HTTPS a browser does not let a page do that: then the text is selected for the keyboard.
export async function copy(input) {
  input.focus();
  input.select();
  try {
    await navigator.clipboard.writeText(input.value);
    return true;
  } catch {
    return false; // the caller says what to press
  }
}
