// What is wrong with the skeleton of the page: headings, title, ids, links within the page.
() => {
  const found = [];
  const words = (element) => element.textContent.trim().replace(/\s+/g, " ");

  const headings = [...document.querySelectorAll("h1")].map(words);
  if (headings.length !== 1) found.push(`${headings.length} main headings`);
  else if (!document.title.startsWith(headings[0])) found.push(`title “${document.title}”`);

  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  const doubled = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (doubled.length) found.push(`doubled ids: ${[...new Set(doubled)].join(", ")}`);

  for (const link of document.querySelectorAll("a")) {
    const href = link.getAttribute("href") ?? link.getAttribute("xlink:href");
    if (href === null) found.push(`a link that leads nowhere: ${words(link)}`);
    else if (href.startsWith("#") && !document.getElementById(decodeURIComponent(href.slice(1))))
      found.push(`a link to ${href}, which is not on the page: ${words(link)}`);
  }

  const levels = [...document.querySelectorAll("h1, h2, h3, h4")].map((one) => +one.tagName[1]);
  if (levels.some((level, at) => at && level > levels[at - 1] + 1)) found.push("a heading level is left out");
  return found;
}
