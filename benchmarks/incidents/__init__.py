"""Measuring which documents report one event: the data, the measures, the peers, weights fitted crosswise."""
