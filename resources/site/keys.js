// What all forms of a Bulgarian or English word share. The rules are those of reader/text/words.py,
// inflection.py, english.py and verbs.py; `tables` holds their tables, as reader/text/key_tables.py gives them.
function keysOf(tables) {
  const WORD = /[\p{L}\p{N}][\p{L}\p{N}_\u0300-\u036f]*/gu;
  const STRESS = /(?<=[аеиоуъюя])[\u0300\u0301]/gu;
  const SHORTEST = 4;
  const { irregular, verbs } = tables;
  const steps = tables.endings.map(({ rules, longest }) => ({
    longest,
    rules: Object.fromEntries(Object.entries(rules).map(([ending, listed]) =>
      [ending, listed.map(([before, change]) => [new RegExp(before, "y"), change])])),
  }));
  const settling = tables.settling.map((letters) =>
    Object.fromEntries(Object.entries(letters).map(([letter, { any, changes }]) =>
      [letter, {
        any: new RegExp(any),
        changes: changes.map(([ending, change]) => [new RegExp(ending), change]),
      }])));
  const english = Object.fromEntries(Object.entries(tables.english).map(([letter, listed]) =>
    [letter, listed.map(([ending, change]) => [new RegExp(ending), change])]));
  const [broken, keepsI, vowelAndConsonant] =
    [tables.broken, tables.keeps_i, tables.short].map((each) => new RegExp(each));
  const others = new Set(verbs.others);

  function own(table, name) {
    return Object.hasOwn(table, name) ? table[name] : undefined;
  }

  function folded(word) {
    const lower = word.normalize("NFC").toLowerCase();
    if (lower === "ѝ") return lower;
    return lower.normalize("NFD").replace(STRESS, "").normalize("NFC");
  }

  function withoutEnding(word, { rules, longest }) {
    const most = own(longest, word.at(-1)) ?? 0;
    for (let place = Math.max(word.length - most, 0); place < word.length; place++) {
      for (const [before, change] of own(rules, word.slice(place)) ?? []) {
        before.lastIndex = place;
        if (before.test(word)) return word.slice(0, place) + change;
      }
    }
    return word;
  }

  function withoutVowels(word) {
    if (word.length < SHORTEST || !"аъоуеиюяй".includes(word.at(-1))) return word;
    const shorter = word.slice(0, -1);
    const soft = "яеий".includes(word.at(-1)) && "ий".includes(shorter.at(-1));
    return soft && shorter.length >= SHORTEST && !keepsI.test(word) ? shorter.slice(0, -1) : shorter;
  }

  function settled(word) {
    for (const letters of settling) {
      const found = own(letters, word.at(-1));
      if (found?.any.test(word)) {
        for (const [ending, change] of found.changes) {
          if (word.length >= SHORTEST) word = word.replace(ending, change);
        }
      }
      if (word.slice(-3).includes("я")) word = word.replace(broken, "е$1");
    }
    return word;
  }

  function stem(word) {
    if (word.length < SHORTEST) return vowelAndConsonant.test(word) ? word.slice(0, -1) : word;
    for (const endings of steps) word = withoutEnding(word, endings);
    word = withoutVowels(word);
    return word.length < SHORTEST ? stem(word) : settled(word);
  }

  function englishStem(word) {
    const rules = own(english, word.at(-1)) ?? [];
    const fitting = rules.find(([ending]) => ending.test(word));
    return fitting ? word.replace(...fitting) : word;
  }

  function startsOf(word) {
    const most = verbs.never.some((end) => word.endsWith(end)) ? 0 : 2;
    const found = [];
    for (let start = 0; start < Math.min(word.length, 7); start++) {
      const prefixes = own(verbs.prefixes, word.slice(0, start));
      if (prefixes <= most) found.push([start, prefixes]);
    }
    return found;
  }

  // Each is [prefixes, kind, start, key, the partner's key], the likeliest first.
  function readings(word) {
    const found = [];
    if (others.has(word)) return found;
    const starts = startsOf(word);
    const first = Math.max(word.length - verbs.longest, 1);
    for (let place = word.length; place >= first; place--) {
      const models = own(verbs.endings, word.slice(place)) ?? 0;
      for (const [start, prefixes] of models ? starts : []) {
        const body = word.slice(start, place);
        for (const [bit, kind, key, partner] of own(verbs.stems, body) ?? []) {
          if (!((1 << bit) & models) || place - start <= prefixes) continue;
          if (prefixes && kind === verbs.whole) continue;
          found.push([prefixes, kind, start, key || body, partner]);
        }
      }
    }
    return found.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  }

  function apart(key) {
    return own(verbs.apart, key) ?? key;
  }

  function verbStem(word) {
    const [best] = readings(word);
    return best && apart(word.slice(0, best[2]) + best[3]);
  }

  function verbStems(word) {
    const all = readings(word);
    const alike = all.filter((each) => each[0] === all[0][0]);
    const keys = alike.flatMap(([, , start, key, partner]) =>
      [key, partner].filter(Boolean).map((each) => apart(word.slice(0, start) + each)));
    return [...new Set(keys)];
  }

  function key(plain) {
    const listed = own(irregular, plain);
    if (listed) return listed;
    if (/^[a-z]+$/.test(plain)) return englishStem(plain);
    const verb = verbStem(plain);
    return verb === undefined ? stem(plain) : settled(verb);
  }

  // The keys that a search for a word looks for: its own, and those of forms that words share.
  function sought(word) {
    const plain = folded(word);
    const found = [key(plain)];
    if (own(irregular, plain)) return found;
    for (const verb of verbStems(plain)) {
      found.push(settled(verb));
      for (const ending of ["и", "а"]) {
        const shared = verb.replace(/[ая]+$/, "") + ending;
        if (own(irregular, shared) && verbStem(shared) === verb) found.push(irregular[shared]);
      }
    }
    return [...new Set(found)];
  }

  return {
    words: (text) => text.match(WORD) ?? [],
    key: (word) => key(folded(word)),
    sought,
  };
}
