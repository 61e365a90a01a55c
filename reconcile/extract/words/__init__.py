"""Words, phrases and sentences with their offsets: what every other part of the extraction reads."""
