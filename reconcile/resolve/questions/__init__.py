"""Which claims of one event answer one question: signs for and against, their points, groups and titles."""
