"""reconcile: who said what, where reports contradict each other."""

__version__ = "0.2.0"
