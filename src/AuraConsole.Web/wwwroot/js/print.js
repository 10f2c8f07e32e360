// A button with data-print prints the page: what of it goes to paper is for print.css.
(() => {
  'use strict';
  document.addEventListener('click', event => {
    if (event.target.closest?.('[data-print]')) window.print();
  });
})();
