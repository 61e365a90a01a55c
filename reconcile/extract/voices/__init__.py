"""Who says what: cues, constructions, quotations, wire copies, and the words that each voice covers."""
