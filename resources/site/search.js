// The search of the contents: it hides what does not hold all the words, in any of their forms.
// `index` has the keys, the articles of each (numbers from 0, each told by its distance from the
// one before), the tables of the keys, and the words that it says.
function search(index, page) {
  const { sought, words } = keysOf(index.tables);
  const places = index.places.split(";");
  const numbers = new Map(index.keys.split(" ").map((key, number) => [key, number]));
  const form = page.querySelector("form");
  const field = form.querySelector("input");
  const told = page.querySelector("[role=status]");
  const items = [...page.querySelectorAll("[data-article]")];
  const groups = [...page.querySelectorAll("[data-day]")];

  function holding(key) {
    let last = 0;
    const listed = numbers.has(key) ? places[numbers.get(key)].split(" ") : [];
    return listed.map((step) => (last += parseInt(step, 36)));
  }

  function found(asked) {
    const sets = asked.map((word) => new Set(sought(word).flatMap(holding)));
    return (article) => sets.every((set) => set.has(article));
  }

  function said(count) {
    if (!count) return index.words.none;
    return (count === 1 ? index.words.one : index.words.many)
      .replace("{count}", count).replace("{total}", items.length);
  }

  function show(text) {
    const asked = words(text);
    // Signs alone, such as an emoji, are no words: no article is found by them.
    const fits = asked.length || !text.trim() ? found(asked) : () => false;
    for (const item of items) item.hidden = !fits(Number(item.dataset.article));
    for (const group of groups) group.hidden = !group.querySelector("[data-article]:not([hidden])");
    const count = items.filter((item) => !item.hidden).length;
    // A new node is said by screen readers, even where the number is the same.
    told.replaceChildren(text.trim() ? said(count) : "");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(field.value);
  });
  field.addEventListener("input", () => { if (!field.value) show(""); });
  form.hidden = false;
}
search(JSON.parse(document.getElementById("index").textContent), document);
