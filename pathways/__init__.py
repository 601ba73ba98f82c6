"""A pathway as a document: bytes in, values out. No database, web, clock or SpiffWorkflow."""
