"""Machinery of the reliability tests: kills at random moments, many writers at once."""
