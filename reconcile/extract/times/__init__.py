"""When it happened, when it was said, and for which period a figure holds."""
