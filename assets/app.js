// What pages do beyond plain HTML: nothing here is needed to ask, to read or to cite.

// The mark in view where the browser gave it no focus.
const mark = document.getElementById('at');
requestAnimationFrame(() => {
  if (mark && mark !== document.activeElement && !location.hash) mark.scrollIntoView({ block: 'center' });
});

// A button to copy each reference, and the address of what is shared.
for (const copied of document.querySelectorAll('.copy')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'small';
  button.textContent = '复制';
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(copied.href ?? copied.textContent);
      button.textContent = '已复制';
    } catch {
      getSelection().selectAllChildren(copied);
      button.textContent = '已选中';
    }
    setTimeout(() => {
      button.textContent = '复制';
    }, 2000);
  });
  copied.after(button);
}

// Suggestions while typing.
const input = document.getElementById('q');
const list = document.getElementById('suggest');
if (input && list) {
  let timer;
  let latest = '';
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const typed = input.value;
      latest = typed;
      const response = await fetch(`/api/suggest?q=${encodeURIComponent(typed.slice(0, 60))}`).catch(() => undefined);
      if (!response?.ok || latest !== typed) return;
      const questions = await response.json();
      list.replaceChildren(
        ...questions.map((question) => {
          const option = document.createElement('option');
          option.value = question;
          return option;
        }),
      );
    }, 120);
  });
}

// Tables that sort: by the number of the row's figure where a column shows figures, else by its text.
// Made when a table is first sorted: loading the order of Chinese takes as long as laying a page out.
let collator;
const compareTexts = (a, b) => {
  collator ??= new Intl.Collator('zh-CN', { numeric: true });
  return collator.compare(a, b);
};
for (const table of document.querySelectorAll('table.sortable')) {
  const body = table.tBodies[0];
  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const up = head.getAttribute('aria-sort') !== 'ascending';
      for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const rows = [...body.rows];
      const column = head.cellIndex;
      const numeric = rows.some(
        (row) => row.dataset.value !== '' && row.cells[column].textContent.includes(row.dataset.value),
      );
      const key = (row) => row.cells[column].textContent;
      const by = numeric
        ? (a, b) =>
            Number(a.dataset.value || Number.NEGATIVE_INFINITY) - Number(b.dataset.value || Number.NEGATIVE_INFINITY)
        : (a, b) => compareTexts(key(a), key(b));
      body.append(...rows.sort((a, b) => (up ? 1 : -1) * by(a, b)));
    });
  }
}
