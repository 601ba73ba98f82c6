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
  const place = (one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    return { left, right, top: top + scrollY, bottom: bottom + scrollY };
  };

  const before = new Map(controls.map((one) => [one, look(one)]));
  window.tabbed = [];
  document.addEventListener("focusin", ({ target }) => {
    window.tabbed.push({
      at: controls.indexOf(target),
      said: said(target),
      seen: look(target) !== before.get(target),
      drawn: target.closest("svg") !== null,
      place: place(target),
    });
  });
  return controls.map(said);
}
