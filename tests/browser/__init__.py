"""A real Chromium for the page tests, driven over the DevTools pipe with the standard library alone."""
