// Notes every control that Tab should reach, in the order of the page, and how each looks without
// focus; from then on notes what is reached and whether that can be seen.
() => {
  // Begin above everything, also where the page has put the focus on what is wrong with a form.
  const above = document.createElement("span");
  above.tabIndex = -1;
  document.body.prepend(above);
  above.focus();
  above.remove();

  const looks = [
    "outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "borderTopColor", "borderTopWidth",
    "backgroundColor", "color", "textDecorationLine", "fill", "stroke", "strokeWidth",
  ];
  const reachable = (one) => one.tabIndex >= 0 && !one.disabled && one.type !== "hidden" && one.checkVisibility();
  const speaksForItsGroup = (one, at, all) => {
    if (one.type !== "radio") return true;
    const group = all.filter((other) => other.type === "radio" && other.name === one.name && other.form === one.form);
    return one === (group.find((other) => other.checked) ?? group[0]);
  };
  const controls = [
    ...document.querySelectorAll("a[href], a[*|href], button, input, select, textarea, summary, [tabindex]"),
  ].filter(reachable).filter(speaksForItsGroup);

  // A radio button shows its focus on its label; a shape of a picture on its parts.
  const parts = (one) => [
    [one, null],
    ...[...(one.labels ?? [])].flatMap((label) => [[label, "::before"], [label, "::after"]]),
    ...[...one.querySelectorAll("*")].map((part) => [part, null]),
  ];
  const look = (one) =>
    parts(one).map(([part, pseudo]) => {
      const style = getComputedStyle(part, pseudo);
      return looks.map((name) => style[name]).join(" ");
    }).join("\n");
  const said = (one) => one.textContent.trim().slice(0, 40) || one.labels?.[0]?.textContent.trim() || one.name;
  // A picture is read along its arrows, which may lead anywhere.
  const drawn = (one) => one.closest("svg") !== null;
  const isAbove = (one, other) => {
    const [here, there] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    return here.bottom <= there.top + 2 && here.left < there.right - 2;
  };

  const before = new Map(controls.map((one) => [one, look(one)]));
  let last = null;
  window.tabbed = [];
  document.addEventListener("focusin", ({ target }) => {
    const jumped = last !== null && !drawn(target) && isAbove(target, last);
    window.tabbed.push({
      at: controls.indexOf(target),
      said: said(target),
      seen: look(target) !== before.get(target),
      jumped: jumped ? said(last) : "",
    });
    if (!drawn(target)) last = target;
  });
  return controls.map(said);
}
