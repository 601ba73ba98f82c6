// What a script adds to pages with questions. They work without it: nothing here may be the only way
// to do something. Other pages fetch no script.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  Radios,
  createAll,
} from "govuk-frontend";

// A radio button may not be "expanded" (WAI-ARIA 1.2); `aria-controls` says that there is more.
class PlainRadios extends Radios {
  syncConditionalRevealWithInputState(input) {
    super.syncConditionalRevealWithInputState(input);
    input.removeAttribute("aria-expanded");
  }
}

if ("noModule" in HTMLScriptElement.prototype) {
  // GOV.UK Frontend hides the answers of unchosen options only below these classes. Its own page
  // sets them with an inline script, which our content security policy refuses.
  document.body.classList.add("js-enabled", "govuk-frontend-supported");

  // One press sends a form once; the server keeps to that without a script too.
  createAll(Button, { preventDoubleClick: true });
  createAll(CharacterCount);
  createAll(Checkboxes);
  createAll(ErrorSummary);
  createAll(PlainRadios);
}
