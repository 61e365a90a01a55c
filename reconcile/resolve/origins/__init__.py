"""Whose word a claim is: the names of one source, the voices of outlets, and reports that several outlets print."""
