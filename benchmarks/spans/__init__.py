"""Attributions as spans of source, cue and content, as the corpus PolNeAR has them."""
