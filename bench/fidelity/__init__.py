"""How faithful the picture is: the same files drawn by bpmn-js, in a real browser."""
