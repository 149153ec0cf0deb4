// Digits in groups of four while a card number is typed. Done here, before the server hears of the key: a value sent back
// by the server could overtake a quick typist.
document.addEventListener('input', event => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || !input.hasAttribute('data-groups-of-four')) return;
  const digitsBefore = input.value.slice(0, input.selectionStart ?? 0).replace(/\D/g, '').length;
  const digits = input.value.replace(/\D/g, '').slice(0, 19);
  const grouped = digits.replace(/(\d{4})(?=\d)/g, '$1 ');
  if (grouped === input.value) return;
  input.value = grouped;
  const caret = digitsBefore + Math.floor(Math.max(0, digitsBefore - 1) / 4);
  input.setSelectionRange(caret, caret);
}, true);
