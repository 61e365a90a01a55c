"""Statements in words: legal status, responsibility, cause, disputed states."""
