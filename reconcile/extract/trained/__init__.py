"""The trained part: a tagger of sources, cues and contents that listens where the rules hear nobody."""
