"""Everything that is promised of any drawing, tried on every BPMN file below a folder."""
