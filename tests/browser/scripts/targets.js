// Controls that are too small to hit (WCAG 2.2, 2.5.8): below 24 by 24 px, neither inside a sentence
// nor with room around them.
() => {
  const least = 24;
  const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(
    (one) => one.type !== "hidden" && one.checkVisibility() && one.getClientRects().length,
  );
  const centre = (box) => [box.x + box.width / 2, box.y + box.height / 2];
  const small = (box) => Math.round(box.width) < least || Math.round(box.height) < least;
  const boxes = new Map(controls.map((one) => [one, one.getBoundingClientRect()]));

  const insideSentence = (one) => {
    if (getComputedStyle(one).display !== "inline") return false;
    const around = one.closest("p, li, dd, dt, td, span, div, h1, h2, h3, h4, summary") ?? one;
    return around.textContent.trim().length > one.textContent.trim().length;
  };
  const near = ([x, y], box) => {
    const dx = Math.max(box.left - x, 0, x - box.right);
    const dy = Math.max(box.top - y, 0, y - box.bottom);
    return Math.hypot(dx, dy) < least / 2;
  };
  const crowded = (one) => {
    const here = centre(boxes.get(one));
    return controls.some((other) => {
      if (other === one || other.contains(one) || one.contains(other)) return false;
      const box = boxes.get(other);
      const [x, y] = centre(box);
      if (small(box) && Math.hypot(x - here[0], y - here[1]) < least) return true;
      return near(here, box);
    });
  };
  return controls
    .filter((one) => small(boxes.get(one)) && !insideSentence(one) && crowded(one))
    .map((one) => {
      const { width, height } = boxes.get(one);
      return `a target of ${Math.round(width)} by ${Math.round(height)} px: ${one.textContent.trim() || one.name}`;
    });
}
