"""Cases, tasks, people and what happened, as frozen values, and the errors that tell of them."""
